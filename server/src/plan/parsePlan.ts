import { type Assembled, assemblePlan } from "./assemblePlan.js";
import type { PlanDocument } from "./model.js";
import { changedLines } from "./changedLines.js";
import { quietEdit } from "./quietEdit.js";
import { read, type Reading, reread } from "./reread.js";
import type { Step } from "./seat.js";
import { takeOver } from "./takeOver.js";

/** A plan as this file makes it: what needs the whole document is put together when it is first asked for. */
interface ParsedPlan extends PlanDocument {
  readonly assembly: Assembly;
}

interface Assembly {
  readonly whole: () => Assembled;
  /** From what it can be made, or was; undefined where nothing has been put together yet. */
  readonly from: () => Origin | undefined;
}

/** What was put together of an earlier version, and the quiet edits since. */
interface Origin {
  readonly was: Assembled;
  readonly edits: readonly Step[];
}

/** After so many edits that nobody asked about, the tree is made all the same: each costs something when it is. */
const MOST_EDITS = 8;

/**
 * The plan that a text holds. Never throws, whatever the text: what cannot be recognised stays undefined or empty.
 * With the plan of the text before an edit, lines that the edit left alone are not read again, and an edit that leaves the
 * structure as it was takes the tree over. What needs the whole document is put together when it is first asked for: a
 * keystroke that nobody's question touches costs its line.
 */
export function parsePlan(text: string, previous?: PlanDocument): PlanDocument {
  if (previous?.text === text) return previous;
  const reading = previous ? reread(text, previous) : read(text);
  const assembly = (previous && takenOver(previous as ParsedPlan, reading)) ?? puttingTogether(reading);
  return planOf(reading, assembly, previous?.lineage ?? Object.freeze({}));
}

/** The plan of a text of which another plan may hold many lines word for word, as last year's does: those are not read again. */
export function parseBeside(text: string, other: PlanDocument): PlanDocument {
  const reading = reread(text, other);
  return planOf(reading, puttingTogether(reading), Object.freeze({}));
}

function puttingTogether(reading: Reading): Assembly {
  let made: Assembled | undefined;
  return {
    whole: () => (made ??= assemblePlan(reading)),
    from: () => made && { was: made, edits: [] },
  };
}

/** Undefined where the edit may have changed the structure, or nothing has been put together before it. */
function takenOver(previous: ParsedPlan, now: Reading): Assembly | undefined {
  const { assembly } = previous;
  const origin = assembly.from();
  const lines = origin && changedLines(previous, now);
  const edit = lines && quietEdit(previous, now, { ground: origin.was.ground, lines });
  if (!edit) return undefined;
  const step = { ...edit, start: now.starts[edit.line] ?? 0, by: now.text.length - previous.text.length };
  const isFar = origin.edits.length >= MOST_EDITS;
  let from: Origin = isFar
    ? { was: assembly.whole(), edits: [step] }
    : { was: origin.was, edits: [...origin.edits, step] };
  return {
    whole() {
      // What it was made from is let go.
      if (from.edits.length > 0)
        from = { was: takeOver(from.was, from.edits, now) ?? assemblePlan(now), edits: [] };
      return from.was;
    },
    from: () => from,
  };
}

function planOf(reading: Reading, assembly: Assembly, lineage: object): ParsedPlan {
  const { whole } = assembly;
  return {
    text: reading.text,
    starts: reading.starts,
    paragraphs: reading.paragraphs,
    assembly,
    lineage,
    get lines() {
      return whole().lines;
    },
    get kind() {
      return whole().kind;
    },
    get title() {
      return whole().title;
    },
    get period() {
      return whole().period;
    },
    get front() {
      return whole().front;
    },
    get parts() {
      return whole().parts;
    },
    get roots() {
      return whole().roots;
    },
    get items() {
      return whole().items;
    },
    get targets() {
      return whole().targets;
    },
    get flattened() {
      return whole().flattened;
    },
  };
}
