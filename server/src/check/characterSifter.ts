/** Which of the rules have something to look at in a text, by their places in the list that the sifter was made of. */
export type CharacterSifter = (text: string) => readonly number[];

/** So many rules fit into the bits of one number; those beyond see every text. */
const MOST = 31;

/**
 * Tells rules that want certain characters whether a text holds any, all of them in one pass. Each character has a bit
 * for every rule that wants it; `undefined` stands for a rule that sees every text, `""` for one that sees none.
 */
export function characterSifter(wants: readonly (string | undefined)[]): CharacterSifter {
  const bits = new Int32Array(0x10000);
  const rules = wants
    .map((characters, rule) => ({ rule, bit: 0, characters }))
    .filter(({ characters }) => characters !== "");
  let used = 0;
  for (const one of rules) {
    if (one.characters === undefined || used === MOST) continue;
    one.bit = 1 << used++;
    for (let at = 0; at < one.characters.length; at++) {
      const code = one.characters.charCodeAt(at);
      bits[code] = (bits[code] ?? 0) | one.bit;
    }
  }
  // The same rules are wanted again and again: their lists are made once for every set of bits.
  const known = new Map<number, readonly number[]>();
  return (text) => {
    let held = 0;
    for (let at = 0; at < text.length; at++) held |= bits[text.charCodeAt(at)] ?? 0;
    const found =
      known.get(held) ?? rules.filter(({ bit }) => bit === 0 || (held & bit) !== 0).map(({ rule }) => rule);
    known.set(held, found);
    return found;
  };
}
