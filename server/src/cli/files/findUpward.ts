import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { homeFolder } from "./homeFolder.js";

/**
 * The first of the names found in a folder or above it. The search ends at the root of a repository and at the home
 * folder: what lies above belongs to somebody else.
 */
export function findUpward(folder: string, names: readonly string[]): string | undefined {
  const home = homeFolder();
  for (let at = folder; ; at = dirname(at)) {
    for (const name of names) {
      const path = join(at, name);
      if (existsSync(path)) return path;
    }
    if (at === home || existsSync(join(at, ".git")) || dirname(at) === at) return undefined;
  }
}

/** The folder that the search from `folder` ends at: nothing outside of it is read for a draft there. */
export function searchRoot(folder: string): string {
  const home = homeFolder();
  let at = folder;
  while (at !== home && !existsSync(join(at, ".git")) && dirname(at) !== at) at = dirname(at);
  // With no repository and no home above, the folder itself is all that is known to belong together.
  return dirname(at) === at ? folder : at;
}
