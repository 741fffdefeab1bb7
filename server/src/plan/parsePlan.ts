import { type Assembled, assemblePlan } from "./assemblePlan.js";
import type { Before } from "./before.js";
import { changedLines } from "./changedLines.js";
import { newLineage } from "./lineage.js";
import type { PlanDocument } from "./model.js";
import { type Assembly, type Origin, ParsedPlan } from "./parsedPlan.js";
import { quietEdit } from "./quietEdit.js";
import { read, type Reading, reread } from "./reread.js";
import { splice } from "./splice.js";
import { takeOver } from "./takeOver.js";

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
  const assembly = previous ? assemblyAfter(previous as ParsedPlan, reading) : puttingTogether(reading);
  return new ParsedPlan(reading, assembly, previous?.lineage ?? newLineage());
}

/** The plan of a text of which another plan may hold many lines word for word, as last year's does: those are not read again. */
export function parseBeside(text: string, other: PlanDocument): PlanDocument {
  const reading = reread(text, other);
  return new ParsedPlan(reading, puttingTogether(reading), newLineage());
}

function puttingTogether(reading: Reading, before?: Before): Assembly {
  let made: Assembled | undefined;
  let known = before;
  return {
    whole() {
      made ??= (known && splice(known, reading)) ?? assemblePlan(reading);
      // What it was made from is let go.
      known = undefined;
      return made;
    },
    from: () => made && { was: made, edits: [] },
  };
}

/** A tree that is taken over where the edit left the structure as it was, else one that is put together anew. */
function assemblyAfter(previous: ParsedPlan, now: Reading): Assembly {
  const { assembly } = previous;
  const origin = assembly.from();
  const at = origin && changedLines(previous, now);
  if (!at) return puttingTogether(now);
  const start = now.starts[at.first] ?? now.text.length;
  const by = now.text.length - previous.text.length;
  const edit = quietEdit(previous, now, { ground: origin.was.ground, lines: at });
  if (!edit) return puttingTogether(now, { was: assembly.whole(), old: readingOf(previous), at, start, by });
  const step = { ...edit, start, by };
  const isFar = origin.edits.length >= MOST_EDITS;
  return takingOver(
    isFar
      ? { was: movedWhole(assembly), edits: [step] }
      : { was: origin.was, edits: [...origin.edits, step] },
    now,
  );
}

/** Without what was put together of it. */
function readingOf({ text, starts, paragraphs, holds }: Reading): Reading {
  return { text, starts, paragraphs, holds };
}

/** What was put together, with everything at its place. */
function movedWhole(assembly: Assembly): Assembled {
  const was = assembly.whole();
  was.lines();
  was.items();
  return was;
}

function takingOver(origin: Origin, now: Reading): Assembly {
  let from = origin;
  let made: Assembled | undefined;
  return {
    whole: () => (made ??= takeOver(from.was, from.edits, now) ?? assemblePlan(now)),
    from() {
      // Once everything stands at its place, what it was moved from is let go.
      if (made?.isMoved()) from = { was: made, edits: [] };
      return from;
    },
  };
}
