/** The words of a dictionary that stand in a line, each as often as it stands there. */
export type WordsIn = (line: string) => string[];

/**
 * Finds words in a dictionary that is too large to be loaded: `bytes` holds the words in order, in UTF-16 with a zero
 * before, between and behind them (scripts/addon-words.mjs), and is searched as it is.
 */
export function createWordsIn(bytes: Uint8Array): WordsIn {
  const units = unitsOf(bytes);
  return (line) => {
    const found: string[] = [];
    for (let at = 0; at + 1 < line.length; at++) {
      const [first, second] = [line.charCodeAt(at), line.charCodeAt(at + 1)];
      if (!isHan(first) || !isHan(second)) continue;
      for (let word = firstWith(units, first, second); begins(units, word, first, second);) {
        let end = 2;
        while (units[word + end] !== 0 && units[word + end] === line.charCodeAt(at + end)) end++;
        if (units[word + end] === 0) found.push(line.slice(at, at + end));
        while (units[word + end] !== 0) end++;
        word += end + 1;
      }
    }
    return found;
  };
}

function unitsOf(bytes: Uint8Array): Uint16Array {
  // A file's buffer may lie at an odd place in the memory that it shares.
  const own = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  return new Uint16Array(own.buffer, own.byteOffset, own.byteLength >> 1);
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function begins(units: Uint16Array, word: number, first: number, second: number): boolean {
  return units[word] === first && units[word + 1] === second;
}

/** Where the first word stands that begins with these two characters, or with later ones. */
function firstWith(units: Uint16Array, first: number, second: number): number {
  // Both always lie on a zero: of the words behind `low` the first is too early, of those behind `high` none is.
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    let middle = (low + high) >> 1;
    while (units[middle] !== 0) middle--;
    const unit = units[middle + 1] ?? 0;
    const isEarlier = unit < first || (unit === first && (units[middle + 2] ?? 0) < second);
    if (!isEarlier) {
      high = middle;
      continue;
    }
    low = middle + 1;
    while (units[low] !== 0) low++;
  }
  return low + 1;
}
