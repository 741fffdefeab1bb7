import type { Paragraph } from "../plan/model.js";
import type { DocumentRule, Sees } from "./rule.js";

/**
 * How many paragraphs of a plan hold what a rule needs, and how many have in common what it compares, by the rule. Counted
 * when an edit asks for the first time, and carried on from there: they belong to the last version that was checked.
 */
export type Tallies = Map<DocumentRule, Tally>;

interface Tally {
  /** Paragraphs with what the rule needs. */
  needed: number;
  readonly shared: Map<string, number>;
}

interface EditedLines {
  readonly before: readonly { readonly paragraph: Paragraph }[];
  readonly after: readonly { readonly paragraph: Paragraph }[];
}

export interface Told {
  /** The rule has nothing to say of the plan, before the edit nor after it. */
  readonly isIdle: boolean;
  /** A paragraph of the edited lines has something in common with another, or had. */
  readonly isShared: boolean;
}

/** What the tally of a rule tells of an edit, which it follows; `paragraphs` are those before it. */
export function followed(
  tallies: Tallies,
  rule: DocumentRule,
  { paragraphs, edit }: { readonly paragraphs: readonly Paragraph[]; readonly edit: EditedLines },
): Told {
  const { sees = {} } = rule;
  if (!sees.needs && !sees.shared) return { isIdle: false, isShared: false };
  const tally = tallies.get(rule) ?? tallyOf(paragraphs, sees);
  tallies.set(rule, tally);
  // A line that only has another role now, or stands elsewhere in the edit, says what it said.
  const before = tallyOf(without(edit.before, edit.after), sees);
  const after = tallyOf(without(edit.after, edit.before), sees);
  const neededBefore = tally.needed;
  tally.needed += after.needed - before.needed;
  let most = 0;
  for (const key of new Set([...before.shared.keys(), ...after.shared.keys()])) {
    const count = tally.shared.get(key) ?? 0;
    const now = count + (after.shared.get(key) ?? 0) - (before.shared.get(key) ?? 0);
    most = Math.max(most, count, now);
    if (now > 0) tally.shared.set(key, now);
    else tally.shared.delete(key);
  }
  return {
    isIdle: sees.needs !== undefined && neededBefore === 0 && tally.needed === 0,
    isShared: most > 1,
  };
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

function tallyOf(paragraphs: readonly Paragraph[], { needs, shared }: Sees): Tally {
  const tally: Tally = { needed: 0, shared: new Map() };
  for (const paragraph of paragraphs) {
    if (needs?.(paragraph)) tally.needed++;
    const key = shared?.(paragraph);
    if (key !== undefined) tally.shared.set(key, (tally.shared.get(key) ?? 0) + 1);
  }
  return tally;
}
