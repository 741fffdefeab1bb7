import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { PlanFiles } from "./planFiles.js";
import type { Session } from "./session.js";

export interface SilenceDesk {
  readonly session: Session;
  readonly files: PlanFiles;
  /** Settings and what is silenced are to be read again. */
  renew(): void;
}

/** Work on the files in `.hegao`, one after the other, so that no answer is lost under another. */
export interface Keeping {
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

export function keeping(): Keeping {
  let last: Promise<unknown> = Promise.resolve();
  return {
    inTurn(work) {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/**
 * Reads a file, changes it and writes it, while no other editor does; true where it was written. What `change` refuses, or
 * gives no text for, is left as it is.
 */
export async function rewrite(
  { session, files }: SilenceDesk,
  path: string,
  change: (text: string | undefined) => string | undefined,
): Promise<boolean> {
  try {
    return await files.alone(path, async () => {
      const before = await session.configuration.readText(path);
      // What is there and cannot be read is not written over: nobody knows what would be lost.
      if (before === undefined && (await files.stamp(path)) !== undefined)
        throw refusal(session.texts.damaged(path));
      const text = change(before);
      if (text !== undefined) await files.write(path, text);
      return text !== undefined;
    });
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    // Somebody else's folder, or a full disk.
    session.connection.console.error(`${path}: ${String(error)}`);
    throw refusal(session.texts.unwritable(path));
  }
}

/** Why something cannot be done, for the reader. */
export function refusal(message: string): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
