import { parsePlan } from "../../server/src/plan/parsePlan.js";
import type { Shape } from "./shapes.js";
import type { Stage, Subject } from "./stages.js";

export interface Growth {
  readonly stage: string;
  readonly shape: string;
  /** Milliseconds at each length that was measured, every one `FACTOR` times the one before. */
  readonly times: readonly number[];
  readonly failure?: string;
}

/** Four times the text: linear work takes four times as long, quadratic work sixteen times. */
export const FACTOR = 4;
/** Anything under this is too short to tell growth from the noise of a busy machine. */
const NOISE_MS = 60;
/** What garbage collection and a busy machine may add to the factor. */
const ALLOWED = 2.2;
/** A step that looks steep is measured so often: noise does not repeat itself. */
const ROUNDS = 3;
/** What took so long takes far too long at the next length. */
const ENDLESS_MS = 5_000;

/** One text at lengths that grow by `FACTOR`; the last is made when a step before it looks steep. */
export type Subjects = readonly [small: Subject, large: Subject, huge: () => Subject];

/** True where every step was steep: work that grows faster than its text does so at every length. */
export function isSuperlinear({ times }: Growth): boolean {
  return times.length > 1 && times.slice(1).every((large, i) => isSteep(times[i] ?? 0, large));
}

function isSteep(small: number, large: number): boolean {
  return large > NOISE_MS && large > small * FACTOR * ALLOWED;
}

/**
 * How a stage's time grows with a shape. A single step may be steep for another reason than the work: from some length on
 * what is made outlives a garbage collection, or falls out of the processor's cache. That happens once, and at the next
 * length the time is in proportion again; what takes the square of the length is as steep there.
 */
export function growthOf(stage: Stage, [small, large, huge]: Subjects, shape: string): Growth {
  const name = { stage: stage.name, shape };
  try {
    const first = step(stage, small, large);
    if (!isSteep(...first) || first[1] > ENDLESS_MS) return { ...name, times: first };
    const second = step(stage, large, huge());
    return { ...name, times: [first[0], Math.min(first[1], second[0]), second[1]] };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...name, times: [], failure };
  }
}

/** The shortest times at two lengths, measured again while the step between them looks steep. */
function step(stage: Stage, small: Subject, large: Subject): readonly [number, number] {
  let best: readonly [number, number] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    best = [Math.min(best[0], timeOf(stage, small)), Math.min(best[1], timeOf(stage, large))];
    if (!isSteep(...best) || best[1] > ENDLESS_MS) break;
  }
  return best;
}

/** The time of this process rather than that of the clock: what else the machine does is not counted. */
function timeOf(stage: Stage, subject: Subject): number {
  const start = process.cpuUsage();
  stage.run(subject);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export function subjectsOf(shape: Shape, length: number): Subjects {
  const subject = (size: number): Subject => {
    const text = shape.make(size);
    return { text, plan: parsePlan(text) };
  };
  let huge: Subject | undefined;
  return [subject(length), subject(length * FACTOR), () => (huge ??= subject(length * FACTOR * FACTOR))];
}
