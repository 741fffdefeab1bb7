import type { IndexProgress } from "./earlierIndex.js";
import type { Session } from "./session.js";
import { turn } from "./turn.js";

/** So few files are read sooner than anybody could look. */
const FEW = 50;

/** Says how far the reading of earlier years has come, where there is much of it, and hears when the user has enough. */
export interface ShownProgress extends IndexProgress {
  /** True where the user has stopped it. */
  isStopped(): boolean;
  done(): void;
}

export function indexProgress(
  { connection, client, texts }: Session,
  isCancelled: () => boolean,
  few = FEW,
): ShownProgress {
  let shown: { report(percentage: number): void; done(): void } | undefined;
  let stopped = false;
  let last = 0;
  return {
    async begin(total) {
      if (!client.progress || total < few) return;
      try {
        const progress = await connection.window.createWorkDoneProgress();
        progress.begin(texts.indexing, 0, undefined, true);
        progress.token.onCancellationRequested(() => (stopped = true));
        shown = progress;
        await turn();
      } catch {
        // A client that refuses goes without.
      }
    },
    step(done, total) {
      const percentage = Math.floor((100 * done) / total);
      if (percentage > last) shown?.report(percentage);
      last = percentage;
    },
    isCancelled: () => stopped || isCancelled(),
    isStopped: () => stopped,
    done: () => shown?.done(),
  };
}
