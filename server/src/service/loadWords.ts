import { rememberedWords, type WordsOf } from "../segment/rememberedWords.js";
import { loadSegmenter, type SegmenterEngine, type SegmenterOptions } from "../segment/segmenter.js";

export interface LoadedWords {
  readonly words: WordsOf;
  /** Which engine gives them. */
  readonly engine: SegmenterEngine;
}

/** Words by the best segmenter that loads here. It may take a second or two, so only a comparison asks for it. */
export async function loadWords(options: SegmenterOptions): Promise<WordsOf> {
  return (await loadNamedWords(options)).words;
}

/** The same, and whose words they are. */
export async function loadNamedWords(options: SegmenterOptions): Promise<LoadedWords> {
  const segmenter = await loadSegmenter(options);
  return { words: rememberedWords(segmenter), engine: segmenter.engine };
}
