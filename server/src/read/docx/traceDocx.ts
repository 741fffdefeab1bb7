import { decodeText } from "../decode.js";
import type { Comment, Encoding, ReadHost } from "../model.js";
import type { XmlElement, XmlPlaces } from "../xml.js";
import { openZip } from "../zip.js";
import { openDocx } from "./parts.js";
import { readComments, readWhole } from "./readDocx.js";

/** A stretch of the text and the one element that gave it. What no element gave (an automatic number) is in none. */
export interface TracedText {
  readonly start: number;
  readonly end: number;
  readonly element: XmlElement;
}

/** A Word file read as ever, and which element of the main part each word of it came from. */
export interface DocxTrace {
  readonly text: string;
  /** In the order of the text. */
  readonly pieces: readonly TracedText[];
  readonly comments: readonly Comment[];
  readonly document: XmlElement;
  readonly places: XmlPlaces;
  /** The main part as it is written, where the places are. */
  readonly source: { readonly text: string; readonly encoding: Encoding };
  readonly names: { readonly main: string; readonly comments: string | undefined };
}

/** Refuses what reading it would refuse. */
export function traceDocx(bytes: Uint8Array, host: ReadHost = {}): DocxTrace {
  const places: XmlPlaces = new Map();
  const parts = openDocx(bytes, host, places);
  const origins: { readonly element: XmlElement; readonly length: number }[] = [];
  const whole = readWhole(parts, {
    note: () => undefined,
    origin: (element, text) => String(origins.push({ element, length: text.length }) - 1),
  });
  const pieces = whole.marks.flatMap(({ kind, id, offset }): TracedText[] => {
    const origin = kind === "text" ? origins[Number(id)] : undefined;
    return origin ? [{ start: offset, end: offset + origin.length, element: origin.element }] : [];
  });
  const main = openZip(bytes).read(parts.names.main) ?? new Uint8Array();
  return {
    text: whole.text,
    pieces: pieces.sort((a, b) => a.start - b.start),
    comments: readComments(parts.comments, whole),
    document: parts.document,
    places,
    source: decodeText(main, host),
    names: parts.names,
  };
}
