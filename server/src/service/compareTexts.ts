import type { RosterEntry } from "../check/rule.js";
import { defaultSettings } from "../check/settings.js";
import type { PlanDocument } from "../plan/model.js";
import type { WordsOf } from "../segment/rememberedWords.js";
import { type Compared, createPlanService } from "./planService.js";

/** A comparison asked for in texts alone, so that a worker can be given it. */
export interface CompareTask {
  readonly draft: string;
  readonly earlier: readonly { readonly name: string; readonly text: string }[];
  readonly roster: readonly RosterEntry[];
}

/** Compares texts; what was read and cut before is not read and cut again. */
export type TextComparer = (task: CompareTask) => Compared;

export function createTextComparer(words?: WordsOf): TextComparer {
  const earlier = new Map<string, { readonly text: string; readonly plan: PlanDocument }>();
  let last: PlanDocument | undefined;
  return ({ draft, earlier: texts, roster }) => {
    const service = createPlanService({ settings: { ...defaultSettings, roster } });
    const now = service.parse(draft, last);
    last = now;
    const plans = texts.map(({ name, text }) => {
      const known = earlier.get(name);
      const plan = known?.text === text ? known.plan : service.parseBeside(text, now);
      earlier.set(name, { text, plan });
      return { name, plan };
    });
    const kept = new Set(plans.map(({ name }) => name));
    for (const name of [...earlier.keys()]) if (!kept.has(name)) earlier.delete(name);
    return service.compare(now, plans, words ? { words } : {});
  };
}
