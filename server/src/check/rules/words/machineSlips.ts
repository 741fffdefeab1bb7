import type { Paragraph } from "../../../plan/model.js";
import { shift, type Span } from "../../../text/span.js";
import { TEXT_LENGTH } from "./siteLines.js";
import type { Wanted } from "../../characterSifter.js";
import { matchesIn } from "../../../text/matches.js";

/** A slip of a machine inside a line: what it left, and what it may have been. */
export interface MachineSlip {
  readonly key: "code" | "letter";
  readonly span: Span;
  /** The possible right texts, the likeliest first; empty where nothing can be said. */
  readonly right: readonly string[];
  readonly sure: boolean;
}

/** Marks of a word processor or a page that were taken over as text. */
const CODES =
  /\[bookmark:[^\]\n]{0,40}\]|错误[！!] ?未(?:找到引用源|定义书签)[。.]?|Error! (?:Reference source not found|Bookmark not defined)\.?|&(?:nbsp|emsp|ensp|ldquo|rdquo|middot|hellip|mdash);|<\/?(?:br|p|div|span|strong|b|font|td|tr|table)(?: [^<>\n]{0,100})?\/?>|\ufffd{1,20}/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  "&ldquo;": "“",
  "&rdquo;": "”",
  "&middot;": "·",
  "&hellip;": "……",
  "&mdash;": "—",
};
/** 2.O, 100oO元, 2O26年: a letter for a zero. Not O2O, H2O, 5OO个G, GPT-4o. */
const ZEROS = /(?<![A-Za-z\d.]|[A-Za-z][- ])\d[\d.]{0,12}[oO][\d.oO]{0,12}(?![A-Za-z\d])/g;
/** 35%o学历: a letter for a full stop or for the sign ‰. */
const STOPS = /\d[\d.]{0,8}[%％][oO](?![A-Za-z\d])|[\u4e00-\u9fff]o(?=[\u4e00-\u9fff])/g;

const NONE: readonly MachineSlip[] = [];

/** Without one of these a paragraph holds none. */
export const MACHINE_MARKS: Wanted = "oO[&<\ufffd误";

/** The slips of a paragraph; places count from its first character. */
export function machineSlips({ text }: Paragraph): readonly MachineSlip[] {
  if (!/[oO[&<\ufffd]|误[！!]/.test(text)) return NONE;
  const slips: MachineSlip[] = [];
  if (/[[&<\ufffd]|错误[！!]|Error!/.test(text)) {
    for (const match of matchesIn(text, CODES)) slips.push(codeSlip(match));
  }
  if (!/[\d.%％\u4e00-\u9fff][oO]/.test(text)) return slips;
  for (const match of matchesIn(text, ZEROS)) slips.push(zeroSlip(match));
  for (const match of matchesIn(text, STOPS)) slips.push(stopSlip(match, text));
  return slips;
}

function codeSlip(match: RegExpMatchArray): MachineSlip {
  const found = match[0];
  const isLost = found.startsWith("\ufffd") || /^(?:错误|Error)/.test(found);
  const right = isLost ? [] : [ENTITIES[found.toLowerCase()] ?? ""];
  return { key: "code", span: spanAt(match), right, sure: !isLost };
}

function zeroSlip(match: RegExpMatchArray): MachineSlip {
  const found = match[0];
  const zeros = found.replace(/[oO]/g, "0");
  // 100oO may be 1000 or 10000: two letters in a row may have been one zero.
  const fewer = /[oO]{2}/.test(found) ? [found.replace(/[oO]+/g, "0")] : [];
  return {
    key: "letter",
    span: spanAt(match),
    right: [...fewer, zeros],
    sure: /^\d{1,3}\.[oO]$/.test(found),
  };
}

function stopSlip(match: RegExpMatchArray, text: string): MachineSlip {
  const span = spanAt(match);
  const found = match[0];
  const next = text[span.end] ?? "";
  const stop = `${found.slice(0, -1)}。`;
  const thousandth = `${found.slice(0, -2)}‰`;
  const right = !/[%％]/.test(found) ? [stop] : /[，。；、,;]/.test(next) ? [thousandth] : [stop, thousandth];
  return { key: "letter", span, right, sure: false };
}

function spanAt(match: RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

/** The words of a line that may hold a slip, of any other whether it is as long as a line of the text itself. */
export function slipsAndLength({ text }: Paragraph): string {
  return /[[&<\ufffdoO]|错误[！!]/.test(text) ? text : `${text.length >= TEXT_LENGTH}`;
}

/** The slips of a paragraph where it begins at an offset. */
export function slipsAt(start: number, slips: readonly MachineSlip[]): readonly MachineSlip[] {
  return slips.length === 0 ? slips : slips.map((slip) => ({ ...slip, span: shift(slip.span, start) }));
}
