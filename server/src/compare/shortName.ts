/** Names of two or three characters tell too little to be short for another. */
const SHORTEST = 3;
const JOINED = /[和与及、]/;

/** Whether one department's name is the other's in short: 基教科 and 基础教育科, 应急办 and 应急管理办公室. */
export function isShortFor(one: string, other: string): boolean {
  const [short, long] = [one, other].map((name) => name.replace(/办公室$/, "办")) as [string, string];
  if (short.length < SHORTEST || short.length >= long.length) return false;
  if (short.at(-1) !== long.at(-1)) return false;
  let [from, first] = [0, true];
  // Of each of several duties (体育卫生与艺术教育科) something is kept, or it is the name of one of them alone.
  for (const part of long.slice(0, -1).split(JOINED)) {
    const kept = keptOf(part, short.slice(from, -1));
    if (kept === 0 || (first && part[0] !== short[0])) return false;
    from += kept;
    first = false;
  }
  return from === short.length - 1;
}

/** How many of the characters of a short name stand in a part, in their order. */
function keptOf(part: string, characters: string): number {
  let kept = 0;
  for (const character of part) if (character === characters[kept]) kept++;
  return kept;
}
