import { mkdir } from "node:fs/promises";
import { basename, dirname } from "node:path";

/**
 * Makes `.hegao` where a file is to be written into it. No other folder is made, and the one around it must be there: one
 * that has gone (a share, a stick) is not put back in its place, empty. In one step, since it may go at any moment.
 */
export async function makePlaceFor(path: string): Promise<void> {
  const folder = dirname(path);
  if (basename(folder) !== ".hegao") return;
  await mkdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  });
}
