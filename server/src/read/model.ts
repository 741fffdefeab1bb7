import type { Span } from "../text/span.js";

/** What a file was read as. */
export type Format = "txt" | "md" | "docx" | "doc" | "html";

/**
 * How the bytes of a text spell its characters, precisely enough to write the same bytes again. UTF-16 normally
 * opens with a byte order mark; the rare files without one say so.
 */
export type Encoding =
  "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "utf-16le-no-bom" | "utf-16be-no-bom" | "gb18030";

/** The line ending of a text; a text of a single line counts as `lf`. */
export type Eol = "lf" | "crlf" | "cr" | "mixed";

/** Why a file was not read. The sentence for it is in `messages.ts`; `data` fills its blanks. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly data: Readonly<Record<string, string | number>>;
}

export type RefusalCode =
  | "archive"
  | "binary"
  | "doc-damaged"
  | "encoding-cut"
  | "encoding-damaged"
  | "encoding-unknown"
  | "encrypted"
  | "html-empty"
  | "image"
  | "internal"
  | "lock-file"
  | "mhtml"
  | "not-word"
  | "odt"
  | "ofd"
  | "old-office"
  | "pdf"
  | "rtf"
  | "slides"
  | "spreadsheet"
  | "too-large"
  | "too-much-memory"
  | "too-slow"
  | "word-xml"
  | "wps"
  | "xml-damaged"
  | "xml-doctype"
  | "xml-too-deep"
  | "xml-too-large"
  | "zip-bomb"
  | "zip-damaged"
  | "zip-too-many";

/** Something worth saying about a file that was read: what was resolved, accepted, set aside or may be missing. */
export interface ReadNote {
  readonly code: ReadNoteCode;
  readonly count: number;
}

export type ReadNoteCode =
  | "contents-left-out"
  | "deletions-dropped"
  | "doc-numbers-missing"
  | "embedded-skipped"
  | "hidden-dropped"
  | "insertions-accepted"
  | "numbers-resolved"
  | "title-from-page";

/** A reviewer's comment (批注), kept beside the text. `span` is what it speaks of, in the text as read. */
export interface Comment {
  readonly id: string;
  readonly author: string;
  readonly date: string | undefined;
  readonly text: string;
  readonly span: Span;
}

/** A footnote or endnote, kept beside the text; `offset` is where its mark stood. */
export interface Footnote {
  readonly kind: "footnote" | "endnote";
  readonly text: string;
  readonly offset: number;
}

export type ReadResult = ReadSuccess | ReadFailure;

export interface ReadSuccess {
  readonly ok: true;
  readonly text: string;
  readonly format: Format;
  readonly encoding: Encoding;
  readonly eol: Eol;
  readonly notes: readonly ReadNote[];
  readonly comments: readonly Comment[];
  readonly footnotes: readonly Footnote[];
}

export interface ReadFailure {
  readonly ok: false;
  readonly reason: Refusal;
}

/** What the place where the reader runs can add to it. A browser gives nothing (see `node.ts`). */
export interface ReadHost {
  /** Decodes UTF-8 faster than TextDecoder; undefined where the bytes are no valid UTF-8. */
  readonly decodeUtf8?: (bytes: Uint8Array) => string | undefined;
}

/** How much a repair may be trusted: `sure` and `likely` ones are made (look at the latter), `unsure` ones only shown. */
export type Certainty = "sure" | "likely" | "unsure";

export type RepairKind =
  | "blank-lines"
  | "bookmark"
  | "chunk-number"
  | "entity"
  | "hard-wrap"
  | "invisible"
  | "line-break"
  | "lost-numeral"
  | "marker-space"
  | "ocr"
  | "page-number"
  | "run-in-heading"
  | "site-residue"
  | "trailing-space";

/** One repair of a pasted or scraped text: `before` under `span` of the original becomes `after`. */
export interface Repair {
  readonly kind: RepairKind;
  readonly certainty: Certainty;
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

export interface CleanResult {
  /** The text with every repair made that is not `unsure`. */
  readonly text: string;
  /** In the order of the original. Those that are not `unsure` never overlap. */
  readonly repairs: readonly Repair[];
}
