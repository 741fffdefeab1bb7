import type { ReadHost, Refusal } from "../read/model.js";
import { type DocumentReader, type DocumentText, readHere } from "./documentReader.js";
import type { ReadTask } from "./readWorker.js";
import { createThread, findBundle, type ThreadPlan } from "./thread.js";
import { ThreadError } from "./threadError.js";

export interface ReadLimits {
  /** The costliest file below the limits of `read/limits.ts` takes ten seconds on a slow machine; a plan takes a tenth of one. */
  readonly limitMs: number;
  readonly heapMb: number;
}

const LIMITS: ReadLimits = { limitMs: 20_000, heapMb: 512 };
/** The thread is kept that long, so that a folder of documents needs but one. */
const IDLE_MS = 30_000;
/** Texts are read where the server works; those of more bytes in the thread as well. */
const SHORT_BYTES = 1024 * 1024;

/** Reads what may be costly in a thread of its own, started when it is first needed. `complain` hears of files given up. */
export function createReadThread(
  complain: (name: string, reason: Refusal) => void,
  limits: ReadLimits = LIMITS,
): DocumentReader {
  const bundle = findBundle("readWorker.js");
  const thread =
    bundle === undefined ? undefined : createThread<ReadTask, DocumentText>(planOf(bundle, limits));
  return async (bytes, name) => {
    if (!thread || (await isEasy(bytes, name))) return await readHere(bytes, name, await nodeReading());
    // A small file lies in a buffer with others, which must stay.
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    try {
      return await thread.ask({ bytes: own, name }, [own.buffer as ArrayBuffer]);
    } catch (error) {
      // Nothing was handed over. Where no thread can be had, what is there to be read is read in turn with all else.
      if (isNotStarted(error)) return await readHere(bytes, name, await nodeReading());
      const reason = refusalOf(error, limits);
      if (reason.code !== "internal") complain(name, reason);
      return { ok: false, reason };
    }
  };
}

function planOf(bundle: string, limits: ReadLimits): ThreadPlan<ReadTask> {
  return { bundle, start: () => undefined, ...limits, idleMs: IDLE_MS };
}

async function isEasy(bytes: Uint8Array, name: string): Promise<boolean> {
  const { sniff } = await import("../read/sniff.js");
  const kind = sniff(bytes, name);
  if ("refusal" in kind) return true;
  return (kind.format === "txt" || kind.format === "md") && bytes.length <= SHORT_BYTES;
}

const nodeReading = async (): Promise<ReadHost> => (await import("../read/node.js")).nodeHost;

function isNotStarted(error: unknown): boolean {
  return error instanceof ThreadError && error.why === "start";
}

function refusalOf(error: unknown, { limitMs }: ReadLimits): Refusal {
  const why = error instanceof ThreadError ? error.why : undefined;
  if (why === "time") return { code: "too-slow", data: { seconds: limitMs / 1000 } };
  if (why === "memory") return { code: "too-much-memory", data: {} };
  return { code: "internal", data: { detail: String(error) } };
}
