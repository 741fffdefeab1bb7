/** A snippet as plain text, for editors and commands without tab stops: `${2:数值}` gives 数值, `$CURRENT_YEAR` the year. */
export function expandSnippet(snippet: string, year: number): string {
  const defaults = new Map<string, string>();
  return expanded(snippet, { year, defaults });
}

interface Values {
  readonly year: number;
  /** What each tab stop said where it was first written; `$1` repeats it. */
  readonly defaults: Map<string, string>;
}

function expanded(text: string, values: Values): string {
  let result = "";
  let at = 0;
  while (at < text.length) {
    const stop = text[at] === "$" ? stopAt(text, at, values) : undefined;
    result += stop ? stop.text : (text[at] ?? "");
    at = stop ? stop.end : at + 1;
  }
  return result;
}

interface Stop {
  readonly text: string;
  readonly end: number;
}

function stopAt(text: string, at: number, values: Values): Stop | undefined {
  const bare = /^\$(\d+|[A-Z_]+)/.exec(text.slice(at, at + 40));
  if (bare?.[1] !== undefined) return { text: valueOf(bare[1], undefined, values), end: at + bare[0].length };
  const open = /^\$\{(\d+|[A-Z_]+)([:|}])/.exec(text.slice(at, at + 40));
  if (open?.[1] === undefined) return undefined;
  const from = at + open[0].length;
  if (open[2] === "}") return { text: valueOf(open[1], undefined, values), end: from };
  if (open[2] === "|") {
    const end = text.indexOf("|}", from);
    const first = text.slice(from, end === -1 ? undefined : end).split(",")[0] ?? "";
    return { text: valueOf(open[1], first, values), end: end === -1 ? text.length : end + 2 };
  }
  const end = closing(text, from);
  return { text: valueOf(open[1], expanded(text.slice(from, end), values), values), end: end + 1 };
}

/** Where the brace closes that stands open before `from`. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{" && text[at - 1] === "$") depth++;
    else if (text[at] === "}") depth--;
    if (depth === 0) return at;
  }
  return text.length;
}

function valueOf(name: string, written: string | undefined, { year, defaults }: Values): string {
  if (name === "CURRENT_YEAR") return String(year);
  if (written !== undefined && !defaults.has(name)) defaults.set(name, written);
  return defaults.get(name) ?? "";
}
