import type { Format, RefusalCode } from "./model.js";
import { hasStream, isCompoundFile } from "./ole.js";

/** What a file is, by its first bytes rather than by its name: offices rename .html and .rtf to .doc every day. */
export type Kind = { readonly format: Format } | { readonly refusal: RefusalCode };

export function sniff(bytes: Uint8Array, name: string): Kind {
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  if (base.startsWith("~$") && bytes.length < 1024) return { refusal: "lock-file" };
  const named: Format = /\.(?:s?html?|xhtml)$/i.test(base)
    ? "html"
    : /\.(?:md|markdown)$/i.test(base)
      ? "md"
      : "txt";
  if (opensAsProse(bytes)) return { format: named };
  const head = latin1(bytes.subarray(0, 1024));
  if (isCompoundFile(bytes)) return sniffCompound(bytes, base);
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return sniffZip(bytes);
  for (const [start, refusal] of MAGIC) if (head.startsWith(start)) return { refusal };
  return sniffText(head.replaceAll("\0", ""), named);
}

/**
 * True where the first byte that is no mark, NUL or blank opens neither mark-up nor any header or signature: Chinese in
 * UTF-8, as most files are. Its further bytes need not be looked at.
 */
function opensAsProse(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < 64 && isSkipped(bytes[at] ?? 1)) at++;
  const first = bytes[at] ?? 0;
  return first >= 0xe2 && first <= 0xe9 && at < 64;
}

/** A byte order mark's bytes are left to the careful way, except those of UTF-8. */
function isSkipped(byte: number): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf || byte === 0x20 || byte === 10 || byte === 13;
}

const MAGIC: readonly (readonly [string, RefusalCode])[] = [
  ["%PDF", "pdf"],
  ["{\\rtf", "rtf"],
  ["\x89PNG", "image"],
  ["\xff\xd8\xff", "image"],
  ["GIF8", "image"],
  ["II*\0", "image"],
  ["MM\0*", "image"],
  ["Rar!", "archive"],
  ["7z\xbc\xaf", "archive"],
  ["\x1f\x8b", "archive"],
];

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function sniffCompound(bytes: Uint8Array, base: string): Kind {
  if (hasStream(bytes, "EncryptedPackage")) return { refusal: "encrypted" };
  // Kingsoft's .wps of the last twenty years is Word's own format under another name.
  if (hasStream(bytes, "WordDocument")) return { format: "doc" };
  if (hasStream(bytes, "Workbook") || hasStream(bytes, "Book")) return { refusal: "spreadsheet" };
  if (hasStream(bytes, "PowerPoint Document")) return { refusal: "slides" };
  return { refusal: /\.(?:wps|wpt)$/i.test(base) ? "wps" : "old-office" };
}

/** The names of an archive's parts stand readable in its directory, at the end. */
function sniffZip(bytes: Uint8Array): Kind {
  const start = latin1(bytes.subarray(0, 128));
  if (start.includes("application/vnd.oasis.opendocument.text")) return { refusal: "odt" };
  const names = directoryNames(bytes);
  const has = (part: string): boolean => names.includes(part);
  if (has("OFD.xml")) return { refusal: "ofd" };
  if (has("xl/workbook")) return { refusal: "spreadsheet" };
  if (has("ppt/presentation")) return { refusal: "slides" };
  if (has("[Content_Types].xml") || has("word/") || has("_rels/.rels")) return { format: "docx" };
  // Without its directory the archive was cut off; that is for the reader to say.
  return names.includes("PK\x05\x06") ? { refusal: "archive" } : { format: "docx" };
}

function directoryNames(bytes: Uint8Array): string {
  const tail = bytes.subarray(Math.max(0, bytes.length - 64 * 1024));
  return new TextDecoder("latin1").decode(tail);
}

function sniffText(head: string, named: Format): Kind {
  const opening = head
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .trimStart()
    .toLowerCase();
  if (opening.startsWith("<?mso-application") || opening.includes("schemas.microsoft.com/office/word/2003")) {
    return { refusal: "word-xml" };
  }
  if (opening.startsWith("mime-version:") || opening.includes("content-type: multipart/related")) {
    return { refusal: "mhtml" };
  }
  return { format: isMarkup(opening) ? "html" : named };
}

function isMarkup(opening: string): boolean {
  if (/^(?:<!doctype html|<html|<head|<body)/.test(opening)) return true;
  return opening.startsWith("<?xml") && opening.includes("<html");
}
