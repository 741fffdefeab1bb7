import type { Before } from "./before.js";
import type { Line, LineRole, Paragraph, Part, Title } from "./model.js";
import { moved, placesAfter } from "./placesAfter.js";
import type { Reading } from "./reread.js";
import { plainRoleIn } from "./roleNumbers.js";
import { FORWARDING, readTitles } from "./titles.js";

/** The roles of some lines after an edit, from the first of them on. */
interface RolesNow {
  readonly from: number;
  readonly to: number;
  readonly roles: readonly LineRole[];
}

/**
 * The titles read anew, after an edit behind the first item: how far they reach where they are what they were, undefined
 * where they are not, or where all lines would have to be looked at.
 */
export function reachOfSameTitles(before: Before, now: Reading, around: RolesNow): number | undefined {
  const { was, at } = before;
  const far = Math.max(was.titleReach + at.after - at.before, around.to, FORWARDING);
  const lines = headNow(before, now, { ...around, end: Math.min(far + 1, now.paragraphs.length) });
  const { plan, notice, planLine, reach } = readTitles(lines, was.items()[0]?.line ?? 0);
  if (plan === undefined || reach > lines.length) return undefined;
  const places = placesAfter(before);
  const partOf = (kind: Part["kind"]): Part | undefined => was.parts.find((part) => part.kind === kind);
  const start = partOf("plan")?.span.start ?? 0;
  const isSame =
    sameTitle(plan, moved(was.title, places)) &&
    sameTitle(notice, moved(partOf("notice")?.title, places)) &&
    lines[planLine]?.start === places.boundary(start);
  return isSame ? reach : undefined;
}

function headNow(
  { was, at }: Before,
  now: Reading,
  { from, to, roles, end }: RolesNow & { readonly end: number },
): Line[] {
  const lines: Line[] = [];
  for (let line = 0; line < end; line++) {
    const isAround = line >= from && line < to;
    const before = line < from ? line : line + at.before - at.after;
    const role = isAround ? roles[line - from] : plainRoleIn(was.roles, before);
    const paragraph = now.paragraphs[line] as Paragraph;
    lines.push({ role: role ?? "body", start: now.starts[line] ?? 0, paragraph });
  }
  return lines;
}

function sameTitle(a: Title | undefined, b: Title | undefined): boolean {
  return a?.text === b?.text && a?.span.start === b?.span.start && a?.span.end === b?.span.end;
}
