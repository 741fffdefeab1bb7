import { Buffer } from "node:buffer";
import { LIMITS } from "./limits.js";
import { requireSoundChains } from "./ole.js";
import { refuse } from "./refuse.js";

/**
 * The paragraphs of a Word 97–2003 file. Of word-extractor only the part for this format is loaded (its .docx half
 * brings another zip library and another XML parser), and only when a .doc is met.
 */
export async function readDocBytes(bytes: Uint8Array): Promise<string> {
  if (bytes.length > LIMITS.docBytes) refuse("too-large", { size: bytes.length, limit: LIMITS.docBytes });
  requireSoundChains(bytes);
  const [{ default: Extractor }, { default: Reader }] = await Promise.all([
    import("word-extractor/lib/word-ole-extractor.js"),
    import("word-extractor/lib/buffer-reader.js"),
  ]);
  const body = await extract(() =>
    new Extractor().extract(new Reader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))),
  );
  return tidy(body);
}

async function extract(run: () => Promise<{ getBody: () => string }>): Promise<string> {
  try {
    return (await run()).getBody();
  } catch (error) {
    return refuse("doc-damaged", { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Word's own marks in the text: cells end in a tab, rows in a line break, pages in a form feed. */
function tidy(body: string): string {
  return body
    .replace(/\r\n?/g, "\n")
    .replace(/[\f\v]/g, "\n")
    .replace(/\t\n/g, "\n")
    .replace(/[\0-\x08\x0e-\x1f]/g, "")
    .trimEnd();
}
