import { dirname } from "node:path";
import type { SilenceEntry } from "../../service/silenceModel.js";
import { findUpward } from "../files/findUpward.js";
import type { SilenceKind } from "../files/silenceHome.js";

/** The entries that hold for one draft. Drafts without any `.hegao/` above them cost nothing. */
export type EntriesFor = (file: string | undefined) => Promise<readonly SilenceEntry[]>;

export function createEntriesFor(
  kinds: readonly SilenceKind[],
  complain: (path: string) => void,
): EntriesFor {
  const read = new Map<string, readonly SilenceEntry[]>();
  const looked = new Map<string, string | undefined>();
  const homeAbove = (folder: string): string | undefined => {
    if (!looked.has(folder)) looked.set(folder, findUpward(folder, [".hegao"]));
    return looked.get(folder);
  };
  return async (file) => {
    if (file === undefined || homeAbove(dirname(file)) === undefined) return [];
    const { nameInHome, readSilenceFile, silenceHome, silencePath } = await import("../files/silenceHome.js");
    const home = silenceHome(file);
    const all = kinds.flatMap((kind) => {
      const path = silencePath(home, kind);
      const known = read.get(path);
      if (known) return known;
      const { entries, damaged } = readSilenceFile(home, kind);
      if (damaged) complain(path);
      read.set(path, entries);
      return entries;
    });
    const name = nameInHome(home, file);
    return all.filter((entry) => entry.file === name);
  };
}
