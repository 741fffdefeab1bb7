import type { Locale } from "../../check/rule.js";
import { refusalMessage } from "../../read/messages.js";
import type { ReadSuccess } from "../../read/model.js";
import { nodeHost } from "../../read/node.js";
import { readDocument } from "../../read/readDocument.js";
import { says } from "../texts/callTexts.js";
import type { Terminal } from "../terminal.js";
import { type InputSource, missing, type Unreadable } from "./findInputs.js";
import { readAtMost } from "./readAtMost.js";

/** A file as it was read, with its bytes: what is written back must equal them outside the edits. */
export interface InputText extends ReadSuccess {
  readonly source: InputSource;
  readonly bytes: Uint8Array;
}

export async function readInput(
  source: InputSource,
  at: { readonly terminal: Terminal; readonly locale: Locale },
): Promise<InputText | Unreadable> {
  const bytes = readBytes(source, at);
  if ("reason" in bytes) return bytes;
  const result = await readDocument(bytes, source.file ?? source.path, nodeHost);
  if (!result.ok) return { path: source.path, reason: refusalMessage(result.reason, at.locale) };
  return { ...result, source, bytes };
}

function readBytes(
  source: InputSource,
  { terminal, locale }: { readonly terminal: Terminal; readonly locale: Locale },
): Uint8Array | Unreadable {
  try {
    return source.file === undefined ? terminal.readInput() : readAtMost(source.file);
  } catch (error) {
    // Locked, gone since it was found, or not for us to read: the others are still checked.
    return { path: source.path, reason: reasonOf(error, { locale, name: source.file ?? "" }) };
  }
}

function reasonOf(
  error: unknown,
  { locale, name }: { readonly locale: Locale; readonly name: string },
): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return code === "ENOENT" ? says(locale, missing(name)) : says(locale, "unreadable", { detail: code });
}
