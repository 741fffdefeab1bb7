import {
  abstractList,
  type DocxSource,
  list,
  makeDocx,
  paragraph,
  PLAN_LEVELS,
  run,
} from "../read/support/docx.js";
import { utf8 } from "../read/support/read.js";

/** A way to make a file as long as one likes that a reader might stumble over. */
export interface FileShape {
  readonly name: string;
  readonly fileName: string;
  make(length: number): Uint8Array;
}

/** What a page may hold over and over, mostly never closed. */
const PAGE_PIECES =
  "<b>|<p>甲|</p>|<li>甲|<ul><li>|<ol start=5><li>甲|<table><tr><td>|<tr><td>甲|<table>甲|&amp;|&|<|<!--|<a |<a>|<script>|<select><option>|<div><p>甲</div>|<div>|<pre>甲\n|<svg>|<math><mi>|<template>|<form>|<textarea>|<b><i>|<b><p>|<i></b>|<dl><dt><dd>|<ruby>漢<rt>|<body class=a>|<!--[if supportLists]>1.<![endif]-->|甲\n";

const pageOf = (inside: string): Uint8Array => utf8(`<html><body>${inside}`);
const repeat = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));

function each(length: number, piece: (i: number) => string): string {
  const pieces: string[] = [];
  for (let i = 0, size = 0; size < length; i++) {
    const next = piece(i);
    size += next.length;
    pieces.push(next);
  }
  return pieces.join("");
}

const pages: readonly FileShape[] = [
  ...PAGE_PIECES.split("|").map((piece) => page(piece, (length) => repeat(piece, length))),
  page("attributes", (length) => `<p ${each(length, (i) => `a${i}=2 `)}>甲</p>`),
  page(
    "declarations of style",
    (length) => `<p style="${repeat("mso-list:l0 level1 lfo1;", length)}">甲</p>`,
  ),
  page("cells over rows", (length) => repeat("<table><tr><td rowspan=65534 colspan=1000>甲</table>", length)),
  page("closed in order", (length) => `${repeat("<div>", length / 2)}甲${repeat("</div>", length / 2)}`),
];

function page(name: string, inside: (length: number) => string): FileShape {
  return {
    name: `web page, ${JSON.stringify(name)}`,
    fileName: "a.html",
    make: (length) => pageOf(inside(length)),
  };
}

/** A style based on the one before it, or on the one after. */
function styles(length: number, step: 1 | -1): DocxSource {
  const one = (i: number): string =>
    `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${i + step}"/></w:style>`;
  return {
    body: each(length, (i) => paragraph("甲", { style: `s${i}` })),
    styles: each(length, one),
  };
}

const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const comment = (i: number): string => `<w:comment w:id="${i}" w:author="a">${paragraph("乙")}</w:comment>`;
const cell = `<w:tc>${paragraph("甲")}</w:tc>`;

const documents: Readonly<Record<string, (length: number) => DocxSource>> = {
  "styles, each based on the next": (length) => styles(length, 1),
  "styles, each based on the last": (length) => styles(length, -1),
  numbers: (length) => ({
    body: each(length, (i) => paragraph("甲", { list: 1, level: i % 4 })),
    numbering: abstractList(0, PLAN_LEVELS) + list(1, 0),
  }),
  "as many lists as paragraphs": (length) => ({
    body: each(length, (i) => paragraph("甲", { list: i + 1, level: i % 4 })),
    numbering: abstractList(0, PLAN_LEVELS) + each(length, (i) => list(i + 1, 0)),
  }),
  "a list overridden again and again": (length) => ({
    body: paragraph("甲", { list: 1, level: 0 }).repeat(1000),
    numbering:
      abstractList(0, PLAN_LEVELS) +
      list(1, 0, repeat('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>', length)),
  }),
  "comments never ended": (length) => ({
    body: each(length, (i) => `<w:p><w:commentRangeStart w:id="${i}"/>${run("甲")}</w:p>`),
    comments: each(length, comment),
  }),
  "one footnote, again and again": (length) => ({
    body: repeat(`<w:p>${run("甲")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, length),
    footnotes: `<w:footnote w:id="2">${paragraph("乙").repeat(500)}</w:footnote>`,
  }),
  "rows of a table": (length) => ({
    body: `<w:tbl>${repeat(`<w:tr>${cell}${cell}</w:tr>`, length)}</w:tbl>`,
  }),
  "cells of a row": (length) => ({ body: `<w:tbl><w:tr>${repeat(cell, length)}</w:tr></w:tbl>` }),
  "fields never ended": (length) => ({ body: `<w:p>${repeat(field("begin"), length)}</w:p>` }),
  "a field over paragraphs": (length) => ({
    body: `<w:p>${field("begin")}${field("separate")}</w:p>${repeat(paragraph("甲"), length)}`,
  }),
  "marks of paragraphs taken out": (length) => ({
    body: repeat(`<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("甲")}</w:p>`, length),
  }),
  "runs of a paragraph": (length) => ({ body: `<w:p>${repeat(run("甲"), length)}</w:p>` }),
  bookmarks: (length) => ({
    body: `<w:p>${each(length, (i) => `<w:bookmarkStart w:id="${i}" w:name="b${i}"/>`)}</w:p>`,
  }),
  entities: (length) => ({ body: `<w:p>${run(repeat("&amp;", length))}</w:p>` }),
};

/** Bytes of no one encoding. */
const BYTES: Readonly<Record<string, readonly number[]>> = {
  "bytes of UTF-8 and GB18030 mixed": [0xe4, 0xb8, 0xad, 0xd6],
  "four bytes a character": [0x81, 0x30, 0x81, 0x30],
  "bytes of no encoding": [0xff],
  "carriage returns": [13],
};

export const fileShapes: readonly FileShape[] = [
  ...pages,
  ...Object.entries(documents).map(([name, source]): FileShape => ({
    name: `Word, ${name}`,
    fileName: "a.docx",
    make: (length) => makeDocx(source(length)),
  })),
  ...Object.entries(BYTES).map(([name, bytes]): FileShape => ({
    name: `text, ${name}`,
    fileName: "a.txt",
    make: (length) => Uint8Array.from({ length }, (_, i) => bytes[i % bytes.length] ?? 0),
  })),
];
