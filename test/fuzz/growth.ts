import { parsePlan } from "../../server/src/plan/parsePlan.js";
import type { Shape } from "./shapes.js";
import type { Stage, Subject } from "./stages.js";

export interface Growth {
  readonly stage: string;
  readonly shape: string;
  /** Milliseconds at one length, and at `factor` times that length. */
  readonly small: number;
  readonly large: number;
  readonly failure?: string;
}

/** Four times the text: linear work takes four times as long, quadratic work sixteen times. */
export const FACTOR = 4;
/** Anything under this is too short to tell growth from the noise of a busy machine. */
const NOISE_MS = 60;
/** What garbage collection and a busy machine may add to the factor. */
const ALLOWED = 2.2;

export function isSuperlinear({ small, large }: Growth): boolean {
  return large > NOISE_MS && large > small * FACTOR * ALLOWED;
}

/** How a stage's time grows with a shape. What looks steep is measured again: noise does not repeat itself. */
export function growthOf(stage: Stage, [small, large]: readonly [Subject, Subject], shape: string): Growth {
  try {
    let best: Growth | undefined;
    for (let round = 0; round < 3; round++) {
      const now = { stage: stage.name, shape, small: timeOf(stage, small), large: timeOf(stage, large) };
      best = {
        ...now,
        small: best ? Math.max(Math.min(best.small, now.small), 0.05) : now.small,
        large: Math.min(best?.large ?? Infinity, now.large),
      };
      if (!isSuperlinear(best)) break;
      if (best.large > 5_000) break;
    }
    return best ?? { stage: stage.name, shape, small: 0, large: 0 };
  } catch (error) {
    return {
      stage: stage.name,
      shape,
      small: 0,
      large: 0,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** The time of this process rather than that of the clock: what else the machine does is not counted. */
function timeOf(stage: Stage, subject: Subject): number {
  const start = process.cpuUsage();
  stage.run(subject);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export function subjectsOf(shape: Shape, length: number): readonly [Subject, Subject] {
  const subject = (size: number): Subject => {
    const text = shape.make(size);
    return { text, plan: parsePlan(text) };
  };
  return [subject(length), subject(length * FACTOR)];
}
