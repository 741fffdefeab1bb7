import { isTerminal } from "./terminal.js";

/** Tells a waiting reader how far the work is. */
export interface Progress {
  step(done: number, total: number): void;
  /** Takes the bar away. */
  end(): void;
}

/** Work that is done sooner than this needs no bar. */
const PATIENCE_MS = 400;
const EVERY_MS = 80;
const CELLS = 24;
const STANDARD_ERROR = 2;

/** A bar on standard error, where that is a terminal; elsewhere nothing. */
export function createProgress(
  label: string,
  stream = isTerminal(STANDARD_ERROR) ? process.stderr : undefined,
): Progress {
  if (!stream?.isTTY) return { step: () => undefined, end: () => undefined };
  let next = performance.now() + PATIENCE_MS;
  let shown = "";
  return {
    step(done, total) {
      const now = performance.now();
      if (now < next || total === 0) return;
      next = now + EVERY_MS;
      const cells = Math.round((CELLS * done) / total);
      shown = `${label} ${"█".repeat(cells)}${"░".repeat(CELLS - cells)} ${done}/${total}`;
      stream.write(`\r\u001b[2K${shown}`);
    },
    end() {
      if (shown !== "") stream.write("\r\u001b[2K");
      shown = "";
    },
  };
}
