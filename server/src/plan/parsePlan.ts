import { type Assembled, assemblePlan } from "./assemblePlan.js";
import type { PlanDocument } from "./model.js";
import { changedLines } from "./changedLines.js";
import { quietEdit } from "./quietEdit.js";
import { read, type Reading, reread } from "./reread.js";
import { takeOver } from "./takeOver.js";

/** A plan as this file makes it: what needs the whole document is put together when it is first asked for. */
interface ParsedPlan extends PlanDocument {
  readonly assembly: Assembly;
}

interface Assembly {
  /** What has been put together so far, in no time. */
  readonly made: () => Assembled | undefined;
  readonly whole: () => Assembled;
}

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

function puttingTogether(reading: Reading): Assembly {
  let made: Assembled | undefined;
  return { made: () => made, whole: () => (made ??= assemblePlan(reading)) };
}

/** Undefined where the edit may have changed the structure, or nothing has been put together before it. */
function takenOver(previous: ParsedPlan, now: Reading): Assembly | undefined {
  const was = previous.assembly.made();
  const lines = was && changedLines(previous, now);
  const edit = lines && quietEdit(previous, now, { ground: was.ground, lines });
  if (!edit) return undefined;
  const by = now.text.length - previous.text.length;
  // What is left behind is let go as soon as the new one is made.
  let left: Assembled | undefined = was;
  let made: Assembled | undefined;
  const whole = (): Assembled => {
    made ??= (left && takeOver(left, { now, by, edit })) ?? assemblePlan(now);
    left = undefined;
    return made;
  };
  return { made: whole, whole };
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
