import { strToU8, zipSync } from "fflate";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS = ["styles", "numbering", "comments", "footnotes", "endnotes"] as const;

export interface DocxSource {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
}

/** A .docx made by hand: only the inside of each part is given. */
export function makeDocx(source: DocxSource): Uint8Array {
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8(
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        contentType("document.main", "document") +
        PARTS.map((part) => contentType(part, part)).join("") +
        "</Types>",
    ),
    "_rels/.rels": strToU8(relations([["officeDocument", "word/document.xml"]])),
    "word/document.xml": strToU8(
      `${HEAD}<w:document ${NAMESPACES}><w:body>${source.body}</w:body></w:document>`,
    ),
    "word/_rels/document.xml.rels": strToU8(relations(PARTS.map((part) => [part, `${part}.xml`]))),
  };
  for (const part of PARTS) {
    files[`word/${part}.xml`] = strToU8(`${HEAD}<w:${part} ${W}>${source[part] ?? ""}</w:${part}>`);
  }
  return zipSync(files);
}

const NAMESPACES =
  `${W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
  ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

function contentType(type: string, part: string): string {
  const full = `application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml`;
  return `<Override PartName="/word/${part}.xml" ContentType="${full}"/>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([type, target], i) => `<Relationship Id="r${i}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join("")}</Relationships>`;
}

export interface ParagraphOptions {
  readonly list?: number;
  readonly level?: number;
  readonly style?: string;
}

export function paragraph(text: string, options: ParagraphOptions = {}): string {
  const style = options.style === undefined ? "" : `<w:pStyle w:val="${options.style}"/>`;
  const level = options.level === undefined ? "" : `<w:ilvl w:val="${options.level}"/>`;
  const list =
    options.list === undefined ? "" : `<w:numPr>${level}<w:numId w:val="${options.list}"/></w:numPr>`;
  return `<w:p><w:pPr>${style}${list}</w:pPr>${run(text)}</w:p>`;
}

export function run(text: string): string {
  return text === "" ? "" : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export interface LevelOptions {
  readonly format: string;
  readonly text: string;
  readonly start?: number;
  /** Further properties, as XML, in the order of the schema. */
  readonly more?: string;
}

export function abstractList(id: number, levels: readonly LevelOptions[]): string {
  const each = levels.map(
    ({ format, text, start = 1, more = "" }, i) =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${each.join("")}</w:abstractNum>`;
}

export function list(id: number, abstractId: number, overrides = ""): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
}

/** The four levels of GB/T 9704. */
export const PLAN_LEVELS: readonly LevelOptions[] = [
  { format: "chineseCounting", text: "%1、" },
  { format: "chineseCounting", text: "（%2）" },
  { format: "decimal", text: "%3." },
  { format: "decimal", text: "（%4）" },
];
