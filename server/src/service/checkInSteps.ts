import { inReadingOrder } from "../check/readingOrder.js";
import type { EarlierYears, Finding, Locale, Rule } from "../check/rule.js";
import { createRunCache, type RunCache, runRules } from "../check/runRules.js";
import type { Settings } from "../check/settings.js";
import type { PlanDocument } from "../plan/model.js";

/** A check that can be left and taken up again: between two steps others may have their turn. */
export type SteppedCheck = (
  plan: PlanDocument,
  earlier?: EarlierYears,
) => Generator<undefined, readonly Finding[]>;

/** A text that is longer than a hundred plans put together: nobody waits for it in one go. */
const HUGE = 500_000;
const RULES_A_STEP = 5;

export interface Stepping {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  readonly locale: Locale;
  /** What everything else is checked with. */
  readonly cache: RunCache;
  /** From how many characters on a text is checked in steps. */
  readonly from?: number;
}

interface Step {
  readonly rules: readonly Rule[];
  readonly cache: RunCache;
}

/** The findings of `runRules`, a few rules at a time where the text is huge. */
export function createSteppedCheck({ rules, settings, locale, cache, from = HUGE }: Stepping): SteppedCheck {
  // A cache serves one list of rules: each step has its own, made when the first huge text comes.
  let steps: readonly Step[] | undefined;
  const stepsFor = (plan: PlanDocument): readonly Step[] => {
    if (plan.text.length < from) return [{ rules, cache }];
    steps ??= groups(rules).map((some) => ({ rules: some, cache: createRunCache() }));
    return steps;
  };
  return function* (plan, earlier) {
    const [first, ...more] = stepsFor(plan);
    const check = (step: Step): Finding[] => runRules(plan, { ...step, settings, locale, earlier });
    const findings = first ? check(first) : [];
    if (more.length === 0) return findings;
    for (const step of more) {
      yield undefined;
      for (const one of check(step)) findings.push(one);
    }
    return findings.sort(inReadingOrder);
  };
}

/** Rules of one scope together: each step goes through the paragraphs once, or not at all. */
function groups(rules: readonly Rule[]): Rule[][] {
  return (["document", "paragraph"] as const).flatMap((scope) => {
    const own = rules.filter((rule) => rule.scope === scope);
    return Array.from({ length: Math.ceil(own.length / RULES_A_STEP) }, (_, i) =>
      own.slice(i * RULES_A_STEP, (i + 1) * RULES_A_STEP),
    );
  });
}
