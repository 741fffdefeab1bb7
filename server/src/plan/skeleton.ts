import { assembledOf } from "./parsedPlan.js";
import { numberOf, roleIn, type RoleNumbers } from "./roleNumbers.js";
import { lineAt } from "../text/lines.js";
import type { LineChange } from "./changedLines.js";
import type { Settled } from "./attachTargets.js";
import { type DraftItem, PLACES, ROW, ROWS } from "./draftItem.js";
import type { LineRole, PlanDocument, YearSource } from "./model.js";

/**
 * What a plan is apart from its words: the roles of its lines, its tree, what belongs to which item. Lists of numbers
 * and short texts, so that it can be kept without the plan and compared with that of the next version.
 */
export interface Skeleton {
  /** Of each line its role, by its number. */
  readonly roles: RoleNumbers;
  /** Of each item its line and its place in it, level, parent and part. */
  readonly items: Int32Array;
  /** Of each responsibility its item and its line. */
  readonly responsibilities: Int32Array;
  /** Of each target its line, its year and where that is from, and whether it reports. */
  readonly targets: Int32Array;
  /** Kind, period and titles, the parts, and every line that is neither text nor blank. */
  readonly frame: string;
  /** Where each part begins, as a line. */
  readonly parts: Int32Array;
  /** The line of the first item; Infinity where there is none. */
  readonly head: number;
}

/** How many numbers one of them takes in the lists. */
export const ITEM = 5;
export const RESPONSIBILITY = 2;
export const TARGET = 4;

/** What a line is; undefined behind the last one. */
export function roleAt({ roles }: Skeleton, line: number): LineRole | undefined {
  return roleIn(roles, line);
}

export function skeletonOf(plan: PlanDocument): Skeleton {
  const { starts, parts } = plan;
  const assembled = assembledOf(plan);
  const { targetShelf, roles } = assembled;
  const items = assembled.items();
  return {
    roles,
    items: itemsIn(plan, items),
    responsibilities: responsibilitiesIn(plan, items),
    targets: targetsIn(targetShelf.settled()),
    frame: frameOf(plan, roles),
    parts: Int32Array.from(parts, ({ span }) => lineAt(starts, span.start)),
    head: items[0]?.line ?? Infinity,
  };
}

function itemsIn({ starts, parts }: PlanDocument, items: readonly DraftItem[]): Int32Array {
  const rows = new Int32Array(items.length * ITEM);
  const first = items[0]?.shelf;
  if (!first) return rows;
  const places = first.parts.map((part, i) => parts.indexOf(part, i));
  for (let i = 0, at = 0, from = 0; i < items.length; i++, at += ITEM, from += ROWS) {
    const line = first.rows[from + ROW.line] as number;
    rows[at] = line;
    rows[at + 1] = (first.places[i * PLACES] as number) - (starts[line] ?? 0);
    rows[at + 2] = first.rows[from + ROW.level] as number;
    rows[at + 3] = first.rows[from + ROW.parent] as number;
    rows[at + 4] = places[first.rows[from + ROW.part] as number] ?? -1;
  }
  return rows;
}

function responsibilitiesIn({ starts }: PlanDocument, items: readonly DraftItem[]): Int32Array {
  let count = 0;
  for (const { answerCount } of items) count += answerCount;
  const rows = new Int32Array(count * RESPONSIBILITY);
  let at = 0;
  for (const item of items) {
    // They stand in the lines of the item or soon behind.
    let line = item.answerCount > 0 ? item.line : 0;
    for (let i = 0; i < item.answerCount; i++) {
      const start = item.answerStart(i);
      while ((starts[line + 1] ?? Infinity) <= start) line++;
      rows[at] = item.index;
      rows[at + 1] = line;
      at += RESPONSIBILITY;
    }
  }
  return rows;
}

const YEARS_FROM: readonly YearSource[] = ["clause", "sentence", "item", "section", "title", "none"];

