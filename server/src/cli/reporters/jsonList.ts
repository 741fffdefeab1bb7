/** A value as it stands inside a list that is so many levels deep. */
export function indentedJson(value: object, depth: number): string {
  let list: object = value;
  // A bracket on a line of its own for every level, before the value and behind it.
  let brackets = 0;
  for (let level = 0; level < depth; level++) {
    list = [list];
    brackets += 2 * level + "[\n".length;
  }
  return JSON.stringify(list, undefined, 2).slice(brackets, -brackets);
}

/** The list of such values, its bracket standing at the given depth: what `JSON.stringify` would make of them all. */
export function jsonList(parts: readonly string[], depth: number): string {
  if (parts.length === 0) return "[]";
  // Put together when it is written: joined here, it would be copied twice.
  const all = parts.reduce((list, part) => `${list},\n${part}`);
  return `[\n${all}\n${"  ".repeat(depth)}]`;
}
