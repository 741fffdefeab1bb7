import type { FileReport } from "../check/report.js";
import type { Call, OptionValues } from "../command.js";
import type { InputSource, Unreadable } from "../inputs/findInputs.js";

/** The work as every thread sees it. */
export interface Work {
  readonly sources: readonly InputSource[];
  /** Where the threads agree on who takes which draft: the next one to be taken, and how many are done. */
  readonly counters: Int32Array;
}

/** What one thread found out about one draft, as it tells the others. */
export interface Outcome {
  /** Which of the drafts. */
  readonly at: number;
  readonly result: FileReport | Unreadable;
  /** What was said meanwhile on standard error. */
  readonly complaints: readonly string[];
}

/** What a helping thread is told when it starts. */
export interface ThreadStart extends Work {
  readonly values: OptionValues;
  readonly locale: Call["locale"];
  readonly cwd: string;
  readonly colours: "painted" | "plain";
}

const NEXT = 0;
const DONE = 1;

export function newWork(sources: readonly InputSource[]): Work {
  return { sources, counters: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) };
}

/** The draft that nobody has taken yet, and its place; undefined where none is left. */
export function takeNext({ sources, counters }: Work): readonly [number, InputSource] | undefined {
  const at = Atomics.add(counters, NEXT, 1);
  const source = sources[at];
  return source && [at, source];
}

export function countDone({ counters }: Work): number {
  return Atomics.add(counters, DONE, 1) + 1;
}

/** A call whose complaints are kept until somebody takes them: each belongs to the draft that it was made about. */
export function hearing(call: Call): { readonly call: Call; heard(): readonly string[] } {
  let lines: string[] = [];
  const terminal = { ...call.terminal, complain: (line: string) => void lines.push(line) };
  const heard = (): readonly string[] => {
    const taken = lines;
    lines = [];
    return taken;
  };
  return { call: { ...call, terminal }, heard };
}
