import { SaxesParser } from "saxes";
import { LIMITS } from "./limits.js";
import { refuse } from "./refuse.js";

/**
 * An element of an office document. Names carry the usual prefix of their namespace (`w:p`) whatever prefix the
 * file chose, and the strict and the transitional namespace of Word count as one.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const PREFIXES = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
  ["http://schemas.microsoft.com/office/word/2012/wordml", "w15"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
]);

/** Where an element stands in the text that it was read from: its start tag, and its end tag (none where it closes itself). */
export interface XmlPlace {
  readonly start: number;
  /** Behind the start tag. */
  readonly open: number;
  /** Before the end tag. */
  readonly close: number;
  readonly end: number;
}

/** The places of the elements of one part, noted for who wants to put something in. */
export type XmlPlaces = Map<XmlElement, XmlPlace>;

/**
 * Parses one part strictly: a document type declaration is refused before any entity can be declared, nesting and
 * number of elements are limited, and what is not well-formed is damage, never half a document.
 */
export function parseXml(text: string, part: string, places?: XmlPlaces): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: Mutable = { name: "", attributes: {}, children: [] };
  const open: Mutable[] = [root];
  const nameOf = createNames();
  const guard = createGuard(part);
  parser.on("attribute", guard.attribute);
  parser.on("doctype", () => refuse("xml-doctype", { part }));
  parser.on("error", (error) => refuse("xml-damaged", { part, detail: error.message }));
  parser.on("opentag", (tag) => {
    guard.element(open.length);
    let attributes: Record<string, string> | undefined;
    for (const key in tag.attributes) {
      const attribute = tag.attributes[key];
      if (attribute) (attributes ??= {})[nameOf(attribute.uri, attribute.local)] = attribute.value;
    }
    const name = nameOf(tag.uri, tag.local);
    const element: Mutable = { name, attributes: attributes ?? NO_ATTRIBUTES, children: [] };
    open.at(-1)?.children.push(element);
    if (places) notePlace(places, element, { text, behind: parser.position });
    if (!tag.isSelfClosing) open.push(element);
  });
  parser.on("closetag", (tag) => {
    if (tag.isSelfClosing) return;
    const element = open.pop();
    if (places && element) noteEnd(places, element, { text, behind: parser.position });
  });
  const addText = (text: string): void => void open.at(-1)?.children.push(text);
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  const first = root.children.find((child) => typeof child !== "string");
  return first ?? refuse("xml-damaged", { part, detail: "" });
}

interface Behind {
  readonly text: string;
  /** The place behind the tag that was read last; no tag holds a second `<`. */
  readonly behind: number;
}

function notePlace(places: XmlPlaces, element: XmlElement, { text, behind }: Behind): void {
  const start = text.lastIndexOf("<", behind - 1);
  places.set(element, { start, open: behind, close: behind, end: behind });
}

function noteEnd(places: XmlPlaces, element: XmlElement, { text, behind }: Behind): void {
  const place = places.get(element);
  if (place) places.set(element, { ...place, close: text.lastIndexOf("<", behind - 1), end: behind });
}

/** Refuses what would take too much, as soon as it is seen. */
function createGuard(part: string): { element(depth: number): void; attribute(): void } {
  let [elements, nesting, attributes, own] = [0, 0, 0, 0];
  const atMost = (limit: number, count: number): void => {
    if (count > limit) refuse("xml-too-large", { part, limit });
  };
  return {
    element(depth) {
      if (depth > LIMITS.xmlDepth) refuse("xml-too-deep", { part, limit: LIMITS.xmlDepth });
      own = 0;
      atMost(LIMITS.xmlElements, ++elements);
      atMost(LIMITS.xmlNesting, (nesting += depth));
    },
    attribute() {
      atMost(LIMITS.xmlOwnAttributes, ++own);
      atMost(LIMITS.xmlAttributes, ++attributes);
    },
  };
}

interface Mutable extends XmlElement {
  readonly children: (Mutable | string)[];
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/** The name of an element or an attribute, the same string wherever it stands: a document has few, and many elements. */
function createNames(): (uri: string, local: string) => string {
  const spaces = new Map<string, Map<string, string>>();
  return (uri, local) => {
    if (uri === "") return local;
    let names = spaces.get(uri);
    if (!names) spaces.set(uri, (names = new Map()));
    let name = names.get(local);
    if (name === undefined) names.set(local, (name = `${PREFIXES.get(uri) ?? "?"}:${local}`));
    return name;
  };
}

export function elements(parent: XmlElement | undefined): XmlElement[] {
  return (parent?.children ?? []).filter((child) => typeof child !== "string");
}

export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((each): each is XmlElement => typeof each !== "string" && each.name === name);
}

export function childrenNamed(parent: XmlElement | undefined, name: string): XmlElement[] {
  return elements(parent).filter((each) => each.name === name);
}

/** `w:val` of the child `name`: the way Word writes nearly every property. */
export function valueOf(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes["w:val"];
}

export function numberOf(parent: XmlElement | undefined, name: string): number | undefined {
  const value = valueOf(parent, name);
  return value !== undefined && /^-?[0-9]{1,9}$/.test(value) ? Number(value) : undefined;
}

/** A property that is on by being there (`<w:vanish/>`), unless it says otherwise. */
export function isOn(parent: XmlElement | undefined, name: string): boolean {
  const property = child(parent, name);
  return property !== undefined && !["0", "false", "off"].includes(property.attributes["w:val"] ?? "1");
}

/** All text under an element, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map((each) => (typeof each === "string" ? each : textOf(each))).join("");
}
