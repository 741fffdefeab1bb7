/** Gives each key a number of its own, from 0 in the order of first sight. Keys are whole numbers other than 0. */
export interface PairNumbers {
  /** How many keys have been seen. */
  size(): number;
  of(key: number): number;
}

/** An open hash table over typed arrays: two plans hold tens of thousands of pairs, and a `Map` would take most of the time. */
export function createPairNumbers(): PairNumbers {
  let keys = new Int32Array(1 << 15);
  let numbers = new Int32Array(1 << 15);
  let count = 0;
  const grow = (): void => {
    const [oldKeys, oldNumbers] = [keys, numbers];
    keys = new Int32Array(oldKeys.length * 2);
    numbers = new Int32Array(oldKeys.length * 2);
    oldKeys.forEach((key, i) => {
      if (key === 0) return;
      const at = placeOf(keys, key);
      keys[at] = key;
      numbers[at] = oldNumbers[i] ?? 0;
    });
  };
  return {
    size: () => count,
    of(key) {
      const at = placeOf(keys, key);
      if (keys[at] === key) return numbers[at] ?? 0;
      keys[at] = key;
      numbers[at] = count++;
      // Kept half empty, so that a search ends after a step or two.
      if (count * 2 >= keys.length) grow();
      return count - 1;
    },
  };
}

/** Where `key` is or would be. */
function placeOf(keys: Int32Array, key: number): number {
  const mask = keys.length - 1;
  let at = (Math.imul(key, 0x9e3779b1) >>> 13) & mask;
  while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
  return at;
}
