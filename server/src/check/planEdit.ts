import { type LineChange, linesBetween, lineStart } from "../plan/changedLines.js";
import { countsOf, type Facets, facetsOf, type Ground, lacksHeading, REACH } from "../plan/likeness.js";
import type { LineRole, Paragraph, PlanDocument } from "../plan/model.js";
import { FACETS, quietEdit } from "../plan/quietEdit.js";
import {
  isText,
  roleAt,
  type Skeleton,
  type SkeletonChanges,
  skeletonChanges,
  skeletonOf,
} from "../plan/skeleton.js";
import { touchedLines } from "../plan/touchedLines.js";
import { type Change, changeBetween } from "../text/change.js";
import { hasLetters } from "../text/characters.js";
import type { DocumentRule, HeadingContext, SeenPlace, Sees, Structure } from "./rule.js";

/** A line as rules of paragraphs are shown it. */
export interface PlacedLine {
  readonly paragraph: Paragraph;
  readonly start: number;
}

/** A paragraph before or after an edit, with its role where the edit may have changed roles. */
interface Touched {
  readonly paragraph: Paragraph;
  readonly role?: LineRole;
}

/** An edit between a plan that was checked and the plan now, with all that it changed of what rules may see. */
export interface PlanEdit {
  /** Which lines were edited. */
  readonly at: LineChange;
  readonly change: Change;
  /** Where the lines that were edited began and ended in the text before. */
  readonly stretch: { readonly start: number; readonly before: number };
  /** These lines now, as far as rules of paragraphs are shown them. */
  readonly lines: readonly PlacedLine[];
  readonly before: readonly Touched[];
  readonly after: readonly Touched[];
  readonly changed: ReadonlySet<Aspect>;
  /** False where the edit left the structure of the plan as it was. */
  readonly isStructural: boolean;
  /** Of the plan now, where it had to be made. */
  readonly skeleton?: Skeleton;
  /** Between which lines, as they stand now, anything has changed; undefined where that may be anywhere. */
  readonly touched: LineChange | undefined;
  /** Where the edit left its line, where it is one line alone. */
  readonly place?: SeenPlace | undefined;
}

/** `otherHeadings`: headings may have changed that stand in other lines than their markers, or further on in a line. */
type Aspect = Structure | keyof Facets | "otherHeadings";

/** A plan that was checked. */
export interface CheckedPlan {
  readonly plan: PlanDocument;
  readonly ground: Ground;
  readonly skeleton: () => Skeleton;
}

/** To find out what so many lines have changed takes longer than to check all anew: edits far apart that nobody waited for. */
const MOST_LINES = 1000;

/** The edit between two versions; undefined where everything may have changed. */
export function editBetween(checked: CheckedPlan, plan: PlanDocument): PlanEdit | undefined {
  const lines = linesBetween(checked.plan, plan);
  if (!lines || Math.max(lines.before, lines.after) - lines.first > MOST_LINES) return undefined;
  return quietPlanEdit(checked, plan, lines) ?? structuralEdit(checked, plan, lines);
}

function stretchOf(old: PlanDocument, { first, before }: LineChange): PlanEdit["stretch"] {
  return { start: old.starts[first] ?? old.text.length, before: old.starts[before] ?? Infinity };
}

/**
 * The shortest stretch of characters that changed, with the blanks around it: a heading ends before the blanks behind it,
 * and takes in what is written after them.
 */
function charactersBetween(old: PlanDocument, now: PlanDocument, lines: LineChange): Change {
  const start = old.starts[lines.first] ?? old.text.length;
  const [was, is] = [
    old.text.slice(start, lineStart(old, lines.before)),
    now.text.slice(start, lineStart(now, lines.after)),
  ];
  const change = changeBetween(was, is);
  let [from, to] = [change.start, change.before];
  while (from > 0 && isBlank(was, from - 1)) from--;
  while (to < was.length && isBlank(was, to)) to++;
  return { start: start + from, before: start + to, after: start + change.after + to - change.before };
}

function isBlank(text: string, at: number): boolean {
  return /[^\S\r\n]/.test(text[at] ?? "");
}

/** An edit within one paragraph that leaves the structure of the plan as it was. */
function quietPlanEdit(
  { plan: old, ground }: CheckedPlan,
  plan: PlanDocument,
  lines: LineChange,
): PlanEdit | undefined {
  const quiet = quietEdit(old, plan, { ground, lines });
  return (
    quiet && {
      at: lines,
      change: charactersBetween(old, plan, lines),
      stretch: stretchOf(old, lines),
      lines: [{ paragraph: quiet.after, start: plan.starts[quiet.line] ?? 0 }],
      before: [{ paragraph: quiet.before }],
      after: [{ paragraph: quiet.after }],
      changed: new Set(quiet.changed),
      touched: lines,
      isStructural: false,
    }
  );
}

