import type { FontRole } from "./page.js";

/** What a line is on paper; each has a style of its own in Word. */
export type LineKind =
  | "issuer-mark" // 发文机关标志
  | "document-number" // 发文字号
  | "title" // 标题
  | "subtitle" // 题注 below the title: （2026—2028年）, a date
  | "addressee" // 主送机关
  | "heading-1"
  | "heading-2"
  | "heading-3"
  | "heading-4"
  | "body"
  | "attachment-note" // 附件说明
  | "attachment-label" // 附件
  | "signature" // 发文机关署名
  | "date" // 成文日期
  | "imprint" // 版记
  | "flush"; // what a page left in the text: set as it is

/** A stretch of one line in one font. */
export interface LaidRun {
  readonly text: string;
  readonly font: FontRole;
}

/** Distances in characters (字); a negative first line hangs out to the left. */
export interface Indent {
  readonly left: number;
  readonly right: number;
  readonly first: number;
}

/** One line of the draft as it is to stand on paper. */
export interface LaidLine {
  readonly kind: LineKind;
  readonly runs: readonly LaidRun[];
  readonly indent: Indent;
  /** Blank lines before it that the draft itself does not have. */
  readonly gapBefore: number;
  readonly pageBreak: boolean;
  /** 第一章, 第一节 stand in the middle. */
  readonly centred: boolean;
  /** Not to be parted from the line that follows. */
  readonly keepNext: boolean;
}

/** Rows of cells: lines of the draft whose columns are parted by tabs. */
export interface LaidTable {
  readonly rows: readonly (readonly string[])[];
}

export type LaidBlock = LaidLine | LaidTable;
