import type { LineChange } from "./changedLines.js";
import { datingOf, type Facets, type Ground, likenessOf, standsFree } from "./likeness.js";
import type { Paragraph } from "./model.js";
import type { Reading } from "./reread.js";

/** An edit within one paragraph that leaves the structure of the plan as it was: told from the paragraph alone. */
export interface QuietEdit {
  readonly line: number;
  readonly before: Paragraph;
  readonly after: Paragraph;
  readonly changed: readonly (keyof Facets)[];
}

export const FACETS: readonly (keyof Facets)[] = ["headings", "responsibilities", "targets"];

export function quietEdit(
  old: Reading,
  now: Reading,
  at: { readonly ground: Ground; readonly lines: LineChange },
): QuietEdit | undefined {
  const { first, before, after } = at.lines;
  const [was, is] = [old.paragraphs[first], now.paragraphs[first]];
  if (before !== first + 1 || after !== before || !was || !is) return undefined;
  if (!standsFree(old, at.ground, first)) return undefined;
  const [wasLike, isLike] = [likenessOf(was), likenessOf(is)];
  if (!wasLike || !isLike || wasLike.structure !== isLike.structure) return undefined;
  // A heading may date the targets below it.
  const isDated = datingOf(was) === datingOf(is);
  const changed = FACETS.filter(
    (facet) => wasLike[facet] !== isLike[facet] || (facet === "targets" && !isDated),
  );
  return { line: first, before: was, after: is, changed };
}