function targetsIn(settled: readonly Settled[]): Int32Array {
  const rows = new Int32Array(settled.length * TARGET);
  settled.forEach(({ line, year, yearFrom, kind }, i) => {
    const at = i * TARGET;
    rows[at] = line;
    rows[at + 1] = year ?? -1;
    rows[at + 2] = YEARS_FROM.indexOf(yearFrom);
    rows[at + 3] = kind === "goal" ? 1 : 0;
  });
  return rows;
}

const TEXT: ReadonlySet<LineRole> = new Set(["body", "heading", "responsibility"]);

/** 1 for lines that are text or blank. */
const ORDINARY = new Uint8Array(32);
for (const role of [...TEXT, "blank"] as const) ORDINARY[numberOf(role)] = 1;

export function isText(role: LineRole): boolean {
  return TEXT.has(role);
}

function frameOf(plan: PlanDocument, roles: RoleNumbers): string {
  const { kind, period, title, flattened, parts, front, paragraphs } = plan;
  const special: string[] = [];
  for (let line = 0; line < roles.length; line++) {
    if (ORDINARY[roles[line] as number] === 1) continue;
    special.push(`${roleIn(roles, line)} ${paragraphs[line]?.text.trim()}`);
  }
  const number = front.documentNumber?.text ?? "";
  const years = period ? `${period.from} ${period.to} ${period.source}` : "";
  const heads = parts.map((part) => `${part.kind} ${part.title?.text ?? ""}`);
  return [kind, years, title?.text ?? "", flattened, number, ...heads, ...special].join("\n");
}

/** The items that stand in no other: where each begins, as a line, and its index; behind the last one where all ends. */
export interface ChapterStarts {
  readonly lines: readonly number[];
  readonly items: readonly number[];
}

export function chapterStarts({ items, roles }: Skeleton): ChapterStarts {
  const starts = { lines: new Array<number>(), items: new Array<number>() };
  for (let at = 0; at < items.length; at += ITEM) {
    if (items[at + 3] !== -1) continue;
    starts.lines.push(items[at] as number);
    starts.items.push(at / ITEM);
  }
  starts.lines.push(roles.length);
  starts.items.push(items.length / ITEM);
  return starts;
}

export interface SkeletonChanges {
  readonly tree: boolean;
  readonly frame: boolean;
  readonly owners: boolean;
  readonly targets: boolean;
  /** Lines outside the edit that have another role now, by their places before. */
  readonly roles: readonly number[];
}

/** In what two plans differ, one made from the other by an edit of some lines. */
export function skeletonChanges(before: Skeleton, after: Skeleton, change: LineChange): SkeletonChanges {
  const same = (key: "items" | "responsibilities" | "targets" | "parts", of: number, line: number): boolean =>
    sameRows(before[key], after[key], { width: of, line, change });
  return {
    tree: !same("items", ITEM, 0),
    frame:
      before.frame !== after.frame ||
      !same("parts", 1, 0) ||
      change.first <= Math.max(before.head, after.head),
    owners: !same("responsibilities", RESPONSIBILITY, 1),
    targets: !same("targets", TARGET, 0),
    roles: otherRoles(before.roles, after.roles, change),
  };
}

interface Rows {
  readonly width: number;
  /** Which of the numbers of a row is its line. */
  readonly line: number;
  readonly change: LineChange;
}

function sameRows(a: Int32Array, b: Int32Array, { width, line, change }: Rows): boolean {
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row += width) {
    for (let i = row; i < row + width; i++) {
      const old = a[i] as number;
      const now = b[i] as number;
      if (i === row + line ? !isThere(old, now, change) : old !== now) return false;
    }
  }
  return true;
}

/** Whether a line stands where it stood, or both stand in the edit. */
export function isThere(old: number, now: number, { first, before, after }: LineChange): boolean {
  if (old < first) return now === old;
  return old >= before ? now === old + after - before : now >= first && now < after;
}

function otherRoles(a: RoleNumbers, b: RoleNumbers, change: LineChange): number[] {
  const other: number[] = [];
  for (let i = 0; i < change.first; i++) if (a[i] !== b[i]) other.push(i);
  const shift = change.after - change.before;
  for (let i = change.before; i < a.length; i++) if (a[i] !== b[i + shift]) other.push(i);
  return other;
}
