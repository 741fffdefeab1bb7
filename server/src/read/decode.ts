import type { Encoding, Eol, ReadHost } from "./model.js";
import { refuse } from "./refuse.js";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** How many bytes are looked at where a guess has to be made. */
const SAMPLE = 64 * 1024;

/**
 * The text of a file, whatever it was saved in. A byte order mark decides; without one, valid UTF-8 is UTF-8,
 * otherwise the bytes are UTF-16 or GB18030 if they make plausible Chinese in it. Anything else is refused with a
 * reason: wrong characters read silently are worse than none.
 */
export function decodeText(bytes: Uint8Array, host: ReadHost = {}): Decoded {
  const decodeUtf8 = host.decodeUtf8 ?? decodeUtf8Anywhere;
  const marked = decodeMarked(bytes, decodeUtf8);
  if (marked) return marked;
  const hasNul = bytes.indexOf(0) !== -1;
  if (!hasNul) {
    const text = decodeUtf8(bytes);
    if (text !== undefined) return { text, encoding: "utf-8" };
  }
  const wide = guessUtf16(bytes);
  if (wide) return wide;
  if (hasNul) {
    const text = decodeUtf8(bytes);
    if (text !== undefined) return { text, encoding: "utf-8" };
  }
  const damage = damagedUtf8Line(bytes);
  if (damage !== undefined) refuse("encoding-damaged", { encoding: "UTF-8", line: damage });
  return decodeGb18030(bytes);
}

/** True where a decoded text is no text at all: too many control characters. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (!hasControlSomewhere(sample)) return false;
  let controls = 0;
  for (let at = 0; at < sample.length; at++) if (isControl(sample.charCodeAt(at))) controls++;
  return controls * 10 > sample.length;
}

/** At so many places, spread over the text, one in ten cannot be missed, and a plain text need not be read whole. */
const PLACES = 256;

function hasControlSomewhere(text: string): boolean {
  // Odd, so that no pattern of words or halves of words falls in step with it.
  const step = Math.floor(text.length / PLACES) | 1;
  for (let at = 0; at < text.length; at += step) if (isControl(text.charCodeAt(at))) return true;
  return false;
}

/** Not tab, the ends of lines and pages, nor escape. */
function isControl(code: number): boolean {
  return code < 0x20 && (code <= 0x08 || (code >= 0x0e && code !== 0x1b));
}

export function eolOf(text: string): Eol {
  if (!text.includes("\r")) return "lf";
  const hasCrLf = text.includes("\r\n");
  const hasLoneLf = /(?:^|[^\r])\n/.test(text);
  const hasLoneCr = /\r(?!\n)/.test(text);
  if (Number(hasCrLf) + Number(hasLoneLf) + Number(hasLoneCr) > 1) return "mixed";
  return hasCrLf ? "crlf" : "cr";
}

export function decodeWith(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // A fatal decoder throws to say that the bytes are not in this encoding; that is an answer, not an error.
    return undefined;
  }
}

function decodeUtf8Anywhere(bytes: Uint8Array): string | undefined {
  return decodeWith("utf-8", bytes);
}

function decodeMarked(
  bytes: Uint8Array,
  decodeUtf8: (bytes: Uint8Array) => string | undefined,
): Decoded | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const text = decodeUtf8(bytes.subarray(3));
    if (text === undefined) {
      refuse("encoding-damaged", { encoding: "UTF-8", line: firstBadUtf8Line(bytes) });
    }
    return { text, encoding: "utf-8-bom" };
  }
  const encoding =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : undefined;
  if (encoding === undefined) return undefined;
  const text = decodeWith(encoding, bytes.subarray(2));
  if (text === undefined) refuse("encoding-cut", { encoding: encoding.toUpperCase() });
  return { text, encoding };
}

/** UTF-16 without a mark: nearly every unit of the sample must be what Chinese office text is made of. */
function guessUtf16(bytes: Uint8Array): Decoded | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  for (const order of ["utf-16le", "utf-16be"] as const) {
    const high = order === "utf-16le" ? 1 : 0;
    const end = Math.min(bytes.length, SAMPLE);
    let plausible = 0;
    for (let i = 0; i < end; i += 2) {
      if (isOfficeUnit(((bytes[i + high] ?? 0) << 8) | (bytes[i + 1 - high] ?? 0))) plausible++;
    }
    if (plausible * 2 < end * 0.85) continue;
    const text = decodeWith(order, bytes);
    if (text !== undefined) return { text, encoding: `${order}-no-bom` };
  }
  return undefined;
}

function isOfficeUnit(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 || unit === 9 || unit === 10 || unit === 13;
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x206f) ||
    (unit >= 0x2460 && unit <= 0x24ff) ||
    unit === 0xb7 ||
    unit === 0xa0
  );
}

/**
 * GB18030 accepts almost any bytes, so the characters have to be likely too: of real Chinese text more than nine
 * tenths lie among the characters of GB 2312, of Big5 or Latin bytes misread hardly half.
 */
function decodeGb18030(bytes: Uint8Array): Decoded {
  const text = decodeWith("gb18030", bytes);
  const { pairs, common } = countPairs(bytes);
  const plausible = pairs === 0 ? bytes.length < 8 : common >= pairs * 0.75;
  if (text !== undefined && plausible) return { text, encoding: "gb18030" };
  if (pairs >= 8 && common >= pairs * 0.75) refuse("encoding-cut", { encoding: "GB18030" });
  return refuse("encoding-unknown");
}

function countPairs(bytes: Uint8Array): { pairs: number; common: number } {
  let pairs = 0;
  let common = 0;
  const end = Math.min(bytes.length, SAMPLE) - 1;
  for (let i = 0; i < end; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[++i] ?? 0;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9))) common++;
  }
  return { pairs, common };
}

/** The line of the first fault in bytes that are plainly UTF-8 but for a few; undefined where they are not. */
function damagedUtf8Line(bytes: Uint8Array): number | undefined {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    const length = sequenceLength(bytes, i);
    if (length === 0) bad++;
    else {
      good++;
      i += length - 1;
    }
  }
  return good >= 4 && good >= bad * 8 ? firstBadUtf8Line(bytes) : undefined;
}

function firstBadUtf8Line(bytes: Uint8Array): number {
  let line = 1;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 10) line++;
    if (byte < 0x80) continue;
    const length = sequenceLength(bytes, i);
    if (length === 0) break;
    i += length - 1;
  }
  return line;
}

/** The length of the well-formed multi-byte sequence at `at`, 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
