import type { LineStarts } from "../text/lines.js";
import type { Span } from "../text/span.js";
import type { Lineage } from "./lineage.js";

/**
 * The glossary: what a plan is made of. Every value here is read-only. Every span is half-open and counts UTF-16
 * code units; in a `Paragraph` and all that hangs on it spans count from the paragraph's first character, everywhere
 * else from the start of the text.
 */

/** 文种: 工作要点, 工作意见, 实施方案／行动计划, 五年规划, a forwarding notice alone (印发通知), or none of them. */
export type PlanKind =
  "annual-points" | "opinion" | "implementation-plan" | "long-term-plan" | "notice" | "unknown";

/** What a marker counts with, whatever marks stand around it. GB/T 9704-2012 7.3.3 names 一、（一）1.（1）. */
export type MarkerStyle =
  | "part" // 第一篇, 第一部分
  | "chapter" // 第一章
  | "section" // 第一节
  | "article" // 第一条
  | "hanzi" // 一、
  | "hanzi-paren" // （一） ㈠
  | "arabic" // 1. 1、 ⒈
  | "arabic-paren" // （1） 1） ⑴
  | "circled" // ①
  | "decimal" // 1.1
  | "letter"; // a. A.

/** 序号: the marker of an item as it was written. */
export interface Marker {
  readonly style: MarkerStyle;
  /** The number it stands for; undefined for a lost numeral `（）`. A decimal marker gives its last number. */
  readonly ordinal: number | undefined;
  /** The exact text, from the first bracket or digit to the closing mark, without the spaces around it. */
  readonly text: string;
  readonly span: Span;
  /** The digits alone: 三 in （三）. Empty, between the brackets, for a lost numeral. */
  readonly numeral: Span;
  /** How it was written, the numeral replaced by `#`: `（#）`, `(#)`, `#、`, `#.`, `# .`. Two forms of one style differ here. */
  readonly form: string;
}

/** Who does it, in which role: 牵头, 责任, 配合; `person` for 分管领导 and the like, which are no departments. */
export type ResponsibilityRole = "lead" | "owner" | "support" | "person";

/** 责任科室 and its kin: one body that a task names. 各区县教育局 and 各学校 are departments too. */
export interface Department {
  readonly name: string;
  readonly span: Span;
  readonly role: ResponsibilityRole;
}

/** One label with the names that follow it: `牵头科室：办公室、基教科`. The label is "" in （…牵头，…配合）. */
export interface ResponsibilityGroup {
  readonly label: string;
  /** The label without its colon; empty where there is none. */
  readonly labelSpan: Span;
  readonly role: ResponsibilityRole;
  readonly departments: readonly Department[];
  /** The names with all between them. */
  readonly namesSpan: Span;
}

/** 责任: the line or the closing bracket that says who does a task. */
export interface Responsibility {
  readonly form: "line" | "bracket";
  /** From the label or the opening bracket to the last name or the closing bracket. */
  readonly span: Span;
  readonly groups: readonly ResponsibilityGroup[];
  /** All departments of all groups, persons left out. */
  readonly departments: readonly Department[];
  /** 完成时限, as written. */
  readonly deadline: { readonly text: string; readonly span: Span } | undefined;
}

export type Comparator = ">=" | "<=" | "=" | "about" | "increase" | "decrease" | "range";
export type YearSource = "clause" | "sentence" | "item" | "section" | "title" | "none";

/** 指标: a quantified goal, or an achievement where it reports the past. */
export interface Target {
  /** The thing measured: 学前教育毛入园率. May be empty where the clause does not name one. */
  readonly indicator: string;
  readonly indicatorSpan: Span;
  /** The value as written, with its unit: 93%, 3所. */
  readonly value: string;
  readonly valueSpan: Span;
  /** The value as a number, per cent divided by 100; undefined where it cannot be told. */
  readonly number: number | undefined;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly year: number | undefined;
  readonly yearFrom: YearSource;
  readonly kind: "goal" | "achievement";
  /** The clause that states it. */
  readonly span: Span;
}

/** 条: one numbered item. A tree by nesting; `parent` is undefined at level 1. */
export interface Item {
  /** Its place among all items of the document, from 0, in reading order. */
  readonly index: number;
  /** Where it begins: with its marker. */
  readonly start: number;
  /** The line of its marker, from 0. */
  readonly line: number;
  /** Depth in this document's own tree, from 1. */
  readonly level: number;
  readonly marker: Marker;
  /** The same as its line has it: for what it says, of thousands, without its place in the text. */
  readonly mark: Marker;
  /** 标题 alone: no marker, no sentence of the body, no final full stop. */
  readonly title: string;
  readonly heading: Span;
  /**
   * Where its marker ends, its heading begins and ends, its own words end, and where it ends: for who goes through
   * thousands of items.
   */
  readonly markerEnd: number;
  readonly headingStart: number;
  readonly headingEnd: number;
  readonly ownEnd: number;
  readonly end: number;
  /** True where the body goes on in the paragraph of the heading. */
  readonly runIn: boolean;
  /** The item with all its children. */
  readonly span: Span;
  /** From its marker to its first child (or its end): heading, body and its own responsibility line. */
  readonly own: Span;
  /** What it says itself (after the last child where it serves the group). Several where an item has several lines. */
  readonly responsibilities: readonly Responsibility[];
  readonly targets: readonly Target[];
  readonly parent: Item | undefined;
  readonly children: readonly Item[];
  /** The part of the document it belongs to. */
  readonly part: Part;
}

/**
 * A stretch of the file with a numbering of its own: the forwarding notice, the plan, each attachment. The numbers of
 * one have nothing to do with those of another.
 */
