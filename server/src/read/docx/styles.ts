import { child, childrenNamed, numberOf, valueOf, type XmlElement } from "../xml.js";

/** What a style says about numbering: each half may be missing and is then looked for in the style it is based on. */
export interface StyleNumbering {
  readonly basedOn: string | undefined;
  readonly numId: string | undefined;
  readonly level: number | undefined;
}

export interface Styles {
  readonly paragraph: ReadonlyMap<string, StyleNumbering>;
  /** Numbering styles (multilevel list styles) → the list they stand for. */
  readonly numbering: ReadonlyMap<string, string>;
  /** The style of a paragraph that names none. */
  readonly standard: string | undefined;
}

export function readStyles(root: XmlElement | undefined): Styles {
  const paragraph = new Map<string, StyleNumbering>();
  const numbering = new Map<string, string>();
  let standard: string | undefined;
  for (const style of childrenNamed(root, "w:style")) {
    const id = style.attributes["w:styleId"] ?? "";
    const list = child(child(style, "w:pPr"), "w:numPr");
    const numId = valueOf(list, "w:numId");
    if (style.attributes["w:type"] === "numbering") {
      if (numId !== undefined) numbering.set(id, numId);
    } else if (style.attributes["w:type"] === "paragraph") {
      paragraph.set(id, { basedOn: valueOf(style, "w:basedOn"), numId, level: numberOf(list, "w:ilvl") });
      if (isDefault(style)) standard = id;
    }
  }
  return { paragraph, numbering, standard };
}

function isDefault(style: XmlElement): boolean {
  return ["1", "true", "on"].includes(style.attributes["w:default"] ?? "");
}

/** The numbering that a style has or inherits. `from` is the style that names the list: levels are linked to it. */
export interface InheritedNumbering {
  readonly numId: string;
  readonly level: number | undefined;
  /** The level that a style based on `from` gives for itself. */
  readonly derivedLevel: number | undefined;
  readonly from: string;
}

export function numberingOfStyle(styles: Styles, id: string | undefined): InheritedNumbering | undefined {
  const seen = new Set<string>();
  let derivedLevel: number | undefined;
  for (let at = id ?? styles.standard; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const style = styles.paragraph.get(at);
    if (style?.numId !== undefined) return { numId: style.numId, level: style.level, derivedLevel, from: at };
    derivedLevel ??= style?.level;
    at = style?.basedOn;
  }
  return undefined;
}
