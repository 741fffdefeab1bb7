import { createWordsIn } from "./rareWords.js";
import { fieldTerms } from "./terms.js";
import { withWholeTokens } from "./wholeTokens.js";

export type SegmenterEngine = "nodejieba" | "jieba-wasm" | "characters";

/** Words of Chinese text. `cut(line).join("") === line` always holds. Give it lines, never whole documents. */
export interface Segmenter {
  readonly engine: SegmenterEngine;
  cut(line: string): string[];
}

export interface SegmenterOptions {
  /** Names that must stay whole, such as the departments of the roster, on top of the field's own terms. */
  readonly userWords?: readonly string[];
  /**
   * The bytes of jieba-wasm's `pkg/web/jieba_rs_wasm_bg.wasm`, asked for only when that engine is tried: a file read
   * in Node, a fetch in a browser's worker. Without it the engine is passed over.
   */
  readonly wasm?: () => Promise<Uint8Array>;
  /** The words of the addon in files that it loads at once. Without them it reads its own dictionary. */
  readonly addon?: AddonWords;
  /** Engines in the order in which they are tried. */
  readonly engines?: readonly SegmenterEngine[];
}

/** What scripts/addon-words.mjs writes. */
export interface AddonWords {
  /** The folder of the files, which must all be there: the addon ends the process over one that it cannot open. */
  readonly folder: string;
  /** The words that are given to it only where a line holds them. */
  rare(): Promise<Uint8Array>;
}

type Cut = (line: string) => string[];

/**
 * The first engine that loads here. It takes up to two seconds of one core where nodejieba must read its own dictionary,
 * so it belongs in a worker and never on a start path. An engine serves one segmenter of a process: the last one loaded.
 */
export async function loadSegmenter(options: SegmenterOptions = {}): Promise<Segmenter> {
  const words = [...fieldTerms, ...(options.userWords ?? [])].filter((word) => word.length > 1);
  for (const engine of options.engines ?? ["nodejieba", "jieba-wasm"]) {
    const cut = await loadEngine(engine, words, options);
    if (cut) return { engine, cut: (line) => withWholeTokens(line, faithful(line, cut(line))) };
  }
  return characterSegmenter;
}

/** Every Chinese character for itself, numbers and Latin words whole. Needs nothing and is there at once. */
export const characterSegmenter: Segmenter = Object.freeze({
  engine: "characters",
  cut: (line: string) => withWholeTokens(line, [...line]),
});

async function loadEngine(
  engine: SegmenterEngine,
  words: readonly string[],
  { wasm, addon }: SegmenterOptions,
): Promise<Cut | undefined> {
  try {
    if (engine === "nodejieba") return await (addon ? loadSmallAddon(words, addon) : loadAddon(words));
    if (engine === "jieba-wasm") return wasm ? await loadWasm(words, await wasm()) : undefined;
    return (line) => [...line];
  } catch {
    // An engine that cannot be loaded (addon not built, no file) is no fault here: the next one is tried.
    return undefined;
  }
}

async function nodejieba(): Promise<typeof import("nodejieba")> {
  const { default: jieba } = (await import("nodejieba")) as unknown as {
    default: typeof import("nodejieba");
  };
  return jieba;
}

/** The words that a line holds are given to the addon before it cuts that line: others can make no difference to it. */
async function loadSmallAddon(words: readonly string[], { folder, rare }: AddonWords): Promise<Cut> {
  const [jieba, bytes] = [await nodejieba(), await rare()];
  const [dict, userDict, idfDict, stopWordDict, hmmDict] = ["scale", "user", "idf", "stop", "hmm"].map(
    (name) => `${folder}/${name}.utf8`,
  );
  jieba.load({ dict, userDict, idfDict, stopWordDict, hmmDict });
  const given = new Set<string>();
  const give = (word: string): void => {
    if (given.has(word)) return;
    given.add(word);
    jieba.insertWord(word);
  };
  words.forEach(give);
  const wordsIn = createWordsIn(bytes);
  return (line) => {
    wordsIn(line).forEach(give);
    return jieba.cut(line);
  };
}

async function loadAddon(words: readonly string[]): Promise<Cut> {
  const jieba = await nodejieba();
  // The first word loads the dictionary; asking for it by `load` would read it again for every segmenter.
  for (const word of words) jieba.insertWord(word);
  // Without its second argument nodejieba guesses no new words (no HMM): the same line gives the same words anywhere.
  return (line) => jieba.cut(line);
}

async function loadWasm(words: readonly string[], bytes: Uint8Array): Promise<Cut> {
  const jieba = await import("jieba-wasm/web");
  jieba.initSync({ module: bytes });
  for (const word of words) jieba.add_word(word);
  return (line) => jieba.cut(line, false);
}

/** An engine that loses a character (a lone surrogate becomes �) would shift every span behind it. */
function faithful(line: string, words: string[]): string[] {
  return words.join("") === line ? words : [...line];
}
