import { folderOf } from "../service/configPaths.js";
import { readSilence, silenceOf } from "../service/silenceFile.js";
import type { SilenceEntry } from "../service/silenceModel.js";
import { homeOf, nameInHome, type HomeSearch } from "./hegaoHome.js";
import type { ReadText } from "./teamFile.js";

/** What is watched: the files that say what may stand. */
export const silenceGlob = "**/.hegao/{ignores,baseline}.json";

export interface SilenceShelf extends HomeSearch {
  readonly readText: ReadText;
  complain(message: string): void;
}

/** The entries that hold for one draft. A draft that was never saved lies nowhere and has none. */
export async function silencedIn(uri: string, shelf: SilenceShelf): Promise<readonly SilenceEntry[]> {
  if (folderOf(uri) === "") return [];
  const home = await homeOf(uri, shelf);
  const found: SilenceEntry[] = [];
  for (const path of [silencePath(home, "ignores"), silencePath(home, "baseline")]) {
    const { entries, damaged } = readSilence(await shelf.readText(path));
    if (damaged) shelf.complain(`${path} could not be read in full`);
    found.push(...silenceOf(entries, nameInHome(home, uri)));
  }
  return found;
}

export type SilenceKind = "ignores" | "baseline";

export function silencePath(home: string, kind: SilenceKind): string {
  return `${home}/.hegao/${kind}.json`;
}
