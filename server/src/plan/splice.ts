import type { Assembled } from "./assemblePlan.js";
import type { Before } from "./before.js";
import { type Census, censusAfter, chunkNumbers, isFlattened } from "./candidates.js";
import { type Chapters, chaptersAround } from "./chapters.js";
import { ROW } from "./draftItem.js";
import { readFront } from "./front.js";
import { keysAfterSplice } from "./chapterKeys.js";
import { later } from "./later.js";
import { CHUNK } from "./likeness.js";
import type { Item, Line, Target } from "./model.js";
import { frontAfter, moved, placesAfter } from "./placesAfter.js";
import type { Reading } from "./reread.js";
import { roleIn, type RoleNumbers, roleNumbers } from "./roleNumbers.js";
import { type Around, rolesAround } from "./rolesAround.js";
import { splicedItems } from "./splicedItems.js";
import { splicedParts, withoutItems } from "./splicedParts.js";
import { splicedTargets } from "./splicedTargets.js";
import { targetShelf } from "./targetShelf.js";

/** An edit of more lines is no keystroke: what it changed is put together with all the rest. */
const MOST_LINES = 1000;

/**
 * What was put together of a plan, after an edit that may have changed its tree: the chapters around the edit are put
 * together anew, and what stands before and behind them is taken over. Undefined where the edit may have changed more.
 */
export function splice(before: Before, now: Reading): Assembled | undefined {
  const { was, at } = before;
  if (!was.ground.free || was.chunks.size > 0 || at.before + at.after - 2 * at.first > MOST_LINES)
    return undefined;
  const around = rolesAround(before, now);
  const census = around && censusNow(before, now, around);
  if (!census || (!around.isPlain && was.period?.source !== "title")) return undefined;
  const chapters = chaptersAround({ ...before, now, around, census });
  return chapters && spliced(before, now, { around, census, chapters });
}

/** The markers of the document after the edit; undefined where they may be taken for others than before. */
function censusNow({ was, old, at }: Before, now: Reading, around: Around): Census | undefined {
  const { paragraphs } = now;
  const gone = old.paragraphs.slice(at.first, at.before);
  const come = paragraphs.slice(at.first, at.after);
  const census = censusAfter(was.census, gone, come);
  if (isFlattened(census) || census.decimals > 0 !== was.census.decimals > 0) return undefined;
  // The line below may be a chunk where the one above it breaks off.
  const mayCount = [...gone, ...come, ...paragraphs.slice(at.after, around.to)].some(({ text }) =>
    CHUNK.test(text),
  );
  return mayCount && chunkNumbers(now).size > 0 ? undefined : census;
}

interface Splicing {
  readonly around: Around;
  readonly census: Census;
  readonly chapters: Chapters;
}

function spliced(before: Before, now: Reading, { around, census, chapters }: Splicing): Assembled {
  const { was } = before;
  const places = placesAfter(before);
  const roles = rolesAfter(was.roles, chapters);
  const lines = later(() => linesOf(now, roles));
  const bare = withoutItems(was);
  const roots: Item[][] = [];
  const parts = splicedParts(before, chapters.parts, now.text.length, (index) => roots[index] ?? []);
  const targetsOf = (index: number): readonly Target[] => targets.of(index);
  const items = splicedItems(before, chapters, { text: now.text, parts: parts.slice(bare), targetsOf });
  const top = items.filter((item) => item.row(ROW.parent) === -1);
  for (const item of top) (roots[bare + item.row(ROW.part)] ??= []).push(item);
  const period = moved(was.period, places);
  const { text, holds } = now;
  const source = later(() => ({ text, holds, period, items, lines: lines.get() }));
  const targets = targetShelf(source.get, splicedTargets(before, chapters));
  // What was put together before is not held by anything that is made later.
  return {
    lines: lines.get,
    kind: was.kind,
    title: moved(was.title, places),
    period,
    front: around.isPlain ? frontAfter(was.front, places) : readFront(lines.get()),
    parts,
    roots: () => top,
    items: () => items,
    chapterKeys: keysAfterSplice(was, chapters),
    answersOf: (index) => items[index]?.responsibilities ?? [],
    flattened: false,
    ground: was.ground,
    targetShelf: targets,
    isMoved: () => true,
    roles,
    titleReach: around.titleReach,
    chunks: was.chunks,
    census,
    habits: chapters.habits,
  };
}

function rolesAfter(old: RoleNumbers, { lines, gone }: Chapters): RoleNumbers {
  const roles = new Uint8Array(old.length + lines.length - (gone.lineEnd - gone.line));
  roles.set(old.subarray(0, gone.line));
  roles.set(roleNumbers(lines), gone.line);
  roles.set(old.subarray(gone.lineEnd), gone.line + lines.length);
  return roles;
}

function linesOf({ starts, paragraphs }: Reading, roles: RoleNumbers): Line[] {
  return paragraphs.map((paragraph, i) => ({
    role: roleIn(roles, i) ?? "body",
    start: starts[i] ?? 0,
    paragraph,
  }));
}
