import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Compared } from "../service/planService.js";
import { type Comparer, createPlainComparer } from "./comparer.js";
import type { WorkerStart } from "./compareWorker.js";

const BUNDLE = "compareWorker.js";
/** A comparison that takes longer has lost its way; its thread is given up. */
const LIMIT_MS = 30_000;

interface Waiting {
  readonly done: (compared: Compared) => void;
  readonly failed: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** Compares in a thread of its own, started when it is first needed; without its bundle, in turn with all else. */
export function createThreadComparer(): Comparer {
  const bundle = findBundle();
  return bundle === undefined ? createPlainComparer() : threadOf(bundle);
}

function threadOf(bundle: string): Comparer {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let count = 0;
  const fail = (error: Error): void => {
    for (const one of waiting.values()) {
      clearTimeout(one.timer);
      one.failed(error);
    }
    waiting.clear();
    void thread?.terminate();
    thread = undefined;
  };
  const started = (userWords: readonly string[]): Worker => {
    const start: WorkerStart = { folder: dirname(bundle), userWords };
    const made = new Worker(bundle, { workerData: start });
    made.on("message", (answer: Answer) => settle(waiting, answer));
    made.on("error", fail);
    // A server that is told to exit does not wait for its thread.
    made.unref();
    return made;
  };
  return {
    compare: (task) =>
      new Promise((done, failed) => {
        thread ??= started(task.roster.flatMap(({ full, aliases = [] }) => [full, ...aliases]));
        const id = ++count;
        const timer = setTimeout(() => fail(new Error("the comparison took too long")), LIMIT_MS);
        timer.unref();
        waiting.set(id, { done, failed, timer });
        thread.postMessage({ id, task });
      }),
    dispose: () => fail(new Error("the server is stopping")),
  };
}

interface Answer {
  readonly id: number;
  readonly compared?: Compared;
  readonly error?: string;
}

function settle(waiting: Map<number, Waiting>, { id, compared, error }: Answer): void {
  const one = waiting.get(id);
  if (!one) return;
  waiting.delete(id);
  clearTimeout(one.timer);
  if (compared) one.done(compared);
  else one.failed(new Error(error ?? "no answer"));
}

/** Beside the server's bundle, or above it where the command line has it in a folder of its own. */
function findBundle(): string | undefined {
  if (typeof __dirname !== "string") return undefined;
  return [join(__dirname, BUNDLE), join(__dirname, "..", BUNDLE)].find((path) => existsSync(path));
}
