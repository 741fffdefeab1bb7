/** word-extractor has no types of its own; these are the two parts of it that are used. */
declare module "word-extractor/lib/word-ole-extractor.js" {
  interface Extractor {
    extract(reader: unknown): Promise<{ getBody: () => string }>;
  }
  const WordOleExtractor: new () => Extractor;
  export default WordOleExtractor;
}
declare module "word-extractor/lib/buffer-reader.js" {
  const BufferReader: new (bytes: Uint8Array) => object;
  export default BufferReader;
}
