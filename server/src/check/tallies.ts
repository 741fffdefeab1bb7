import type { Paragraph } from "../plan/model.js";
import { wordSearch } from "../text/wordSearch.js";
import type { DocumentRule, Sees } from "./rule.js";

/**
 * How many paragraphs of a plan have in common what a rule compares, and which names they give, by the rule. Counted when
 * an edit asks for the first time, and carried on from there: they belong to the last version that was checked.
 */
export type Tallies = Map<DocumentRule, Tally>;

interface Tally {
  readonly shared: Map<string, number>;
  readonly names: Map<string, number>;
}

interface EditedLines {
  readonly before: readonly { readonly paragraph: Paragraph }[];
  readonly after: readonly { readonly paragraph: Paragraph }[];
}

/**
 * Whether a rule sees an edit in what its tally counts: a paragraph that has something in common with another or had, a
 * name that is given or held. `paragraphs` are those before the edit, which the tally follows.
 */
export function seesInTally(
  tallies: Tallies,
  rule: DocumentRule,
  { paragraphs, edit }: { readonly paragraphs: readonly Paragraph[]; readonly edit: EditedLines },
): boolean {
  const { sees = {} } = rule;
  if (!sees.names && !sees.shared) return false;
  const tally = tallies.get(rule) ?? tallyOf(paragraphs, sees);
  tallies.set(rule, tally);
  // A line that only has another role now, or stands elsewhere in the edit, says what it said.
  const lines = [without(edit.before, edit.after), without(edit.after, edit.before)] as const;
  const [before, after] = [tallyOf(lines[0], sees), tallyOf(lines[1], sees)];
  const most = follow(tally.shared, before.shared, after.shared);
  follow(tally.names, before.names, after.names);
  if (most > 1 || before.names.size + after.names.size > 0) return true;
  return tally.names.size > 0 && holdAny(lines.flat(), tally.names);
}

/** Whether one of the names stands in one of the paragraphs; the name that may be any does. */
function holdAny(paragraphs: readonly Paragraph[], names: Tally["names"]): boolean {
  if (names.has("")) return paragraphs.length > 0;
  const search = wordSearch(names.keys());
  return paragraphs.some(({ text }) => {
    for (let at = 0; at < text.length; at++) if (search(text, at).length > 0) return true;
    return false;
  });
}

/** Puts keys in the place of others; the most that one of them counts, before or after it. */
function follow(
  tally: Map<string, number>,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): number {
  let most = 0;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const count = tally.get(key) ?? 0;
    const now = count + (after.get(key) ?? 0) - (before.get(key) ?? 0);
    most = Math.max(most, count, now);
    if (now > 0) tally.set(key, now);
    else tally.delete(key);
  }
  return most;
}

/** The paragraphs of some lines, without as many as stand among others with the same words. */
function without(lines: EditedLines["before"], others: EditedLines["after"]): Paragraph[] {
  const left = new Map<string, number>();
  for (const { paragraph } of others) left.set(paragraph.text, (left.get(paragraph.text) ?? 0) + 1);
  return lines.flatMap(({ paragraph }) => {
    const count = left.get(paragraph.text) ?? 0;
    if (count > 0) left.set(paragraph.text, count - 1);
    return count > 0 ? [] : [paragraph];
  });
}

function tallyOf(paragraphs: readonly Paragraph[], { names, shared }: Sees): Tally {
  const tally: Tally = { shared: new Map(), names: new Map() };
  for (const paragraph of paragraphs) {
    const key = shared?.(paragraph);
    if (key !== undefined) add(tally.shared, key);
    for (const name of names?.(paragraph) ?? []) add(tally.names, name);
  }
  return tally;
}

function add(tally: Map<string, number>, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}
