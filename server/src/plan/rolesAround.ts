import type { Before } from "./before.js";
import type { LineChange } from "./changedLines.js";
import { kindFromPreamble, looksLikeTitle, PREAMBLE } from "./front.js";
import { CONTENTS, NEAR_DATE, rolesBehind } from "./lineRoles.js";
import type { LineRole, Paragraph } from "./model.js";
import type { Reading } from "./reread.js";
import { plainRoleIn } from "./roleNumbers.js";
import { reachOfSameTitles } from "./sameTitles.js";
import { FIRST_LINES, FORWARDING, FORWARDS, TITLE_LINES } from "./titles.js";

/** The lines whose roles an edit may have changed, in the text after it, the first of them as it was. */
export interface Around {
  readonly from: number;
  readonly to: number;
  readonly roles: readonly LineRole[];
  /** True where none of them is or was a line of the front: a date, a document number, a signature. */
  readonly isPlain: boolean;
  /** Behind this line nothing decides the titles, which are what they were. */
  readonly titleReach: number;
}

/**
 * The roles of the lines around an edit: everything else keeps its role. Undefined where the edit may decide more than
 * that: in the front, among the lines that name the plan, in a document with a page of contents.
 */
export function rolesAround(before: Before, now: Reading): Around | undefined {
  const { was, old, at } = before;
  const { paragraphs } = now;
  const { first, after } = at;
  let from = first - NEAR_DATE;
  while (paragraphs[from]?.blank) from--;
  if (from <= Math.max(was.items()[0]?.line ?? Infinity, FIRST_LINES)) return undefined;
  // Nothing further on is decided by what stands above the first line of words below.
  let to = after;
  while (paragraphs[to]?.blank) to++;
  to = Math.min(to + 1, paragraphs.length);
  const roles = rolesBehind(paragraphs.slice(from, to + NEAR_DATE), plainRoleIn(was.roles, from));
  roles.length = to - from;
  const shift = after - at.before;
  const rolesBefore: LineRole[] = [];
  for (let line = from; line < to - shift; line++) rolesBefore.push(plainRoleIn(was.roles, line));
  // 附件说明 goes on below, or no longer does.
  if (to > after && isNote(roles.at(-1)) !== isNote(rolesBefore.at(-1))) return undefined;
  const edited = [...old.paragraphs.slice(first, at.before), ...paragraphs.slice(first, after)];
  if (edited.some(({ text }) => CONTENTS.test(text))) return undefined;
  const all = [...roles, ...rolesBefore];
  if (from < FORWARDING) {
    const isSame =
      roles.slice(0, first - from).join() === rolesBefore.slice(0, first - from).join() &&
      roles.slice(after - from).join() === rolesBefore.slice(at.before - from).join();
    if (!isSame || all.includes("metadata") || [...edited, ...crossing(paragraphs, shift)].some(namesPlan))
      return undefined;
  }
  const isPlain = !all.some((role) => FRONT.has(role));
  const around = { from, to, roles, isPlain, titleReach: was.titleReach };
  if (from > was.titleReach) return around;
  if (shift === 0 && isPlain && !isNearTitle(old, at) && !isNearTitle(now, at)) return around;
  const titleReach = reachOfSameTitles(before, now, around);
  return titleReach === undefined ? undefined : { ...around, titleReach };
}

/** Whether one of some lines, or of those around them, reads like a title. The edit leaves their number as it is. */
function isNearTitle({ paragraphs }: Reading, { first, after }: LineChange): boolean {
  return paragraphs
    .slice(first - TITLE_LINES - 1, after + TITLE_LINES + 1)
    .some(({ text }) => looksLikeTitle(text));
}

const FRONT: ReadonlySet<LineRole> = new Set([
  "issuer",
  "document-number",
  "addressee",
  "signature",
  "date",
  "metadata",
]);

function isNote(role: LineRole | undefined): boolean {
  return role === "attachment-note";
}

/** Lines that have come among those at the head, or stand there no longer, since others above them came or went. */
function crossing(paragraphs: readonly Paragraph[], shift: number): Paragraph[] {
  const by = Math.abs(shift);
  return [PREAMBLE, FORWARDING].flatMap((limit) => paragraphs.slice(Math.max(0, limit - by), limit + by));
}

function namesPlan(paragraph: Paragraph): boolean {
  return FORWARDS.test(paragraph.text) || kindFromPreamble([paragraph]) !== "unknown";
}
