import { availableParallelism } from "node:os";
import type { FileReport } from "../check/report.js";
import { type Call, text } from "../command.js";
import type { InputSource, Unreadable } from "../inputs/findInputs.js";
import type { Progress } from "../progress.js";
import { says } from "../texts/lintTexts.js";
import type { Checker } from "./checker.js";
import { createPace } from "./pace.js";
import { countDone, newWork, type Outcome, takeNext, type Work } from "./share.js";

/** Before this much time has gone by, and where less than this is left to do, nobody wants to see a bar. */
const PATIENCE_MS = 100;
/**
 * A thread compiles everything anew, and the compiler has threads of its own: before a second one has paid for itself
 * there must be so much left to do, by the pace of a thread that has warmed up for so long.
 */
const HELP_MS = {
  twoCores: { warmUp: 1000, worth: 4000 },
  moreCores: { warmUp: 500, worth: 2000 },
};

/** Who checks: this thread's checker, with what it had to complain about since it was last asked. */
export interface Crew {
  readonly call: Call;
  readonly checker: Checker;
  heard(): readonly string[];
}

/** Everything that was found out, in the order of the drafts, whoever did the work. */
export async function checkAll(
  sources: readonly InputSource[],
  { call, checker, heard }: Crew,
): Promise<readonly Outcome[]> {
  const work = newWork(sources);
  const outcomes = new Map<number, Outcome>();
  const take = (outcome: Outcome): void => void outcomes.set(outcome.at, outcome);
  const check = async (at: number, source: InputSource): Promise<void> =>
    take({ at, result: await checker.check(source), complaints: heard() });
  const start = Date.now();
  const help = createHelp(work, { call, take });
  for (let next = takeNext(work); next; next = takeNext(work)) {
    await check(...next);
    await help.look(Date.now() - start, countDone(work));
  }
  await help.done();
  // What a thread took with it when it died is done here.
  for (const [at, source] of sources.entries()) if (!outcomes.has(at)) await check(at, source);
  return sources.flatMap((_, at) => outcomes.get(at) ?? []);
}

interface Help {
  /** Told after every draft: how long it has taken so far, how many are done. */
  look(elapsed: number, done: number): Promise<void>;
  done(): Promise<void>;
}

/** Threads join in where they are worth it, or as many as `--workers` says; a bar appears where somebody watches. */
function createHelp(
  work: Work,
  { call, take }: { readonly call: Call; readonly take: (outcome: Outcome) => void },
): Help {
  const asked = text(call, "workers") ?? "auto";
  const total = work.sources.length;
  let threads: Promise<void> | undefined;
  let progress: Progress | undefined;
  const { warmUp, worth } = availableParallelism() > 2 ? HELP_MS.moreCores : HELP_MS.twoCores;
  const pace = createPace(warmUp);
  const isWorthIt = (elapsed: number, done: number): boolean =>
    asked === "auto" ? pace(elapsed, { done, total }) > worth : asked !== "1";
  return {
    async look(elapsed, done) {
      const left = (elapsed / done) * (total - done);
      if (!threads && done < total && isWorthIt(elapsed, done)) {
        const { startThreads } = await import("./startThreads.js");
        threads = startThreads(work, { call, take, asked });
      }
      if (!progress && elapsed > PATIENCE_MS && left > PATIENCE_MS) {
        const { createProgress } = await import("../progress.js");
        progress = createProgress(says(call.locale, "checking"));
      }
      progress?.step(done, total);
    },
    async done() {
      await threads;
      progress?.end();
    },
  };
}

export function isReport(result: FileReport | Unreadable): result is FileReport {
  return "tally" in result;
}
