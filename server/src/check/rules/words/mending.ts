import { isTableRow } from "../../../plan/tableRow.js";
import type { Edit, Span } from "../../../text/span.js";
import type { Fill, Fix } from "../../rule.js";

/** A fix that is right beyond doubt, under the rule's text `fix`. */
export function sureFix(edits: readonly Edit[], fill: Fill = {}): Fix {
  return { title: { key: "fix", fill }, edits, safe: true };
}

/** A fix that the drafter has to look at, under the rule's text `fix`. */
export function likelyFix(edits: readonly Edit[], fill: Fill = {}): Fix {
  return { title: { key: "fix", fill }, edits, safe: false };
}

export function spanOf(match: RegExpExecArray | RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

export function remove(start: number, end: number): Edit {
  return { span: { start, end }, newText: "" };
}

/**
 * A line with marks that ends with one, as no row does: 1 新建幼儿园，完成封顶 市教育局 12月底前; 组长：张 三 市教育局副局长，一级调研员. Whom
 * to ask is no sentence: （联系人：市商务局 王鹏；联系电话：3182000）.
 */
export function isSentence(text: string): boolean {
  if (/联系(?:人|电话|方式)/.test(text) || isTableRow(text)) return false;
  return /[，。；,]/.test(text) && "，。；：、？！…,;:”）》".includes(text.charAt(text.trimEnd().length - 1));
}
