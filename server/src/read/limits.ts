/** How much a file may ask for. A plan of 100 pages stays a hundredfold below each of them. */
export const LIMITS = {
  /** Bytes of a file of any kind. */
  fileBytes: 256 * 1024 * 1024,
  /** Bytes of a Word 97–2003 file. */
  docBytes: 32 * 1024 * 1024,
  /** Stretches that its text is stored in. */
  docPieces: 60_000,
  /** Paragraphs of a Word 97–2003 file. */
  docParagraphs: 250_000,
  /** Entries of a .docx archive. */
  zipEntries: 20_000,
  /** Bytes of all parts read from one archive after expansion. */
  expandedBytes: 96 * 1024 * 1024,
  /** Expansion of one part beyond which it is taken for a bomb, once it has passed `ratioFreeBytes`. */
  ratio: 250,
  ratioFreeBytes: 4 * 1024 * 1024,
  /** Elements within elements; Word itself writes fewer than 60. */
  xmlDepth: 400,
  /** Elements in one part. */
  xmlElements: 2_000_000,
  /** Attributes of one element, and of all in one part. */
  xmlOwnAttributes: 1_000,
  xmlAttributes: 4_000_000,
  /** Of all elements in one part the elements that they stand in, each counted for each: names are looked up there. */
  xmlNesting: 60_000_000,
  /** Characters of the number that Word puts before a paragraph. */
  numberLength: 100,
  /** Bytes of a web page. */
  pageBytes: 32 * 1024 * 1024,
  /** Elements within elements of a web page; what lies deeper is read as if it stood at this depth. */
  htmlDepth: 400,
  /** Elements of a web page that are open at once, those left out counted too; then all of them are taken for closed. */
  htmlOpen: 2_000,
  /** Attributes of one element of a web page. */
  htmlAttributes: 10_000,
  /** Elements of a web page. */
  htmlElements: 1_000_000,
} as const;
