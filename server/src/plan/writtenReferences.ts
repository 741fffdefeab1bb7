import { fromArabic, fromChinese } from "../text/numerals.js";
import type { Span } from "../text/span.js";
import type { MarkerStyle } from "./model.js";
import { matchesIn } from "../text/matches.js";

/** 见本方案第二部分第（三）、（五）项 as it is written, whatever it may mean. */
export interface WrittenReference {
  /** With its lead. */
  readonly span: Span;
  /** 见, 本方案, 按照…; that of the reference before it where the two are joined by 和; "" where it stands bare. */
  readonly lead: string;
  /** 第二部分 of the reference before it, where 和第（五）项 leaves it unsaid. */
  readonly within: readonly ReferenceLink[];
  /** 第二部分, then 第（三）、（五）项: each within what the one before it names. */
  readonly links: readonly ReferenceLink[];
}

export interface ReferenceLink {
  readonly members: readonly ReferenceMember[];
  /** 项, 部分, 章… */
  readonly unit: string;
  /** The form that brackets tell; undefined where there are none. */
  readonly bracketed: MarkerStyle | undefined;
}

/** One number of a link. */
export interface ReferenceMember {
  /** From 第 to 项; in a list the piece that belongs to this number. */
  readonly span: Span;
  readonly numeral: Span;
  readonly ordinal: number;
}

const SELF = "本(?:方案|要点|意见|计划|规划|通知|办法|文件|文)";
const LEAD = `(?:(?:(?<![意预常可罕偏])见|参照|按照|依照|根据|对照|上述|前述|前文|上文|下文|${SELF})(?:${SELF})?的?)`;
/** A reference ends with its line: the number that the next one begins with is its own. */
const BLANK = "[^\\S\\r\\n]";
const NUMERAL = "(?:[一二三四五六七八九十百]{1,4}|[0-9]{1,3})";
const AND = `${BLANK}?[、和及至到—～-]${BLANK}?第?`;
/** 第一条线, 第一节课, 第一项目 aside; 第（一）项目标 is 第（一）项 and its goals. */
const UNIT = "(项(?!目(?!标))|条(?![线路河])|款(?!项)|点(?!钟)|部分|章(?!程)|节(?!课)|篇)";
const BRACKETED = `[（(]${NUMERAL}[）)]`;
const NUMERALS = `第${BLANK}?(?:${BRACKETED}(?:${AND}${BRACKETED}){0,5}|${NUMERAL}(?:${AND}${NUMERAL}){0,5})${BLANK}?`;
const CHAIN = new RegExp(`(?:${NUMERALS}${UNIT}的?){1,4}`, "y");
const LEAD_BEFORE = new RegExp(`${LEAD}$`);
/** No lead is longer: 本方案本要点的. */
const LONGEST_LEAD = 7;
const LINK = new RegExp(`${NUMERALS}${UNIT}`, "g");
const NUMERALS_IN_LINK = new RegExp(NUMERAL, "g");
const JOINED = /^[、和及至到—～-]?$/;

/** Every place that could name an item of a document by its number, in reading order. */
export function writtenReferences(text: string): WrittenReference[] {
  const found: WrittenReference[] = [];
  let end = 0;
  // Each begins with 第, behind its lead: no other place has to be looked at.
  for (let at = text.indexOf("第"); at !== -1; at = text.indexOf("第", Math.max(end, at + 1))) {
    CHAIN.lastIndex = at;
    const chain = CHAIN.exec(text)?.[0];
    if (chain === undefined) continue;
    const ownLead = LEAD_BEFORE.exec(text.slice(Math.max(end, at - LONGEST_LEAD), at))?.[0] ?? "";
    const start = at - ownLead.length;
    const links = matchesIn(chain, LINK).map((link) => linkOf(link, at));
    const before = found.at(-1);
    const isJoined = before && ownLead === "" && isJoint(text.slice(before.span.end, start));
    end = at + chain.length;
    found.push({
      span: { start, end },
      lead: isJoined ? before.lead : ownLead,
      within: isJoined ? unsaid(before, links.length) : [],
      links,
    });
  }
  return found;
}

/** 和, or nothing at all, within one line. */
function isJoint(between: string): boolean {
  return !/[\r\n]/.test(between) && JOINED.test(between.trim());
}

/** What a shorter reference takes over from the longer one that it is joined to. */
function unsaid({ within, links }: WrittenReference, length: number): readonly ReferenceLink[] {
  const all = [...within, ...links];
  return all.slice(0, Math.max(0, all.length - length));
}

function linkOf(match: RegExpExecArray, chainAt: number): ReferenceLink {
  const text = match[0];
  const at = chainAt + match.index;
  const isBracketed = /[（(]/.test(text);
  const numerals = matchesIn(text, NUMERALS_IN_LINK);
  const wide = isBracketed ? 1 : 0;
  const members = numerals.map(({ 0: written, index }, i): ReferenceMember => {
    const end = index + written.length;
    const from = i === 0 ? 0 : index - wide;
    const to = i === numerals.length - 1 ? text.length : end + wide;
    return {
      span: { start: at + from, end: at + to },
      numeral: { start: at + index, end: at + end },
      ordinal: fromArabic(written) ?? fromChinese(written) ?? 0,
    };
  });
  const style = /\d/.test(text) ? "arabic-paren" : "hanzi-paren";
  return { members, unit: match[1] ?? "", bracketed: isBracketed ? style : undefined };
}
