import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export interface Onlooker {
  /** What was not whole, and how many files were looked at. */
  stop(): Promise<{ readonly broken: readonly string[]; readonly looks: number }>;
}

/** So long lies between the two halves of a look: who writes into a file in place is caught for certain. */
const BETWEEN_MS = 3;
const SHOWN = 200;

/** Reads every JSON of a folder over and over, as another editor might at any moment. */
export function onlookerOf(folder: string): Onlooker {
  const broken: string[] = [];
  let [looks, going] = [0, true];
  const look = async (): Promise<void> => {
    while (going) {
      // The folder itself may be gone for a while.
      const names = await readdir(folder).catch((): string[] => []);
      for (const name of names.filter((one) => one.endsWith(".json"))) {
        const text = await readSlowly(join(folder, name));
        if (text === undefined) continue;
        looks++;
        if (!isJson(text)) broken.push(`${name}: ${text.slice(0, SHOWN)}…${text.slice(-SHOWN)}`);
      }
      await pause(1);
    }
  };
  const done = look();
  return {
    async stop() {
      going = false;
      await done;
      return { broken, looks };
    },
  };
}

/** Undefined where the file is gone. */
async function readSlowly(path: string): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined);
  if (!file) return undefined;
  try {
    const half = Buffer.alloc(Math.ceil((await file.stat()).size / 2));
    const { bytesRead } = await file.read(half, 0, half.length, 0);
    await pause(BETWEEN_MS);
    const rest = await readFrom(file, bytesRead);
    return Buffer.concat([half.subarray(0, bytesRead), rest]).toString("utf8");
  } finally {
    await file.close();
  }
}

async function readFrom(file: Awaited<ReturnType<typeof open>>, from: number): Promise<Buffer> {
  const rest = Buffer.alloc(Math.max(0, (await file.stat()).size - from));
  const { bytesRead } = await file.read(rest, 0, rest.length, from);
  return rest.subarray(0, bytesRead);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Half a file, or none: what is looked for.
    return false;
  }
}
