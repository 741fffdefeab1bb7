import type { Item, Line, Paragraph, PlanDocument } from "../../../plan/model.js";
import { fromChinese } from "../../../text/numerals.js";
import type { Span } from "../../../text/span.js";
import { matchesIn } from "../../../text/matches.js";

const NUMBER = "([二两三四五六七八九十]{1,3}|\\d{1,2})";
/** 七大行动, 八项工程, with the quotes around it. */
const PROMISE = new RegExp(`[“"‘]?${NUMBER}(?:大|项|个)([\\u4e00-\\u9fff]{2,6})[”"’]?`, "g");
/** Things that bear a name of their own. 工作 and 任务 are counted in too many other ways. */
const NOUNS = ["行动", "工程", "计划", "项目", "活动", "攻坚战"];
/** A number that others set: 落实省“十大行动”. */
const OF_OTHERS = /(?:省|国家|全国|教育部|上级)[^，]{0,4}$/;
/** 以下五个方面： at the end of a lead; what follows is the list itself. */
const LEAD = new RegExp(`(?:以下|下列|如下)${NUMBER}(?:大|项|个|条|点)[^，。；：:”]{0,10}[：:]$`);
const BEFORE_ENUMERATION = new RegExp(`${NUMBER}(?:大|项|个|条|点)[^，。；：:”"]{0,8}[：:]$`);
/** “教会、勤练、常展”三大环节: a list in quotes, counted. */
const QUOTED = new RegExp(`“([^“”，。；：和与及]{3,80})”${NUMBER}(?:大|项|个)(?![月年小字])`, "y");
/** So far before the closing quote the opening one may stand. */
const LONGEST_QUOTED = 81;

/** A number announced, and how many follow. */
export interface Mismatch {
  readonly span: Span;
  readonly said: number;
  readonly counted: number;
}

function valueOf(numeral: string): number {
  return /^\d/.test(numeral) ? Number(numeral) : (fromChinese(numeral) ?? 0);
}

/** What the counts see of a paragraph, beside headings: a lead before a list, lists run in or in quotes. */
export function announcing({ text, enumerations }: Paragraph): string {
  return enumerations.length > 0 ||
    /[：:]\s*$|”[二两三四五六七八九十\d]|^\s*[二三四五六七八九十]{1,2}[是要]/.test(text)
    ? text
    : "";
}

/** What the counts see of a heading: what it announces, and whether it is called by what others announce. */
export function announcedIn(title: string): string {
  const promises = matchesIn(title, PROMISE).length > 0 || TALLY.test(title) ? title : "";
  return `${promises} ${NOUNS.filter((noun) => isCalled(title, noun)).join(" ")}`;
}

/** 一、经济发展类（8项）: how many items the heading says that it has. */
const TALLY = /[（(]共?([二两三四五六七八九十]{1,3}|\d{1,2})[项条个](?:任务|工作|重点任务|重点工作)?[）)]$/;

/** True for an item with children whose heading says how many they are. */
export function isTallied({ title, children }: Item): boolean {
  return children.length > 0 && TALLY.test(title);
}

/** Tallies of items below one parent that are not those of their children, where another one there is: so it is they that are counted. */
export function ofTallies(plan: PlanDocument, tallied: readonly Item[]): Mismatch[] {
  const said = tallied.map(({ title }) => valueOf(TALLY.exec(title)?.[1] ?? ""));
  const kept = tallied.filter(({ children }, i) => children.length === said[i]);
  const proven = new Set(kept.map(({ parent, part }) => parent ?? part.kind));
  return tallied.flatMap((item, i) => {
    const { title, children, parent, part, headingStart, headingEnd } = item;
    const [whole = ""] = TALLY.exec(title) ?? [];
    const start = headingStart + plan.text.slice(headingStart, headingEnd).lastIndexOf(whole);
    const isSlip = said[i] !== children.length && children.every((child) => child.children.length === 0);
    if (!isSlip || !proven.has(parent ?? part.kind) || start < headingStart) return [];
    return [{ span: { start, end: start + whole.length }, said: said[i] ?? 0, counted: children.length }];
  });
}

