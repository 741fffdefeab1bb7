import type { EarlierYears } from "../check/rule.js";
import type { Comparison } from "../compare/comparePlans.js";
import type { PlanDocument } from "../plan/model.js";
import type { EarlierDocument, PlansAround } from "./compareEarlier.js";
import { carriedOver } from "./compareCarry.js";
import type { Draft } from "./drafts.js";

/** A draft beside its earlier years, as it was when it was last compared. */
export interface ComparedDraft {
  readonly version: number;
  readonly plan: PlanDocument;
  readonly documents: readonly EarlierDocument[];
  readonly comparison: Comparison;
  readonly earlier: EarlierYears;
}

/** The last comparison of every open draft. Another feature (lenses, hovers) may ask; only `compare.ts` sets. */
export interface Comparisons {
  get(uri: string): ComparedDraft | undefined;
  set(uri: string, compared: ComparedDraft | undefined): void;
  /** What else lies beside a draft, as it was when it was last looked for. */
  around(uri: string): PlansAround;
  setAround(uri: string, around: PlansAround): void;
  /** What the rules are to know of the earlier years, moved to where the draft has it now. */
  earlierOf(draft: Draft): EarlierYears | undefined;
  /** Grows whenever a draft has been compared anew. */
  generation(uri: string): number;
}

export function createComparisons(): Comparisons {
  const kept = new Map<string, ComparedDraft>();
  const around = new Map<string, PlansAround>();
  const generations = new Map<string, number>();
  const carried = new WeakMap<
    PlanDocument,
    { readonly from: ComparedDraft; readonly earlier: EarlierYears }
  >();
  return {
    get: (uri) => kept.get(uri),
    set(uri, compared) {
      if (compared) kept.set(uri, compared);
      else kept.delete(uri);
      generations.set(uri, (generations.get(uri) ?? 0) + 1);
    },
    around: (uri) => around.get(uri) ?? {},
    setAround: (uri, found) => void around.set(uri, found),
    earlierOf({ uri, plan }) {
      const from = kept.get(uri);
      if (!from) return undefined;
      if (from.plan === plan) return from.earlier;
      const known = carried.get(plan);
      if (known?.from === from) return known.earlier;
      const earlier = carriedOver(from, plan);
      carried.set(plan, { from, earlier });
      return earlier;
    },
    generation: (uri) => generations.get(uri) ?? 0,
  };
}