export interface Part {
  readonly kind: "notice" | "plan" | "attachment";
  readonly span: Span;
  readonly title: Title | undefined;
  readonly items: readonly Item[];
}

export interface Title {
  readonly text: string;
  readonly span: Span;
}

/** The years that a plan is for, both inclusive, and where they were found. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly source: "title" | "number" | "date" | "preamble";
  readonly span: Span;
  /** True for a year that is over, as the title of a report names it: 2025年工作总结. What such a text plans is for the next. */
  readonly reported: boolean;
}

/** A piece of the front with its place. */
export interface Located {
  readonly text: string;
  readonly span: Span;
}

/** 版头 and the head and foot of the main part. Lists are empty and fields undefined where the draft has none. */
export interface Front {
  readonly issuers: readonly Located[];
  readonly documentNumber: Located | undefined;
  /** 成文日期 as written. */
  readonly date: Located | undefined;
  readonly addressees: readonly Located[];
  /** 主送机关 as a line, with its final mark. */
  readonly addressLine: Located | undefined;
  /** 落款: issuers above the date, of the notice and of the plan. */
  readonly signatures: readonly Located[];
  /** All dates that stand alone on a line or close a signature, in reading order. */
  readonly dates: readonly Located[];
}

/** 一是…二是…: one inline enumeration of a paragraph. Its members are no items. */
export interface Enumeration {
  /** 是 (一是), 第 (第一，), 其 (其一), or 要 (一要). */
  readonly kind: string;
  readonly members: readonly { readonly ordinal: number; readonly span: Span; readonly numeral: Span }[];
}

/** Where a heading stands in its line and whether the body goes on behind it. */
export interface Heading {
  readonly span: Span;
  readonly runIn: boolean;
}

/**
 * One line of the text, without its terminator, with all that can be told from the line alone. A paragraph depends on
 * nothing but its characters, so it is reused as it is when another part of the draft is edited.
 */
export interface Paragraph {
  readonly text: string;
  /** True for a line of white space. */
  readonly blank: boolean;
  /** A marker at the head of the line, if the line can be read so. Whether it is one is decided in context. */
  readonly marker: Marker | undefined;
  /** Further markers inside the line that a flattened text may hold; empty for ordinary paragraphs. */
  readonly inner: readonly Marker[];
  readonly responsibilities: readonly Responsibility[];
  /** Targets whose `year` is that of clause or sentence, else undefined with `yearFrom: "none"`. */
  readonly targets: readonly Target[];
  /** The years named in the line as a time to come or to be reached (到2027年, 2026年底前), in order. */
  readonly years: readonly { readonly year: number; readonly span: Span }[];
  readonly enumerations: readonly Enumeration[];
  /** What the line is as far as it tells itself; "body" where that lies with the lines around it. */
  readonly role: LineRole;
  /** What stands behind the marker as a heading, were the line to end it; undefined without a marker. */
  readonly heading: Heading | undefined;
  /** The last bracket that the line opens and does not close, and that may name who does it; -1 where there is none. */
  readonly openBracket: number;
  /** True for a short line without targets that names a time without a year: 年底前, 每年. */
  readonly timed: boolean;
}

/** What a line is in the document. Lines with their terminators, joined in order, give back the text. */
export type LineRole =
  | "blank"
  | "metadata"
  | "issuer"
  | "document-number"
  | "title"
  | "addressee"
  | "heading"
  | "body"
  | "responsibility"
  | "signature"
  | "date"
  | "attachment-note"
  | "attachment-label"
  | "residue";

export interface Line {
  readonly role: LineRole;
  /** Where the line begins in the text. */
  readonly start: number;
  readonly paragraph: Paragraph;
}

/** What each line may hold, by the bits of `HOLDS`. */
export type Holds = Readonly<Uint8Array>;

export interface PlanDocument {
  readonly text: string;
  readonly starts: LineStarts;
  /** Every line as it can be told from itself; the same objects as in the plan before an edit where it left them alone. */
  readonly paragraphs: readonly Paragraph[];
  /** What each of them holds, for who goes through all and needs a few. */
  readonly holds: Holds;
  /** One and the same object for a plan and for those that were parsed from it after edits. */
  readonly lineage: Lineage;
  readonly lines: readonly Line[];
  readonly kind: PlanKind;
  /** The title of the plan proper, not of its notice. */
  readonly title: Title | undefined;
  readonly period: Period | undefined;
  readonly front: Front;
  readonly parts: readonly Part[];
  /** The roots of every part, in reading order. */
  readonly roots: readonly Item[];
  /** Every item, in reading order. */
  readonly items: readonly Item[];
  /** Every target, in reading order. */
  readonly targets: readonly Target[];
  /** True where headings are run into the text without line breaks, as in a scraped page. */
  readonly flattened: boolean;
}

/** The item that holds an offset most closely; undefined before the first item. */
export function itemAt(plan: PlanDocument, offset: number): Item | undefined {
  let low = 0;
  let high = plan.items.length - 1;
  let found: Item | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = plan.items[middle];
    if (item && item.start <= offset) {
      found = item;
      low = middle + 1;
    } else high = middle - 1;
  }
  while (found && offset > found.span.end) found = found.parent;
  return found;
}

/** 三、→（一）→1. as one reads it: the markers from level 1 down to the item. */
export function markerPath(item: Item): string[] {
  let depth = 0;
  for (let at: Item | undefined = item; at; at = at.parent) depth++;
  const path = new Array<string>(depth);
  for (let at: Item | undefined = item; at; at = at.parent) path[--depth] = at.mark.text;
  return path;
}
