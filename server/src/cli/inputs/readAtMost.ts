import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { LIMITS } from "../../read/limits.js";

const STEP = 1024 * 1024;

/**
 * The bytes of a file, or of standard input (0): of what has no end only so many that the reader of documents sees that it
 * is too long.
 */
export function readAtMost(from: string | 0, most: number = LIMITS.fileBytes): Uint8Array {
  const descriptor = from === 0 ? from : openSync(from, "r");
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() && stats.size <= most ? readFileSync(descriptor) : readSteps(descriptor, most);
  } finally {
    if (from !== 0) closeSync(descriptor);
  }
}

function readSteps(descriptor: number, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const step = new Uint8Array(STEP);
  for (let size = 0; size <= most;) {
    const count = readStep(descriptor, step);
    if (count === 0) break;
    parts.push(step.slice(0, count));
    size += count;
  }
  return Buffer.concat(parts);
}

/** How long what is slow to come is left alone before it is asked again, in milliseconds. */
const PAUSE = 5;

function readStep(descriptor: number, step: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, step, 0, step.length, null);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      // So says a pipe of Windows that has come to its end.
      if (code === "EOF") return 0;
      // And so a pipe that whoever opened it set not to wait, while nothing has come yet.
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
