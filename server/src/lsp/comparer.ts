import { type CompareTask, createTextComparer } from "../service/compareTexts.js";
import type { Compared } from "../service/planService.js";
import { turn } from "./turn.js";

/** Compares a draft with its earlier years, beside the work of the server or at least after it. */
export interface Comparer {
  compare(task: CompareTask): Promise<Compared>;
  dispose(): void;
}

/** Where no thread can be had (a browser's worker is one already): in turn with all else, character by character. */
export function createPlainComparer(): Comparer {
  const compare = createTextComparer();
  return {
    async compare(task) {
      // Whatever is waiting in the pipe goes first.
      await turn();
      return compare(task);
    },
    dispose: () => undefined,
  };
}
