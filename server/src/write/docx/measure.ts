/** Marks of the general punctuation block that Chinese fonts draw as wide as a character. */
const WIDE_MARKS = new Set([..."“”‘’—…·"].map((mark) => mark.charCodeAt(0)));

/** How many characters (字) wide a text is set: digits and Latin letters take half of one (GB/T 15835-2011 5.1.7.1). */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += widthAt(text, i);
  return width;
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xdc00 && code <= 0xdfff) return 0;
  return code >= 0x2e80 || WIDE_MARKS.has(code) ? 1 : 0.5;
}
