import type { Comparer } from "./comparer.js";
import type { Session } from "./session.js";
import { showWarning } from "./showWarning.js";
import { ThreadError } from "./threadError.js";

/** Says so where a comparison was given up: who waits for it would take its silence for an answer. */
export function tellingComparer({ compare, dispose }: Comparer, { connection, texts }: Session): Comparer {
  return {
    async compare(task) {
      try {
        return await compare(task);
      } catch (error) {
        const isGivenUp = error instanceof ThreadError && (error.why === "time" || error.why === "memory");
        if (isGivenUp) showWarning(connection, texts.comparisonGivenUp);
        throw error;
      }
    },
    dispose,
  };
}
