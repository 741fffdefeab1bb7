import type { ReadHost, Refusal } from "../read/model.js";
import { LONGEST_DRAFT } from "./drafts.js";

/** The text of a document, or why there is none. */
export type DocumentText =
  | {
      readonly ok: true;
      readonly text: string;
      /** False for a text too long for a plan: of such a one there are only the ends. */
      readonly isWhole: boolean;
    }
  | { readonly ok: false; readonly reason: Refusal };

/** Reads documents of any kind. It never fails; the bytes may be gone afterwards. */
export type DocumentReader = (bytes: Uint8Array, name: string) => Promise<DocumentText>;

/** Here and now, for who is in a thread of his own (a browser's worker is one). */
export async function readHere(bytes: Uint8Array, name: string, host: ReadHost = {}): Promise<DocumentText> {
  // Loaded when the first file is read: a server that starts has nothing to read.
  const { readDocument } = await import("../read/readDocument.js");
  const result = await readDocument(bytes, name, host);
  if (!result.ok) return result;
  if (result.text.length <= LONGEST_DRAFT) return { ok: true, text: result.text, isWhole: true };
  const { endsOf } = await import("../service/endsOf.js");
  return { ok: true, text: endsOf(result.text), isWhole: false };
}

/** What `PlanFiles.read` gives. */
export async function wholeText(reading: Promise<DocumentText>): Promise<string | undefined> {
  const read = await reading;
  return read.ok && read.isWhole ? read.text : undefined;
}
