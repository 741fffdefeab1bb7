import { nodeFiles } from "../segment/nodeFiles.js";
import type { SegmenterEngine } from "../segment/segmenter.js";
import { loadNamedWords, type LoadedWords } from "./loadWords.js";

export interface NodeWords {
  /** Where the bundles lie, and beside them what the engines read. */
  readonly folder: string;
  readonly userWords: readonly string[];
  readonly engines?: readonly SegmenterEngine[];
}

/** Words where Node runs: by nodejieba with the words that were built for it, else by WebAssembly. */
export function loadNodeWords({ folder, userWords, engines }: NodeWords): Promise<LoadedWords> {
  return loadNamedWords({ userWords, ...nodeFiles(folder, engines) });
}
