import type { Line } from "../../../plan/model.js";
import { isOfShape, type PairMark } from "./pairs.js";

/** A quotation or a bracket may run on over so many lines. */
const REACH = 6;
/** A quote that faces the wrong way ends a name, not a passage. */
const NAME = 40;
/** A closer so close behind an opener was meant for it. */
const SHORT = 16;

/** A quote or bracket that found no partner in its line. */
export interface Lone {
  readonly line: number;
  readonly mark: PairMark;
}

/** “甲“ and ”甲”: two openers or two closers in one line with nothing but a name between them, both left over. */
export function turnedQuotes(
  lines: readonly Line[],
  lone: readonly Lone[],
): { wrong: Lone; partner: Lone }[] {
  const found: { wrong: Lone; partner: Lone }[] = [];
  for (let i = 0; i + 1 < lone.length; i++) {
    const [a, b] = [lone[i] as Lone, lone[i + 1] as Lone];
    if (a.line !== b.line || a.mark.character !== b.mark.character) continue;
    const between = (lines[a.line]?.paragraph.text ?? "").slice(a.mark.at + 1, b.mark.at);
    if (!"“”".includes(a.mark.character) || between.length > NAME || /[“”。；]/.test(between)) continue;
    found.push(a.mark.opens ? { wrong: b, partner: a } : { wrong: a, partner: b });
    i++;
  }
  return found;
}

/** An opener that was closed by a mark of another shape. */
export interface Unlike {
  /** The opener and all closers of another shape that were left over behind it. */
  readonly marks: readonly [Lone, ...Lone[]];
  readonly start: number;
  readonly end: number;
}

/** 〔2020)3号 and “甲乙’: an opener, and close behind it a closer of another shape in the place of its own. */
export function unlikePairs(lines: readonly Line[], lone: readonly Lone[]): Unlike[] {
  const found: Unlike[] = [];
  for (let i = 0; i + 1 < lone.length; i++) {
    const [a, b] = [lone[i] as Lone, lone[i + 1] as Lone];
    if (a.line !== b.line || !a.mark.opens || b.mark.opens || a.mark.pair === b.mark.pair) continue;
    const text = lines[a.line]?.paragraph.text ?? "";
    const between = text.slice(a.mark.at + 1, b.mark.at);
    if (between.length > SHORT || /[。；，]/.test(between)) continue;
    // The closer that took another's place may have been matched with an opener further up: (甲〔2013)1号).
    const start = a.mark.at + 1 + [...between, b.mark.character].findIndex((c) => isOfShape(c, b.mark));
    const marks: [Lone, ...Lone[]] = [a, b];
    let end = start + 1;
    const next = lone[i + 2];
    if (next?.line === b.line && next.mark.at === end && text[end] === b.mark.character) {
      marks.push(next);
      end++;
    }
    found.push({ marks, start, end });
    i += marks.length - 1;
  }
  return found;
}

/** What is left when brackets that close on a later line, and quotations over several paragraphs, are taken away. */
export function acrossLines(lines: readonly Line[], lone: readonly Lone[]): Lone[] {
  const done = new Set<Lone>();
  const isQuotedOn = quotationsOn(lines);
  lone.forEach((one, i) => {
    if (done.has(one) || !one.mark.opens) return;
    if (isQuotedOn(one)) done.add(one);
    let at = i + 1;
    while (at < lone.length && (lone[at]?.mark.pair !== one.mark.pair || done.has(lone[at] as Lone))) at++;
    const partner = lone[at];
    if (!partner || partner.mark.opens || partner.line === one.line || partner.line - one.line > REACH)
      return;
    done.add(one).add(partner);
  });
  return lone.filter((one) => !done.has(one));
}

/** Each paragraph of a long quotation begins with “, only the last one ends with ”. To be asked line by line. */
function quotationsOn(lines: readonly Line[]): (one: Lone) => boolean {
  // A line may hold quotes by the hundred thousand, and the next begin with as many blanks.
  let asked = -1;
  let opens = false;
  return ({ line, mark }) => {
    if (mark.character !== "“") return false;
    const text = lines[line]?.paragraph.text ?? "";
    const before = spacesEnd(text, mark.at);
    if (before > 0 && !"：:".includes(text[before - 1] ?? "\0")) return false;
    if (asked !== line) opens = /^\s*“/.test(lines[line + 1]?.paragraph.text ?? "");
    asked = line;
    return opens;
  };
}

/** Where the white space before an offset begins. */
function spacesEnd(text: string, to: number): number {
  let at = to;
  while (at > 0 && /\s/.test(text[at - 1] ?? "")) at--;
  return at;
}
