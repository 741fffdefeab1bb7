import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Call } from "../command.js";
import type { ThreadStart, Outcome, Work } from "./share.js";

/** More threads than this only wait for the disk. */
const MOST = 16;

/** Starts the threads that are worth having beside this one; resolves when the last of them has ended. */
export async function startThreads(
  work: Work,
  {
    call,
    take,
    asked,
  }: { readonly call: Call; readonly take: (outcome: Outcome) => void; readonly asked: string },
): Promise<void> {
  const file = typeof __dirname === "string" ? join(__dirname, "thread.js") : "";
  // Standard input is there once: only this thread can read it.
  if (!existsSync(file) || work.sources.some((source) => source.file === undefined)) return;
  const threads = asked === "auto" ? Math.min(availableParallelism(), MOST) : Number(asked);
  const start: ThreadStart = {
    ...work,
    values: call.values,
    locale: call.locale,
    cwd: call.terminal.cwd,
    colours: call.terminal.paint("bold", "x") === "x" ? "plain" : "painted",
  };
  const count = Math.min(threads - 1, work.sources.length - 1);
  await Promise.all(Array.from({ length: count }, () => run(file, start, take)));
}

function run(file: string, start: ThreadStart, take: (outcome: Outcome) => void): Promise<void> {
  return new Promise((done) => {
    const thread = started(file, start);
    if (!thread) {
      done();
      return;
    }
    thread.on("message", take);
    // Out of memory, say: what it had taken is found missing afterwards.
    thread.on("error", () => done());
    thread.on("exit", () => done());
  });
}

/** Undefined where the system gives no further thread, or Node may start none: the others do its share. */
function started(file: string, start: ThreadStart): Worker | undefined {
  try {
    return new Worker(file, { workerData: start, stdout: true, stderr: true });
  } catch {
    return undefined;
  }
}
