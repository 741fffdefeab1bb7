import type { Locale } from "../check/rule.js";
import type { TeamConfig } from "../service/configModel.js";
import { folderOf } from "../service/configPaths.js";
import { loadConfig } from "../service/loadConfig.js";

const NAME = "hegao.config.json";

/** What is watched: the team's file, and others that it may extend. */
export const teamFileGlob = "**/hegao*.json";

/** The text of a file by its URI; undefined where it cannot be read. */
export type ReadText = (uri: string) => Promise<string | undefined>;

export interface TeamFileHost {
  readonly locale: Locale;
  readonly readText: ReadText;
  /** The URIs of the workspace's folders. */
  readonly folders: readonly string[];
}

export interface TeamFile {
  readonly config: TeamConfig;
  /** The file itself and what it extends, as URIs. */
  readonly files: readonly string[];
  /** Mistakes in the file, each with the URI where it is. */
  readonly problems: readonly string[];
}

/**
 * The team's file (hegao.config.json) that holds for a draft: the nearest one, from the draft's folder up to the folder
 * of the workspace. Nothing outside the workspace is read; of a draft that lies outside, its own folder.
 */
export async function teamFileOf(uri: string, host: TeamFileHost): Promise<TeamFile | undefined> {
  const folder = folderOf(uri);
  // A draft that was never saved (untitled:…) lies nowhere.
  if (folder === "") return undefined;
  const root = rootOf(folder, host.folders);
  for (let at = folder; at !== "" && at.length >= root.length; at = folderOf(at)) {
    const path = `${at}/${NAME}`;
    if ((await host.readText(path)) === undefined) continue;
    const { config, files, problems } = await loadConfig(path, {
      locale: host.locale,
      root,
      readText: host.readText,
    });
    return { config, files, problems: problems.map((problem) => `${problem.path}: ${problem.message}`) };
  }
  return undefined;
}

/** The innermost folder of the workspace that holds a folder, else the folder itself. */
export function rootOf(folder: string, folders: readonly string[]): string {
  const holding = folders
    .map((one) => one.replace(/\/$/, ""))
    .filter((one) => folder === one || folder.startsWith(`${one}/`));
  return holding.sort((a, b) => b.length - a.length)[0] ?? folder;
}
