import type { Session } from "./session.js";

/** Work that is done sooner is not worth a word. */
const PATIENCE_MS = 800;

/** Tells the client that a comparison takes its time, where it does. */
export function workingProgress({ connection, client }: Session, title: string): { done(): void } {
  if (!client.progress) return { done: () => undefined };
  let ended: (() => void) | undefined;
  let isDone = false;
  const timer = setTimeout(() => {
    connection.window.createWorkDoneProgress().then(
      (progress) => {
        if (isDone) return;
        progress.begin(title);
        ended = () => progress.done();
      },
      // A client that refuses goes without.
      () => undefined,
    );
  }, PATIENCE_MS);
  return {
    done() {
      isDone = true;
      clearTimeout(timer);
      ended?.();
    },
  };
}
