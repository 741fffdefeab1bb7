import type { Locale } from "../../check/rule.js";
import { encodeText } from "../../read/encode.js";
import type { Refusal } from "../check/checkFile.js";
import { says } from "../texts/lintTexts.js";
import { readAtMost } from "../inputs/readAtMost.js";
import type { InputText } from "../inputs/readInput.js";
import { writeWhole } from "../../write/wholeFile.js";

/**
 * Writes a mended text back in the encoding that it was read in. It is refused, with the reason, where a single byte
 * outside the edits would change: a Word file, a character that the encoding cannot spell.
 */
export async function saveText(input: InputText, text: string, locale: Locale): Promise<Refusal | undefined> {
  const { file } = input.source;
  const unfit = (reason: string): Refusal => ({ kind: "unfit", reason });
  if (file === undefined) return unfit(says(locale, "fixStdin"));
  if (input.format !== "txt" && input.format !== "md") return unfit(says(locale, "fixNotText"));
  const before = encodeText(input.text, input.encoding);
  if (!equal(before.bytes, input.bytes)) return unfit(says(locale, "fixNotExact"));
  const after = encodeText(text, input.encoding);
  const [lost] = after.lost;
  if (lost) return unfit(says(locale, "fixLost", { character: lost.character, encoding: input.encoding }));
  try {
    // Word, an editor or a colleague may have saved it while it was checked: what was mended is no longer what is there.
    if (!equal(readAtMost(file), input.bytes)) return unfit(says(locale, "fixChanged"));
    await writeWhole(file, after.bytes);
    return undefined;
  } catch (error) {
    // Read-only or locked by another program: the findings are still reported.
    const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { kind: "unwritable", reason: says(locale, "fixUnwritable", { detail }) };
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
