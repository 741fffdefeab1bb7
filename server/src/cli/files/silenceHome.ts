import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { readSilence } from "../../service/silenceFile.js";
import type { SilenceFile } from "../../service/silenceModel.js";
import { findUpward } from "./findUpward.js";
import { CONFIG_NAME, readText } from "./teamConfig.js";

export type SilenceKind = "ignores" | "baseline";

/** Where the silenced findings of a draft are kept: the nearest `.hegao/` upward, else beside the team's file or the draft. */
export function silenceHome(file: string): string {
  const folder = dirname(file);
  const found = findUpward(folder, [".hegao", CONFIG_NAME]);
  return found === undefined ? folder : dirname(found);
}

export function silencePath(home: string, kind: SilenceKind): string {
  return join(home, ".hegao", `${kind}.json`);
}

/** The draft as the entries name it. */
export function nameInHome(home: string, file: string): string {
  return relative(home, file).split(sep).join("/");
}

export function readSilenceFile(home: string, kind: SilenceKind): SilenceFile {
  const path = silencePath(home, kind);
  const text = readText(path);
  // What is there and cannot be read is not taken for empty: it would be written over.
  return { ...readSilence(text), ...(text === undefined && existsSync(path) ? { damaged: true } : {}) };
}
