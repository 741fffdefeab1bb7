import type { Locale } from "../check/rule.js";
import type { Item } from "../plan/model.js";
import { itemSummary, matchesByDraft } from "./compareItems.js";
import type { ComparedDraft } from "./comparisons.js";
import type { Draft } from "./drafts.js";
import type { Session } from "./session.js";

/**
 * What became of an item since the year before, in a few words (承2025年（二）3.，改38字，目标95%→96%), for lenses and
 * hovers; "" while nothing is known, or where nothing was changed. Nothing is compared here.
 */
export type CompareNotes = (session: Session, draft: Draft, item: Item) => string;

export function createCompareNotes(): CompareNotes {
  const kept = new WeakMap<ComparedDraft, ReadonlyMap<number, string>>();
  return ({ comparisons, client }, { uri }, item) => {
    const compared = comparisons.get(uri);
    // A comparison of a version before counts on, as long as the item stands where it stood.
    if (!compared || compared.plan.items[item.index]?.title !== item.title) return "";
    const notes = kept.get(compared) ?? notesOf(compared, client.locale);
    kept.set(compared, notes);
    return notes.get(item.index) ?? "";
  };
}

function notesOf({ plan, comparison, documents }: ComparedDraft, locale: Locale): Map<number, string> {
  const [year] = comparison.years;
  const earlier = documents.find(({ uri }) => uri === year?.name)?.plan;
  if (!year || !earlier) return new Map();
  const answers = { home: "", draft: "", entries: [], isDamaged: false };
  const scene = { locale, draft: plan, earlier, comparison, year, answers, against: "earlier" as const };
  return new Map([...matchesByDraft(year)].map(([index, matches]) => [index, itemSummary(scene, matches)]));
}
