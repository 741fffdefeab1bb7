import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { type Call, text, texts } from "../command.js";

/** True where a path leads to one of these files, under whatever name: what reads them must not be written over them. */
export function leadsToOne(path: string, files: readonly string[], cwd: string): boolean {
  const target = realOf(resolve(cwd, path));
  return target !== undefined && files.some((file) => realOf(resolve(cwd, file)) === target);
}

/** The same of the files that a call names. */
export function isInput(path: string, call: Call): boolean {
  const against = [text(call, "against") ?? [], texts(call, "against")].flat();
  return leadsToOne(path, [...call.positionals, ...against], call.terminal.cwd);
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    // Nothing is there, and so nothing to lose.
    return undefined;
  }
}
