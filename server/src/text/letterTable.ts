/** Where in the row of a letter the bits stand of what it shows alone, before another letter, or behind one. */
export const SINGLE = 0;
export const FIRST = 1;
export const THEN = 2;
/** The length of a row. */
const WIDTH = 4;

/** What letters show, by their codes: filled at the start, then asked for every letter of a text. */
export interface LetterTable {
  add(letters: string, place: typeof SINGLE | typeof FIRST | typeof THEN, bit: number): void;
  made(): {
    /** By its code where the row of a letter begins; that of the empty row, 0, where it shows nothing. */
    readonly rowOf: Uint16Array;
    readonly bitsOf: Int32Array;
  };
}

export function letterTable(): LetterTable {
  const rowOf = new Uint16Array(0x10000);
  let bitsOf = new Int32Array(512 * WIDTH);
  let used = WIDTH;
  const rowFor = (code: number): number => {
    const row = rowOf[code] || (rowOf[code] = used);
    if (row === used) used += WIDTH;
    if (used > bitsOf.length) {
      const wider = new Int32Array(bitsOf.length * 2);
      wider.set(bitsOf);
      bitsOf = wider;
    }
    return row;
  };
  return {
    add(letters, place, bit) {
      for (let at = 0; at < letters.length; at++) {
        const cell = rowFor(letters.charCodeAt(at)) + place;
        bitsOf[cell] = (bitsOf[cell] as number) | bit;
      }
    },
    made: () => ({ rowOf, bitsOf }),
  };
}
