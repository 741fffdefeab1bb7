import { existsSync } from "node:fs";
import { join, parse } from "node:path";
import { Worker } from "node:worker_threads";
import { ThreadError } from "./threadError.js";

export interface ThreadPlan<Task> {
  /** The bundle that runs in the thread; `answerInThread` is its last word. */
  readonly bundle: string;
  /** What the thread is told when it starts, which the first task may decide. */
  start(task: Task): unknown;
  /** A task that takes longer has lost its way. */
  readonly limitMs: number;
  /** A task that keeps more has lost it too. */
  readonly heapMb: number;
  /** So long after the last task its memory is given back; kept for good where this is left out. */
  readonly idleMs?: number;
}

/** A thread beside the server, started when it is first needed, that does one task after the other. */
export interface Thread<Task, Answer> {
  /** What is in `moved` is handed over, not copied. Fails with a `ThreadError` where the thread had to be given up. */
  ask(task: Task, moved?: readonly ArrayBuffer[]): Promise<Answer>;
  dispose(): void;
}

interface Asked<Task, Answer> {
  readonly task: Task;
  readonly moved: readonly ArrayBuffer[];
  readonly done: (answer: Answer) => void;
  readonly failed: (error: Error) => void;
}

type Told<Answer> = { readonly answer: Answer } | { readonly error: string };

/**
 * Tasks wait here and not in the thread, so that the one that takes too long or too much memory ends alone: the others are
 * done by the next thread.
 */
export function createThread<Task, Answer>(plan: ThreadPlan<Task>): Thread<Task, Answer> {
  const waiting: Asked<Task, Answer>[] = [];
  let thread: Worker | undefined;
  let current: Asked<Task, Answer> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const giveUp = (): void => {
    void thread?.terminate();
    thread = undefined;
  };
  const ended = (settle: (one: Asked<Task, Answer>) => void): void => {
    clearTimeout(timer);
    const one = current;
    current = undefined;
    if (one) settle(one);
    next();
  };
  const fail = (error: ThreadError): void => {
    giveUp();
    ended(({ failed }) => failed(error));
  };
  const next = (): void => {
    if (current) return;
    current = waiting.shift();
    if (!current && !plan.idleMs) return;
    timer = current ? setTimeout(() => fail(tooLong(plan)), plan.limitMs) : setTimeout(giveUp, plan.idleMs);
    timer.unref();
    if (!current) return;
    try {
      thread ??= started(plan, current.task, ears);
    } catch (error) {
      // Too many threads on this machine, say, or a Node that may start none: the next task tries again.
      fail(new ThreadError("start", String(error)));
      return;
    }
    thread.postMessage(current.task, current.moved);
  };
  const ears: Ears<Answer> = {
    told(own, told) {
      if (own !== thread) return;
      ended(({ done, failed }) => ("answer" in told ? done(told.answer) : failed(new Error(told.error))));
    },
    died(own, error) {
      if (own === thread) fail(error);
    },
  };
  return {
    ask: (task, moved = []) =>
      new Promise((done, failed) => {
        waiting.push({ task, moved, done, failed });
        if (!current) clearTimeout(timer);
        next();
      }),
    dispose() {
      const stopped = new ThreadError("stopped", "the server is stopping");
      for (const { failed } of waiting.splice(0)) failed(stopped);
      fail(stopped);
      clearTimeout(timer);
    },
  };
}

interface Ears<Answer> {
  told(thread: Worker, told: Told<Answer>): void;
  died(thread: Worker, error: ThreadError): void;
}

function started<Task, Answer>(
  { bundle, start, heapMb }: ThreadPlan<Task>,
  task: Task,
  { told, died }: Ears<Answer>,
): Worker {
  standSomewhere(bundle);
  const made = new Worker(bundle, {
    workerData: start(task),
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // What a library prints must not get between the messages of the server.
    stdout: true,
  });
  made.on("message", (answer: Told<Answer>) => told(made, answer));
  made.on("error", (error: Error & { readonly code?: string }) =>
    died(made, new ThreadError(error.code === OUT_OF_MEMORY ? "memory" : "error", String(error))),
  );
  made.on("exit", (code) => died(made, new ThreadError("error", `the thread ended with code ${code}`)));
  // A server that is told to exit does not wait for its thread.
  made.unref();
  return made;
}

/** No thread starts in a folder that is gone; the server has no use for where it stands, its files are named in full. */
function standSomewhere(bundle: string): void {
  if (!stands()) process.chdir(parse(bundle).root);
}

function stands(): boolean {
  try {
    return existsSync(process.cwd());
  } catch {
    return false;
  }
}

const OUT_OF_MEMORY = "ERR_WORKER_OUT_OF_MEMORY";

function tooLong({ limitMs }: ThreadPlan<never>): ThreadError {
  return new ThreadError("time", `no answer within ${limitMs / 1000} s`);
}

/** A bundle beside the server's, or above it where the command line has it in a folder of its own. */
export function findBundle(name: string): string | undefined {
  if (typeof __dirname !== "string") return undefined;
  return [join(__dirname, name), join(__dirname, "..", name)].find((path) => existsSync(path));
}
