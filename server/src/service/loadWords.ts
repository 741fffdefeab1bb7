import { rememberedWords, type WordsOf } from "../segment/rememberedWords.js";
import { loadSegmenter, type SegmenterOptions } from "../segment/segmenter.js";

/** Words by the best segmenter that loads here. It may take a second or two, so only a comparison asks for it. */
export async function loadWords(options: SegmenterOptions): Promise<WordsOf> {
  return rememberedWords(await loadSegmenter(options));
}
