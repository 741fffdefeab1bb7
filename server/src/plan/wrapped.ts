import { closingBracket } from "../text/characters.js";
import type { Line, Responsibility } from "./model.js";
import { responsibilitiesIn } from "./responsibility.js";

/** A responsibility that goes on over a line break, its spans counted from the start of the text. */
export interface Wrapped {
  readonly found: Responsibility;
  /** Where its spans count from. */
  readonly base: number;
}

/** Stands for a line break inside a name: neither a separator nor a letter of the name. */
export const BREAK = "\u2060";

/**
 * Brackets and lists of names that a hard-wrapped text breaks over two or three lines: （市教育局、市财 ⏎ 政局负责）.
 * The break is bridged without moving anything, so that spans still fit the text.
 */
export function wrappedResponsibilities(lines: readonly Line[]): Wrapped[] {
  const found: Wrapped[] = [];
  lines.forEach((line, i) => {
    const open = openBracket(line.paragraph.text);
    if (open === -1) return;
    const stretch = joined(lines, { from: i, start: line.start + open });
    if (!stretch || closingBracket(stretch, 0, stretch.length) === -1) return;
    const one = responsibilitiesIn(stretch)[0];
    if (one && one.span.start === 0) found.push({ found: withoutBreaks(one), base: line.start + open });
  });
  return found;
}

/** The last bracket of a line that is not closed on it and may name who does it; -1 where there is none. */
function openBracket(text: string): number {
  const at = Math.max(text.lastIndexOf("（"), text.lastIndexOf("("), text.lastIndexOf("〔"));
  if (at === -1 || text.length - at > 120) return -1;
  let depth = 0;
  for (let i = text.length - 1; i >= 0 && text.length - i < 200; i--) {
    const c = text[i] ?? "";
    if ("）)〕".includes(c)) depth++;
    else if ("（(〔".includes(c)) {
      if (depth === 0) return /[\u4e00-\u9fff。；]/.test(text[i - 1] ?? "。") ? i : -1;
      depth--;
    }
  }
  return -1;
}

/** The text from an open bracket over at most four lines to just behind the bracket that closes it. */
function joined(lines: readonly Line[], at: { from: number; start: number }): string | undefined {
  let raw = "";
  for (const line of lines.slice(at.from, at.from + 4)) {
    const words = line.paragraph.text;
    // A page number between the lines is bridged as well.
    const piece = line.role === "residue" || line.role === "blank" ? BREAK.repeat(words.length) : words;
    raw +=
      BREAK.repeat(Math.max(0, line.start - at.start - raw.length)) +
      (raw === "" ? piece.slice(at.start - line.start) : piece);
  }
  const close = closingBracket(raw, 0, raw.length);
  return close === -1 || close > 240 ? undefined : raw.slice(0, close + 1);
}

function withoutBreaks(one: Responsibility): Responsibility {
  const clean = (name: string): string => name.replaceAll(BREAK, "").replace(/^\s+|\s+$/g, "");
  return {
    ...one,
    groups: one.groups.map((g) => ({
      ...g,
      departments: g.departments.map((d) => ({ ...d, name: clean(d.name) })),
    })),
    departments: one.departments.map((d) => ({ ...d, name: clean(d.name) })),
  };
}
