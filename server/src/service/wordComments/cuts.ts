import type { XmlElement, XmlPlace } from "../../read/xml.js";

/** A place in the main part where something can be put in. */
export interface Cut {
  readonly at: number;
  /** What ends and starts again there: a run is split in two that look alike. */
  readonly split?: { readonly close: string; readonly open: string } | undefined;
}

/** An element that gives text, in the run and the paragraph around it. */
export interface Leaf {
  /** Of its text, in the text of the file. */
  readonly start: number;
  readonly end: number;
  readonly element: XmlElement;
  readonly elementPlace: XmlPlace;
  /** The outermost element in the paragraph that a comment may only stand around. */
  readonly unitPlace: XmlPlace;
  readonly source: string;
  /** No comment may stand in a text box. */
  readonly place: "body" | "box";
  /** What holds the paragraph. */
  readonly container: XmlElement | undefined;
  /** Its run, where that may be split. */
  readonly run: SplitRun | undefined;
}

interface SplitRun {
  readonly place: XmlPlace;
  readonly properties: XmlPlace | undefined;
  /** What it holds beside its properties. */
  readonly first: XmlElement | undefined;
  readonly last: XmlElement | undefined;
  readonly breaks: readonly Break[];
}

/** Where the words of a `w:t` can be parted. */
interface Break {
  /** In the words as they are written. */
  readonly at: number;
  /** How many characters of the text lie before it. */
  readonly count: number;
}

/** Before a character of the leaf's text, or further ahead where it cannot be split there. */
export function cutBefore(leaf: Leaf, offset: number): Cut {
  if (!leaf.run) return { at: leaf.unitPlace.start };
  const inner = offset > leaf.start ? cutInside(leaf, offset, "before") : undefined;
  if (inner) return inner;
  if (leaf.run.first === leaf.element) return { at: leaf.run.place.start };
  return { at: leaf.elementPlace.start, split: splitOf(leaf.run, leaf.source) };
}

/** Behind a character of the leaf's text, or further on. */
export function cutAfter(leaf: Leaf, offset: number): Cut {
  if (!leaf.run) return { at: leaf.unitPlace.end };
  const inner = offset < leaf.end ? cutInside(leaf, offset, "after") : undefined;
  if (inner) return inner;
  if (leaf.run.last === leaf.element) return { at: leaf.run.place.end };
  return { at: leaf.elementPlace.end, split: splitOf(leaf.run, leaf.source) };
}

function splitOf({ place, properties }: SplitRun, source: string): NonNullable<Cut["split"]> {
  const tag = source.slice(place.start, place.open);
  const copied = properties ? source.slice(properties.start, properties.end) : "";
  return { close: `</${nameIn(tag)}>`, open: `${tag}${copied}` };
}

function nameIn(tag: string): string {
  return /^<([^\s/>]+)/.exec(tag)?.[1] ?? "";
}

/** Inside the words of a `w:t`; undefined where there is no place on that side. */
function cutInside(leaf: Leaf, offset: number, side: "before" | "after"): Cut | undefined {
  const { elementPlace, run, source } = leaf;
  const wanted = offset - leaf.start;
  const found =
    side === "before"
      ? run?.breaks.findLast(({ count }) => count <= wanted)
      : run?.breaks.find(({ count }) => count >= wanted);
  if (!run || !found) return undefined;
  const outer = splitOf(run, source);
  const tag = source.slice(elementPlace.start, elementPlace.open);
  return {
    at: elementPlace.open + found.at,
    split: { close: `</${nameIn(tag)}>${outer.close}`, open: `${outer.open}${tag}` },
  };
}

/**
 * Everywhere in a `w:t`, but where blanks would come to stand at an end and no longer count; nowhere in words that are
 * not written plainly.
 */
export function breaksIn(element: XmlElement, raw: string, length: number): readonly Break[] {
  if (element.name !== "w:t" || raw.includes("<")) return [];
  const characters = charactersOf(raw);
  const keepsBlanks = element.attributes["xml:space"] === "preserve";
  let count = keepsBlanks ? 0 : -blanksAhead(characters);
  const breaks: Break[] = [];
  for (const [i, { at, units, blank }] of characters.entries()) {
    const isSafe = keepsBlanks || !(blank || characters[i - 1]?.blank);
    if (count > 0 && count < length && isSafe) breaks.push({ at, count });
    count += units;
  }
  return breaks;
}

interface Character {
  /** In the text as it is written. */
  readonly at: number;
  /** UTF-16 units of the character that is meant. */
  readonly units: number;
  readonly blank: boolean;
}

/** Character by character; an entity is one, and so are the two of a line end. */
function charactersOf(raw: string): Character[] {
  return Array.from(raw.matchAll(/&[^;]*;|\r\n|[^]/gu), ({ 0: written, index }) => {
    const code = codeOf(written);
    return { at: index, units: code > 0xffff ? 2 : 1, blank: [0x20, 9, 10, 13].includes(code) };
  });
}

function codeOf(written: string): number {
  const hexadecimal = /^&#x([0-9a-fA-F]+);$/.exec(written)?.[1];
  if (hexadecimal !== undefined) return Number.parseInt(hexadecimal, 16);
  const decimal = /^&#([0-9]+);$/.exec(written)?.[1];
  return decimal === undefined ? (written.codePointAt(0) ?? 0) : Number(decimal);
}

function blanksAhead(characters: readonly Character[]): number {
  const first = characters.findIndex(({ blank }) => !blank);
  return first === -1 ? characters.length : first;
}
