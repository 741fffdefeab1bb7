import { createGb18030Writer } from "./gb18030.js";
import type { Encoding } from "./model.js";

/** A character that the encoding cannot spell; `?` (or U+FFFD) stands for it in the bytes. */
export interface LostCharacter {
  readonly offset: number;
  readonly character: string;
}

export interface Encoded {
  readonly bytes: Uint8Array;
  /** Empty in every ordinary case. A caller that overwrites a file asks before it loses anything. */
  readonly lost: readonly LostCharacter[];
}

/** The bytes of a text in the encoding that it was read in: text that was decoded comes back byte by byte. */
export function encodeText(text: string, encoding: Encoding): Encoded {
  if (encoding === "gb18030") return encodeGb18030(text);
  if (encoding === "utf-8" || encoding === "utf-8-bom") {
    const marked = encoding === "utf-8-bom" ? `\uFEFF${text}` : text;
    return { bytes: new TextEncoder().encode(marked), lost: loneSurrogates(text) };
  }
  const marked = encoding.endsWith("-no-bom") ? text : `\uFEFF${text}`;
  // In little-endian order the high byte comes second.
  return { bytes: encodeUtf16(marked, encoding.startsWith("utf-16le") ? 1 : 0), lost: [] };
}

function encodeUtf16(text: string, high: 0 | 1): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[2 * i + high] = code >> 8;
    bytes[2 * i + 1 - high] = code & 0xff;
  }
  return bytes;
}

function encodeGb18030(text: string): Encoded {
  const write = createGb18030Writer();
  const lost: LostCharacter[] = [];
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i) ?? 0;
    if (!write(codePoint, bytes)) {
      lost.push({ offset: i, character: text.charAt(i) });
      bytes.push(0x3f);
    }
    if (codePoint > 0xffff) i++;
  }
  return { bytes: Uint8Array.from(bytes), lost };
}

function loneSurrogates(text: string): LostCharacter[] {
  const lost: LostCharacter[] = [];
  for (const match of text.matchAll(/\p{Surrogate}/gu))
    lost.push({ offset: match.index, character: match[0] });
  return lost;
}
