import { countPassing } from "../text/bisect.js";
import type { Before } from "./before.js";
import { addCandidates, type Candidate, type Census } from "./candidates.js";
import type { DraftItem } from "./draftItem.js";
import type { Line, Paragraph } from "./model.js";
import type { Reading } from "./reread.js";
import { plainRoleIn } from "./roleNumbers.js";
import type { Around } from "./rolesAround.js";
import { styleKey } from "./sequence.js";
import {
  accepted,
  barrierFinder,
  beginsAnew,
  type Grove,
  type Memory,
  newGrove,
  newMemory,
  place,
  remember,
} from "./tree.js";

export type DraftLine = { -readonly [K in keyof Line]: Line[K] };

/** The chapters around an edit as they are now; their lines, nodes and candidates count from the first of them. */
export interface Regrowth extends End {
  /** Where they begin in the plan: an item at the top. */
  readonly root: DraftItem;
  /** The first goes on where the part of that item has begun. */
  readonly groves: readonly Grove[];
  /** So many are theirs; some more stand behind, since a bracket may run on over them. */
  readonly count: number;
  readonly lines: readonly DraftLine[];
}

/** Where some chapters end. */
interface End {
  /** In the text at the latest, and where the next item begins. */
  readonly end: number;
  readonly next: number;
  /** The items before the edit from here on are what they were. */
  readonly rest: number;
  /** Whether what follows goes on with the last numbering, or begins one as it did before; or nothing follows. */
  readonly then: "goes on" | "begins" | "ends";
}

/** An edit, the lines whose roles it may have changed, and the markers of the document after it. */
export interface Regrowing extends Before {
  readonly now: Reading;
  readonly around: Around;
  readonly census: Census;
}

/**
 * Grows the chapters around an edit anew, from the last one that begins before it to the first one behind it that begins
 * where it did while the numbering remembers what it remembered. Undefined where there is none before the edit.
 */
export function regrowth(edit: Regrowing): Regrowth | undefined {
  const { was, around, census, now } = edit;
  const items = was.items();
  const root = rootAbove(items, around.from);
  if (!root) return undefined;
  const lines: DraftLine[] = [];
  const growing: Growing = {
    ...growingFrom(root, items),
    edit,
    root,
    lines,
    between: barrierFinder(lines),
  };
  const most = now.paragraphs.length - root.line;
  for (let index = 0; index < most; index++) {
    const line = lineNow(edit, root.line + index);
    lines.push(line);
    const found: Candidate[] = [];
    addCandidates(found, line, index, census);
    for (const candidate of found) {
      const end = candidate.start < root.start ? undefined : step(growing, candidate);
      if (end) return ended(growing, index, end);
    }
  }
  const end = now.text.length;
  return ended(growing, most, { end, next: end, rest: items.length, then: "ends" });
}

/** The item at the top that begins last in or above a line. */
function rootAbove(items: readonly DraftItem[], line: number): DraftItem | undefined {
  let root = items[firstFrom(items, line + 1) - 1];
  while (root?.parent) root = root.parent;
  return root;
}

/** The index of the first item in a line or below it. */
function firstFrom(items: readonly DraftItem[], line: number): number {
  return countPassing(items.length, (i) => (items[i] as DraftItem).line < line);
}

interface Growing {
  readonly edit: Regrowing;
  readonly root: DraftItem;
  readonly lines: DraftLine[];
  readonly groves: Grove[];
  /** What the numbering remembered before the edit, when an item had been placed; asked of one after the other. */
  readonly remembered: (item: DraftItem) => Memory;
  readonly between: (from: number, to: number) => number;
}

function growingFrom(root: DraftItem, items: readonly DraftItem[]): Pick<Growing, "groves" | "remembered"> {
  let at = root.part.items[0]?.index ?? root.index;
  const grove = newGrove(0, 0);
  let old = newMemory();
  const keep = (memory: Memory, { mark, parent }: DraftItem): void => {
    remember(memory, mark, parent && styleKey(parent.mark));
  };
  for (; at < root.index; at++) {
    keep(grove.memory, items[at] as DraftItem);
    keep(old, items[at] as DraftItem);
  }
  const remembered = (item: DraftItem): Memory => {
    for (; at <= item.index; at++) {
      const next = items[at] as DraftItem;
      if (opensPart(next)) old = newMemory();
      keep(old, next);
    }
    return old;
  };
  return { groves: [grove], remembered };
}

function opensPart(item: DraftItem): boolean {
  return item.part.items[0]?.index === item.index;
}

/** A line as it is now, apart from headings. */
function lineNow({ was, at, now, around }: Regrowing, line: number): DraftLine {
  const isAround = line >= around.from && line < around.to;
  const before = line < around.from ? line : line + at.before - at.after;
  const role = isAround ? around.roles[line - around.from] : plainRoleIn(was.roles, before);
  return { role: role ?? "body", start: now.starts[line] ?? 0, paragraph: now.paragraphs[line] as Paragraph };
}

/** Takes a candidate in, unless everything from it on is as it was. */
function step(growing: Growing, candidate: Candidate): End | undefined {
  const { groves, lines, between } = growing;
  const there = candidate.inner ? undefined : sameBefore(growing, candidate);
  let grove = groves.at(-1) as Grove;
  const last = grove.nodes.at(-1);
  const barrier = between(last ? last.candidate.line + 1 : 0, candidate.line);
  if (last && beginsAnew(lines, grove, { candidate, barrier })) {
    const end = lines[barrier]?.start ?? 0;
    if (there && opensPart(there)) return { end, next: candidate.start, rest: there.index, then: "begins" };
    grove = newGrove(last.index + 1, barrier);
    groves.push(grove);
  }
  if (last && !accepted(lines, grove, { candidate, following: undefined })) return undefined;
  place(grove, candidate);
  if (!last || !there || there.parent || grove.nodes.at(-1)?.parent) return undefined;
  if (!alike(grove.memory, growing.remembered(there))) return undefined;
  grove.nodes.pop();
  return { end: candidate.start, next: candidate.start, rest: there.index, then: "goes on" };
}

/** The item that began before the edit where a candidate behind it begins now. */
function sameBefore({ edit, root }: Growing, candidate: Candidate): DraftItem | undefined {
  const { was, at, around, by } = edit;
  const line = root.line + candidate.line;
  if (line < around.to) return undefined;
  const items = was.items();
  for (let i = firstFrom(items, line + at.before - at.after); i < items.length; i++) {
    const item = items[i] as DraftItem;
    if (item.start + by === candidate.start) return item;
    if (item.start + by > candidate.start) return undefined;
  }
  return undefined;
}

function alike(a: Memory, b: Memory): boolean {
  return (
    a.rootKey === b.rootKey &&
    a.lastRoot === b.lastRoot &&
    sameEntries(a.learned, b.learned) &&
    sameEntries(a.last, b.last) &&
    a.arabicForms.size === b.arabicForms.size &&
    [...a.arabicForms].every((form) => b.arabicForms.has(form))
  );
}

function sameEntries<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (!b.has(key) || b.get(key) !== value) return false;
  return true;
}

/** A bracket runs on over no more lines. */
const RUNS_ON = 4;

function ended({ edit, root, groves, lines }: Growing, count: number, end: End): Regrowth {
  const most = edit.now.paragraphs.length - root.line;
  while (lines.length < Math.min(count + RUNS_ON, most)) lines.push(lineNow(edit, root.line + lines.length));
  return { root, groves, count, lines, ...end };
}
