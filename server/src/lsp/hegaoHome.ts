import { folderOf } from "../service/configPaths.js";
import { plainUri } from "./plainUri.js";
import type { PlanFiles } from "./planFiles.js";

export interface HomeSearch {
  /** The folders of the workspace, as URIs without a final slash. */
  readonly roots: readonly string[];
  readonly files: PlanFiles;
}

/** Where `.hegao` of a draft lies: the nearest folder upward that has it or the team's file, else the draft's own. */
export async function homeOf(uri: string, { roots, files }: HomeSearch): Promise<string> {
  const own = folderOf(uri);
  const root = roots.filter((one) => own === one || own.startsWith(`${one}/`)).sort()[0] ?? own;
  for (let at = own; at !== "" && at.length >= root.length; at = folderOf(at)) {
    for (const name of [".hegao", "hegao.config.json"])
      if ((await files.stamp(`${at}/${name}`)) !== undefined) return at;
  }
  return own;
}

/** The draft that the files in `.hegao` name so. */
export function uriInHome(home: string, name: string): string {
  const isUp = name.startsWith("../");
  const path = (isUp ? name.slice(3) : name).split("/").map(encodeURIComponent).join("/");
  return `${isUp ? folderOf(home) : home}/${path}`;
}

/** A draft as the files in `.hegao` name it. */
export function nameInHome(home: string, uri: string): string {
  const [base, full] = [plainUri(home), plainUri(uri)];
  if (full.startsWith(`${base}/`)) return full.slice(base.length + 1);
  const above = folderOf(base);
  return above !== "" && full.startsWith(`${above}/`) ? `../${full.slice(above.length + 1)}` : full;
}
