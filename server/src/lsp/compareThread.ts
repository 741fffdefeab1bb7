import { dirname } from "node:path";
import type { CompareTask } from "../service/compareTexts.js";
import type { Compared } from "../service/planService.js";
import { type Comparer, createPlainComparer } from "./comparer.js";
import type { WorkerStart } from "./compareWorker.js";
import { createThread, findBundle } from "./thread.js";
import { ThreadError } from "./threadError.js";

/** A comparison that takes longer has lost its way; its thread is given up. */
const LIMIT_MS = 30_000;
/** Four plans of the greatest length that is read take a quarter of it. */
const HEAP_MB = 2048;

/** Compares in a thread of its own, started when it is first needed; where none can be had, in turn with all else. */
export function createThreadComparer(): Comparer {
  const bundle = findBundle("compareWorker.js");
  if (bundle === undefined) return createPlainComparer();
  const thread = createThread<CompareTask, Compared>({
    bundle,
    start: ({ roster }): WorkerStart => ({
      folder: dirname(bundle),
      userWords: roster.flatMap(({ full, aliases = [] }) => [full, ...aliases]),
    }),
    limitMs: LIMIT_MS,
    heapMb: HEAP_MB,
  });
  const plain = createPlainComparer();
  return {
    compare: (task) =>
      thread.ask(task).catch((error: unknown) => {
        if (error instanceof ThreadError && error.why === "start") return plain.compare(task);
        throw error;
      }),
    dispose: thread.dispose,
  };
}
