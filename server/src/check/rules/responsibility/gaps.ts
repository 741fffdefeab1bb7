import type { Responsibility, ResponsibilityGroup } from "../../../plan/model.js";
import { PlacedResponsibility } from "../../../plan/placedResponsibility.js";
import { skipSpaces } from "../../../text/characters.js";

/** What drafters leave where the names are still to come. */
const PLACEHOLDER =
  /^(?:[（(]?(?:待定|待补充?|待明确|待确认|暂缺|暂无)[）)]?|[×xX＊*_＿…—\-.?？]{1,12}(?:科|科室|处|处室|单位)?)$/;
const GAPS = "（(待暂×xX＊*_＿…—-.?？";

/** Nothing behind the label, or something that holds the place of the names. */
export function isGap({ label }: ResponsibilityGroup, names: string): boolean {
  return (label !== "" && names === "") || PLACEHOLDER.test(names);
}

/** Told without its places, which few have to have. */
export function isUnfilled(text: string, responsibility: Responsibility): boolean {
  const by = PlacedResponsibility.lineStartOf(responsibility);
  const { groups } = PlacedResponsibility.foundOf(responsibility);
  for (const group of groups) {
    const { start, end } = group.namesSpan;
    if (!mayBeGap(text, by + start, by + end)) continue;
    if (isGap(group, text.slice(by + start, by + end).trim())) return true;
  }
  const last = groups.at(-1);
  return last !== undefined && danglingMark(text, by + last.namesSpan.end) !== undefined;
}

/** Where 、 stands behind the last name of a line: one more was to come. `end` is the end of the names. */
export function danglingMark(text: string, end: number): number | undefined {
  const at = isListMark(text, end - 1) ? end - 1 : behindBlanks(text, end);
  if (!isListMark(text, at)) return undefined;
  const next = behindBlanks(text, at + 1);
  return next >= text.length || text[next] === "\n" || text[next] === "\r" ? at : undefined;
}

/** Not beyond the end of the line. */
function behindBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t" || text[at] === "\u3000") at++;
  return at;
}

function isListMark(text: string, at: number): boolean {
  return text[at] === "、" || text[at] === "，";
}

/** Told by the first character: names of departments begin as no gap does. */
function mayBeGap(text: string, from: number, to: number): boolean {
  const start = skipSpaces(text, from, to);
  return start >= to || GAPS.includes(text.charAt(start));
}
