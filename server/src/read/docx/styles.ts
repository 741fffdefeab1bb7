import { child, childrenNamed, numberOf, valueOf, type XmlElement } from "../xml.js";
import type { ParagraphStyles, StyleNumbering } from "../word/styleNumbering.js";

export interface Styles extends ParagraphStyles {
  /** Numbering styles (multilevel list styles) → the list they stand for. */
  readonly numbering: ReadonlyMap<string, string>;
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
