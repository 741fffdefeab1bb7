import { decodeText, eolOf, looksBinary } from "./decode.js";
import { LIMITS } from "./limits.js";
import type { Encoding, Format, ReadHost, ReadResult, ReadSuccess } from "./model.js";
import { reasonOf, refuse } from "./refuse.js";
import { sniff } from "./sniff.js";

/**
 * Reads a file of any kind that offices have. Never throws and never guesses silently: what cannot be read comes
 * back with a reason, what was resolved or left out on the way is noted. A text file comes back as it is, to the
 * last blank; cleaning is another door (`cleanText`).
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  host: ReadHost = {},
): Promise<ReadResult> {
  try {
    const kind = recognise(bytes, name);
    if (kind === "txt" || kind === "md") return textResult(bytes, kind, host);
    if (kind === "docx") return await docxResult(bytes, host);
    if (kind === "html") return await pageResult(bytes, host);
    return await docResult(bytes);
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** The same for text files alone, at once: no library is loaded. Other kinds are refused by their own reason. */
export function readTextFile(bytes: Uint8Array, name: string, host: ReadHost = {}): ReadResult {
  try {
    const kind = recognise(bytes, name);
    return textResult(bytes, kind === "md" ? "md" : "txt", host);
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

function recognise(bytes: Uint8Array, name: string): Format {
  if (bytes.length > LIMITS.fileBytes) refuse("too-large", { size: bytes.length, limit: LIMITS.fileBytes });
  const kind = sniff(bytes, name);
  return "refusal" in kind ? refuse(kind.refusal, { name }) : kind.format;
}

function textResult(bytes: Uint8Array, format: "txt" | "md", host: ReadHost): ReadSuccess {
  const { text, encoding } = decodeText(bytes, host);
  if (looksBinary(text)) refuse("binary");
  return success({ text, format, encoding });
}

async function docxResult(bytes: Uint8Array, host: ReadHost): Promise<ReadSuccess> {
  const { readDocx } = await import("./docx/readDocx.js");
  return success({ ...readDocx(bytes, host), format: "docx", encoding: "utf-8" });
}

async function pageResult(bytes: Uint8Array, host: ReadHost): Promise<ReadSuccess> {
  if (bytes.length > LIMITS.pageBytes) refuse("too-large", { size: bytes.length, limit: LIMITS.pageBytes });
  const [{ readHtml }, { decodePage }] = await Promise.all([
    import("./html/readHtml.js"),
    import("./html/charset.js"),
  ]);
  const { text, encoding } = decodePage(bytes, host);
  if (looksBinary(text)) refuse("binary");
  return success({ ...readHtml(text), format: "html", encoding });
}

async function docResult(bytes: Uint8Array): Promise<ReadSuccess> {
  const { readDoc } = await import("./doc/readDoc.js");
  return success({ ...readDoc(bytes), format: "doc", encoding: "utf-8" });
}

interface Outcome {
  readonly text: string;
  readonly format: Format;
  readonly encoding: Encoding;
  readonly notes?: ReadSuccess["notes"];
  readonly comments?: ReadSuccess["comments"];
  readonly footnotes?: ReadSuccess["footnotes"];
}

function success(outcome: Outcome): ReadSuccess {
  return { ok: true, eol: eolOf(outcome.text), notes: [], comments: [], footnotes: [], ...outcome };
}
