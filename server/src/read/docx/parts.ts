import { decodeText } from "../decode.js";
import type { ReadHost } from "../model.js";
import { refuse } from "../refuse.js";
import { elements, parseXml, type XmlElement, type XmlPlaces } from "../xml.js";
import { openZip, type ZipArchive } from "../zip.js";

/** The parts of a Word document that hold text, or say how to read it. */
export interface DocxParts {
  readonly document: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  readonly comments: XmlElement | undefined;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  /** What the archive calls them. */
  readonly names: { readonly main: string; readonly comments: string | undefined };
}

interface Archive extends ZipArchive {
  readonly host: ReadHost;
}

/** Places are noted of the main part. */
export function openDocx(bytes: Uint8Array, host: ReadHost, places?: XmlPlaces): DocxParts {
  const archive = { ...openZip(bytes), host };
  const main = mainPart(archive);
  const document = readPart(archive, main, places) ?? refuse("not-word");
  const related = relations(archive, main);
  const part = (type: string): XmlElement | undefined => {
    const name = related.get(type);
    return name === undefined ? undefined : readPart(archive, name);
  };
  return {
    document,
    styles: part("styles"),
    numbering: part("numbering"),
    comments: part("comments"),
    footnotes: part("footnotes"),
    endnotes: part("endnotes"),
    names: { main, comments: related.get("comments") },
  };
}

function readPart(archive: Archive, name: string, places?: XmlPlaces): XmlElement | undefined {
  const bytes = archive.read(name);
  return bytes && parseXml(decodeText(bytes, archive.host).text, name, places);
}

function mainPart(archive: Archive): string {
  return relations(archive, "").get("officeDocument") ?? "word/document.xml";
}

/** The parts that one part refers to, by the last word of the relation's type; the first of each kind. */
function relations(archive: Archive, part: string): ReadonlyMap<string, string> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const root = readPart(archive, `${folder}_rels/${part.slice(slash)}.rels`);
  const found = new Map<string, string>();
  for (const { attributes } of elements(root)) {
    if (attributes["TargetMode"] === "External") continue;
    const type = (attributes["Type"] ?? "").replace(/^.*\//, "");
    if (!found.has(type)) found.set(type, resolve(folder, attributes["Target"] ?? ""));
  }
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of (folder + target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
