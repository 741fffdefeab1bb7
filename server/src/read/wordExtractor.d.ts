/** word-extractor has no types of its own; these are the two parts of it that are used. */
declare module "word-extractor/lib/word-ole-extractor.js" {
  export default class WordOleExtractor {
    extract(reader: unknown): Promise<{ getBody: () => string }>;
  }
}
declare module "word-extractor/lib/buffer-reader.js" {
  export default class BufferReader {
    constructor(bytes: Uint8Array);
  }
}
