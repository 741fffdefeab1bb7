/** A value as it stands inside a list that is so many levels deep. */
export function indentedJson(value: object, depth: number): string {
  const margin = "  ".repeat(depth);
  return margin + JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${margin}`);
}

/** The list of such values, its bracket standing at the given depth: what `JSON.stringify` would make of them all. */
export function jsonList(parts: readonly string[], depth: number): string {
  return parts.length === 0 ? "[]" : `[\n${parts.join(",\n")}\n${"  ".repeat(depth)}]`;
}
