import type { Department, Responsibility, ResponsibilityGroup } from "../../../plan/model.js";
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

/** 待定, ××科, —: it stands where a name is to come, and is none. */
export function isPlaceholder(name: string): boolean {
  return GAPS.includes(name.charAt(0)) && PLACEHOLDER.test(name);
}

/** Among other names a lone mark may be a separator: only what can be read as nothing else has its place to be filled. */
const LISTED = /^(?:待定|待补充|待明确|待确认|[×xX]{2,4}(?:科|科室|处|处室|单位))$/;

/** Those that stand beside a name in one list: 基础教育科、待定. */
export function placeholdersBeside({ departments }: ResponsibilityGroup): readonly Department[] {
  if (departments.length < 2 || !departments.some(({ name }) => isPlaceholder(name))) return [];
  return departments.filter(({ name }) => LISTED.test(name));
}

/** Told without its places, which few have to have. */
export function isUnfilled(text: string, responsibility: Responsibility): boolean {
  const by = PlacedResponsibility.lineStartOf(responsibility);
  const { groups } = PlacedResponsibility.foundOf(responsibility);
  for (const group of groups) {
    const { start, end } = group.namesSpan;
    if (placeholdersBeside(group).length > 0) return true;
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
