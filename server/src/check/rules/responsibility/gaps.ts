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
  for (const group of PlacedResponsibility.foundOf(responsibility).groups) {
    const { start, end } = group.namesSpan;
    if (!mayBeGap(text, by + start, by + end)) continue;
    if (isGap(group, text.slice(by + start, by + end).trim())) return true;
  }
  return false;
}

/** Told by the first character: names of departments begin as no gap does. */
function mayBeGap(text: string, from: number, to: number): boolean {
  const start = skipSpaces(text, from, to);
  return start >= to || GAPS.includes(text.charAt(start));
}