/** Any other edit: the plan is put together, and compared with what it was. */
function structuralEdit(checked: CheckedPlan, plan: PlanDocument, lines: LineChange): PlanEdit | undefined {
  const { plan: old } = checked;
  if (plan.flattened || !checked.ground.free) return undefined;
  const was = checked.skeleton();
  const skeleton = skeletonOf(plan);
  const changes = skeletonChanges(was, skeleton, lines);
  const shift = lines.after - lines.before;
  const roleNow = (line: number): LineRole | undefined =>
    roleAt(skeleton, line < lines.first ? line : line + shift);
  // A line of metadata is not shown to the rules of paragraphs.
  if (changes.roles.some((line) => roleAt(was, line) === "metadata" || roleNow(line) === "metadata"))
    return undefined;
  const other = (role: (line: number) => LineRole | undefined): Touched[] =>
    changes.roles.flatMap((line) => touched(old.paragraphs[line], role(line)));
  const before = linesOf(old, was, [lines.first, lines.before]);
  const after = linesOf(plan, skeleton, [lines.first, lines.after]);
  const above = plan.paragraphs.slice(Math.max(0, lines.first - REACH), lines.first);
  return {
    at: lines,
    change: charactersBetween(old, plan, lines),
    stretch: stretchOf(old, lines),
    lines: after
      .map(({ paragraph, role }, i) => ({ paragraph, role, start: plan.starts[lines.first + i] ?? 0 }))
      .filter(({ paragraph, role }) => !paragraph.blank && role !== "metadata"),
    before: [...before, ...other((line) => roleAt(was, line))],
    after: [...after, ...other(roleNow)],
    changed: aspectsChanged(changes, { before, after, above }),
    isStructural: true,
    skeleton,
    touched: touchedLines(was, skeleton, { change: lines, roles: changes.roles }),
    place: changes.roles.length === 0 ? placeOf(plan, lines) : undefined,
  };
}

function placeOf(plan: PlanDocument, { first, before, after }: LineChange): SeenPlace | undefined {
  return before === first + 1 && after === before ? { plan, line: first } : undefined;
}

function touched(paragraph: Paragraph | undefined, role: LineRole | undefined): Touched[] {
  return paragraph && role ? [{ paragraph, role }] : [];
}

function linesOf(plan: PlanDocument, skeleton: Skeleton, [from, to]: readonly [number, number]): Touched[] {
  return plan.paragraphs
    .slice(from, to)
    .flatMap((paragraph, i) => touched(paragraph, roleAt(skeleton, from + i)));
}

interface EditedLines {
  readonly before: readonly Touched[];
  readonly after: readonly Touched[];
  readonly above: readonly Paragraph[];
}

function aspectsChanged(
  changes: SkeletonChanges,
  { before, after, above }: EditedLines,
): PlanEdit["changed"] {
  const differ = (make: (line: Touched) => string): boolean => listed(before, make) !== listed(after, make);
  const changed = new Set<Aspect>();
  for (const key of ["tree", "frame", "owners", "targets"] as const) if (changes[key]) changed.add(key);
  if (differ(({ paragraph }) => countsOf(paragraph))) changed.add("tree");
  if (differ(({ paragraph }) => paragraph.responsibilities.map(({ form }) => form).join(" ")))
    changed.add("owners");
  if (changes.roles.length > 0 || differ(inkOf)) changed.add("lines");
  for (const facet of FACETS) if (differ(({ paragraph }) => facetsOf(paragraph)[facet])) changed.add(facet);
  // A bracket that is open, or a marker alone on its line, takes in what stands below it.
  const edited = [...before, ...after].map(({ paragraph }) => paragraph);
  if ([...above, ...edited].some((one) => one.openBracket !== -1)) changed.add("owners");
  if (changed.has("owners")) changed.add("responsibilities");
  // Of headings within a line the line itself does not say where they end.
  const holdsOthers = edited.some(({ inner }) => inner.length > 0);
  if (changed.has("tree") || holdsOthers || [above.at(-1), ...edited].some(lacksHeading))
    changed.add("headings").add("otherHeadings");
  return changed;
}

/** Whether a line holds text, and whether that has any words. */
function inkOf({ paragraph, role = "body" }: Touched): string {
  return isText(role) ? `text ${hasLetters(paragraph.text)}` : role;
}

function listed(lines: readonly Touched[], make: (line: Touched) => string): string {
  return lines
    .filter(({ paragraph }) => !paragraph.blank)
    .map(make)
    .filter((made) => made !== "")
    .join("\n");
}

/** True where a rule, with what it is given, has to be asked again after an edit. */
export function mayChange({ sees }: DocumentRule, context: HeadingContext, edit: PlanEdit): boolean {
  if (!sees) return true;
  const { changed, isStructural } = edit;
  if (isStructural && (sees.structure?.some((one) => changed.has(one)) ?? true)) return true;
  if (FACETS.some((facet) => sees[facet] === true && changed.has(facet))) return true;
  const { words, headings } = sees;
  const ofWords: typeof words = words && ((paragraph) => words(paragraph, edit.place));
  if (ofWords && seenIn(edit.before, ofWords) !== seenIn(edit.after, ofWords)) return true;
  if (typeof headings !== "function" || !changed.has("headings")) return false;
  const ofHeading: typeof words = (paragraph) => (paragraph.heading ? headings(paragraph, context) : "");
  return changed.has("otherHeadings") || seenIn(edit.before, ofHeading) !== seenIn(edit.after, ofHeading);
}

/** What a rule sees of the words of some lines; whether a line is text at all may count as much as what it says. */
function seenIn(lines: readonly Touched[], words: NonNullable<Sees["words"]>): string {
  return lines
    .map(({ paragraph, role = "body" }) => {
      const seen = paragraph.blank ? "" : words(paragraph);
      return seen === "" ? "" : `${isText(role) ? "text" : role} ${seen}\u0000`;
    })
    .join("");
}