/** The children of an item, two and more, against what its heading or the end of its lead announces. */
export function ofChildren(plan: PlanDocument, item: Item): Mismatch[] {
  const counted = item.children.length;
  const lead = LEAD.exec(plan.text.slice(item.start, item.ownEnd).slice(-40));
  if (lead) {
    const said = valueOf(lead[1] ?? "");
    const span = { start: item.ownEnd - lead[0].length, end: item.ownEnd };
    return said >= 2 && said !== counted ? [{ span, said, counted }] : [];
  }
  for (const match of matchesIn(item.title, PROMISE)) {
    const said = valueOf(match[1] ?? "");
    if (
      said < 2 ||
      OF_OTHERS.test(item.title.slice(0, match.index)) ||
      !areAll(item.children, match[2] ?? "")
    )
      continue;
    const start = plan.text.indexOf(match[0], item.headingStart);
    return said === counted || start === -1
      ? []
      : [{ span: { start, end: start + match[0].length }, said, counted }];
  }
  return [];
}

/** True where every child is called by a noun that was announced: 润心行动, 强健行动 for 七大行动. */
function areAll(children: readonly Item[], announced: string): boolean {
  return NOUNS.some(
    (noun) => announced.includes(noun) && children.every(({ title }) => isCalled(title, noun)),
  );
}

function isCalled(title: string, noun: string): boolean {
  return title.split(/[，,：:]/).some((clause) => clause.endsWith(noun));
}

/** 抓好三项工作：一是…二是…, the announcement right before the first member. */
export function ofEnumerations(line: Line, next: Paragraph | undefined): Mismatch[] {
  const { text, enumerations } = line.paragraph;
  // The list goes on in the next paragraph.
  if (/[；，、]\s*$/.test(text) || /^\s*[二三四五六七八九十]{1,2}(?:是|要)/.test(next?.text ?? "")) return [];
  return enumerations.flatMap(({ members }) => {
    const first = members[0];
    const match = first && BEFORE_ENUMERATION.exec(text.slice(0, first.span.start).slice(-24));
    const isWhole = members.length >= 2 && members.every(({ ordinal }, i) => ordinal === i + 1);
    const said = valueOf(match?.[1] ?? "");
    if (!match || !isWhole || said < 2 || said === members.length) return [];
    const end = line.start + first.span.start;
    const isLead = /(?:以下|下列|如下)$/.test(text.slice(0, first.span.start - match[0].length));
    return [
      { span: { start: end - match[0].length - (isLead ? 2 : 0), end }, said, counted: members.length },
    ];
  });
}

/**
 * A list in quotes against the number behind it; of the lines in which a number stands behind quotes. One far larger
 * counts other things: “强基、提质、增效”12项行动.
 */
export function quotedLists({ text }: PlanDocument, lines: readonly Line[]): Mismatch[] {
  const found: Mismatch[] = [];
  for (const { start, paragraph } of lines) {
    for (let at = paragraph.text.indexOf("”"); at !== -1; at = paragraph.text.indexOf("”", at + 1)) {
      if (!/[二两三四五六七八九十\d]/.test(paragraph.text[at + 1] ?? "")) continue;
      // It may begin on the line above.
      const from = Math.max(0, start + at - LONGEST_QUOTED);
      const open = text.slice(from, start + at).lastIndexOf("“");
      QUOTED.lastIndex = from + open;
      const match = open === -1 ? null : QUOTED.exec(text);
      if (match?.index === undefined || match.index + (match[1] ?? "").length + 1 !== start + at) continue;
      const counted = (match[1] ?? "").split("、").length;
      const said = valueOf(match[2] ?? "");
      const span = { start: match.index, end: match.index + match[0].length };
      if (counted >= 3 && said !== counted && said <= 2 * counted) found.push({ span, said, counted });
    }
  }
  return found;
}
