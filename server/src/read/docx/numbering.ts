import { child, childrenNamed, isOn, numberOf, valueOf, type XmlElement } from "../xml.js";
import type { ParagraphListing } from "../word/counters.js";
import type { Level, List, Lists } from "../word/lists.js";
import type { Styles } from "./styles.js";

interface AbstractList {
  readonly levels: ReadonlyMap<number, Level>;
  readonly styleLink: string | undefined;
}

/** What a paragraph's own properties say of lists. */
export function listingOf(properties: XmlElement | undefined): ParagraphListing {
  const own = child(properties, "w:numPr");
  return {
    numId: valueOf(own, "w:numId"),
    level: numberOf(own, "w:ilvl"),
    style: valueOf(properties, "w:pStyle"),
  };
}

export function readLists(root: XmlElement | undefined, styles: Styles): Lists {
  const abstracts = new Map<string, AbstractList>();
  for (const element of childrenNamed(root, "w:abstractNum")) {
    abstracts.set(element.attributes["w:abstractNumId"] ?? "", {
      levels: readLevels(childrenNamed(element, "w:lvl")),
      styleLink: valueOf(element, "w:numStyleLink"),
    });
  }
  const instances = childrenNamed(root, "w:num");
  const abstractOf = new Map(
    instances.map((num) => [num.attributes["w:numId"] ?? "", valueOf(num, "w:abstractNumId") ?? ""]),
  );
  const lists = new Map<string, List>();
  for (const num of instances) {
    const id = num.attributes["w:numId"] ?? "";
    const abstractId = followStyleLinks(abstractOf.get(id) ?? "", { abstracts, abstractOf, styles });
    lists.set(id, readInstance(num, abstractId, abstracts.get(abstractId)));
  }
  return lists;
}

/** A list that says "as in that list style" is the list which the style names. */
function followStyleLinks(
  first: string,
  known: {
    abstracts: ReadonlyMap<string, AbstractList>;
    abstractOf: ReadonlyMap<string, string>;
    styles: Styles;
  },
): string {
  let id = first;
  for (let hops = 0; hops < 8; hops++) {
    const link = known.abstracts.get(id)?.styleLink;
    const numId = link === undefined ? undefined : known.styles.numbering.get(link);
    const next = numId === undefined ? undefined : known.abstractOf.get(numId);
    if (next === undefined || next === id) break;
    id = next;
  }
  return id;
}

function readInstance(num: XmlElement, abstractId: string, abstract: AbstractList | undefined): List {
  const levels = new Map(abstract?.levels ?? []);
  const startOverrides = new Map<number, number>();
  for (const override of childrenNamed(num, "w:lvlOverride")) {
    const index = levelIndex(override);
    if (index === undefined) continue;
    const level = child(override, "w:lvl");
    if (level) levels.set(index, readLevel(level));
    const start = numberOf(override, "w:startOverride");
    if (start !== undefined) startOverrides.set(index, start);
  }
  return { abstractId, levels, startOverrides };
}

function readLevels(elements: readonly XmlElement[]): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of elements) {
    const index = levelIndex(element);
    if (index !== undefined) levels.set(index, readLevel(element));
  }
  return levels;
}

function levelIndex(element: XmlElement): number | undefined {
  const value = element.attributes["w:ilvl"] ?? "";
  return /^[0-8]$/.test(value) ? Number(value) : undefined;
}

function readLevel(element: XmlElement): Level {
  const suffix = valueOf(element, "w:suff");
  const font = child(child(element, "w:rPr"), "w:rFonts")?.attributes["w:ascii"] ?? "";
  return {
    start: numberOf(element, "w:start") ?? 0,
    format: readFormat(element),
    text: valueOf(element, "w:lvlText") ?? "",
    restart: numberOf(element, "w:lvlRestart"),
    legal: isOn(element, "w:isLgl"),
    suffix: suffix === "space" || suffix === "nothing" ? suffix : "tab",
    inSigns: font === "Wingdings" || font === "Symbol",
    style: valueOf(element, "w:pStyle"),
  };
}

/** Newer formats (001, 002 …) stand in an alternative with an older one for programs that do not know them. */
function readFormat(element: XmlElement): string {
  const plain = valueOf(element, "w:numFmt");
  if (plain !== undefined) return plain;
  const alternatives = child(element, "mc:AlternateContent");
  return valueOf(child(alternatives, "mc:Fallback"), "w:numFmt") ?? "decimal";
}
