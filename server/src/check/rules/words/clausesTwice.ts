import { isHan } from "../../../text/characters.js";
import type { Span } from "../../../text/span.js";

/** A shorter clause may be said twice on purpose: 干在实处，干在实处. A longer one is compared for nothing. */
const SHORTEST = 5;
const LONGEST = 60;
/** Letters that stand for what is still to be filled in. */
const BLANK = /[某×XＸ_…]/;

const NONE: readonly Span[] = [];

/** Clauses that stand twice in a row: 严禁跨学期收费，严禁跨学期收费. Each span is the comma with the second one. */
export function clausesTwice(text: string): readonly Span[] {
  let found: Span[] | undefined;
  let [stop, half] = [-1, -1];
  for (let comma = text.indexOf("，"); comma !== -1;) {
    if (stop <= comma) stop = next(text, "。", comma);
    if (half <= comma) half = next(text, "；", comma);
    const following = text.indexOf("，", comma + 1);
    const end = Math.min(stop, half, following === -1 ? text.length : following);
    if (isSaidBefore(text, comma, end)) (found ??= []).push({ start: comma, end });
    comma = following;
  }
  return found ?? NONE;
}

function next(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at;
}

/** Whether the clause behind a comma stands in front of it, too, as a clause of its own. */
function isSaidBefore(text: string, comma: number, end: number): boolean {
  const length = end - comma - 1;
  if (length < SHORTEST || length > LONGEST || length > comma) return false;
  for (let i = 1; i <= length; i++) if (text.charCodeAt(comma - i) !== text.charCodeAt(end - i)) return false;
  return (
    isHan(text.charCodeAt(comma + 1)) &&
    isHan(text.charCodeAt(end - 1)) &&
    !/[\u4e00-\u9fff\w”》）]/.test(text.charAt(comma - length - 1)) &&
    !BLANK.test(text.slice(comma, end))
  );
}
