import { elements, parseXml, type XmlElement, type XmlPlaces } from "../../read/xml.js";
import type { Names } from "./names.js";

/** What is known of the file that the comments are put into. */
export interface CommentHome {
  readonly main: string;
  /** The part that holds its comments, where it has one. */
  readonly comments: string | undefined;
  readonly read: (name: string) => string | undefined;
  readonly document: XmlElement;
}

/** The comments of a Word file, its own first. */
export interface CommentPart {
  /** Gives the number of the comment. */
  add(lines: readonly string[]): number;
  /** The parts that are other than before, by name. */
  parts(): readonly (readonly [string, string])[];
}

export const AUTHOR = "核稿";
const SIGNED = `w:author="${AUTHOR}" w:initials="核"`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const COMMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

export function createCommentPart(home: CommentHome, names: Names): CommentPart {
  const { comments: known, read } = home;
  const existing = known === undefined ? undefined : read(known);
  let next = firstFree(existing, home.document);
  const added: string[] = [];
  return {
    add(lines) {
      added.push(commentXml(next, lines, names));
      return next++;
    },
    parts() {
      const inside = added.join("");
      if (known !== undefined && existing !== undefined) return [[known, appended(existing, inside)]];
      const name = known ?? freeName(home);
      const xml = `${HEAD}<w:comments xmlns:w="${names.namespace}">${inside}</w:comments>`;
      return [[name, xml], ...introduced(name, home, names)];
    },
  };
}

/** Above every number that a comment of the file bears, or that its text names. */
function firstFree(existing: string | undefined, document: XmlElement): number {
  let highest = -1;
  const open = existing === undefined ? [document] : [document, parseXml(existing, "comments")];
  for (let at = open.pop(); at; at = open.pop()) {
    for (const each of elements(at)) open.push(each);
    const id = at.name.startsWith("w:comment") ? at.attributes["w:id"] : undefined;
    if (id !== undefined && /^\d{1,9}$/.test(id)) highest = Math.max(highest, Number(id));
  }
  return highest + 1;
}

/** One paragraph a line, the first with the sign that Word puts before its own. */
function commentXml(id: number, lines: readonly string[], { namespace }: Names): string {
  const paragraphs = lines.map((line, i) => {
    const sign = i === 0 ? "<w:r><w:annotationRef/></w:r>" : "";
    return `<w:p>${sign}<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`;
  });
  return `<w:comment xmlns:w="${namespace}" w:id="${id}" ${SIGNED}>${paragraphs.join("")}</w:comment>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(words: string): string {
  return inXml(words).replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A line of words as XML 1.0 may hold it: what it forbids (control characters, half a character) is left out. */
export function inXml(words: string): string {
  return words.replace(/[\t\n\r]+/g, " ").replace(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");
}

/** Put in before the root's end; a root that closes itself is opened. */
function appended(xml: string, inside: string): string {
  const places: XmlPlaces = new Map();
  const root = parseXml(xml, "package", places);
  const { start, open, close, end } = places.get(root) ?? { start: 0, open: 0, close: 0, end: 0 };
  if (close < end) return xml.slice(0, close) + inside + xml.slice(close);
  const tag = xml.slice(start, open);
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? "";
  return `${xml.slice(0, start)}${tag.slice(0, -"/>".length)}>${inside}</${name}>${xml.slice(open)}`;
}

/** A new part is named in the list of types, and in that of what the main part refers to. */
function introduced(name: string, { main, comments, read }: CommentHome, names: Names): [string, string][] {
  const typesName = "[Content_Types].xml";
  const types = read(typesName) ?? `${HEAD}<Types xmlns="${TYPES}"></Types>`;
  const override = `<Override xmlns="${TYPES}" PartName="/${name}" ContentType="${COMMENT_TYPE}"/>`;
  const typed: [string, string] = [typesName, appended(types, override)];
  const isTyped = elements(parseXml(types, typesName)).some(
    ({ attributes }) => attributes["PartName"]?.toLowerCase() === `/${name}`.toLowerCase(),
  );
  if (comments !== undefined) return isTyped ? [] : [typed];
  const slash = main.lastIndexOf("/") + 1;
  const relationsName = `${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`;
  const relations = read(relationsName) ?? `${HEAD}<Relationships xmlns="${RELATIONS}"></Relationships>`;
  const office =
    names.kind === "strict"
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relation = `<Relationship xmlns="${RELATIONS}" Id="${freeId(relations)}" Type="${office}/comments" Target="/${name}"/>`;
  return [...(isTyped ? [] : [typed]), [relationsName, appended(relations, relation)]];
}

function freeId(relations: string): string {
  const taken = new Set(elements(parseXml(relations, "rels")).map(({ attributes }) => attributes["Id"]));
  let number = 1;
  while (taken.has(`rIdHegao${number}`)) number++;
  return `rIdHegao${number}`;
}

/** Beside the main part, under a name that nothing in the archive has. */
function freeName({ main, read }: CommentHome): string {
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  let number = 0;
  const name = (): string => `${folder}comments${number === 0 ? "" : number}.xml`;
  while (read(name()) !== undefined) number++;
  return name();
}
