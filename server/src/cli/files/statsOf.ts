import { type Stats, statSync } from "node:fs";

/** What a path is; undefined where nothing is there, or nothing that may be looked at: a name too long, a folder that is shut. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
