import { rules } from "../check/registry.js";
import type { EarlierYears, Finding, Locale } from "../check/rule.js";
import { type RemarkCache, runRules } from "../check/runRules.js";
import { defaultSettings, type Settings } from "../check/settings.js";
import type { PlanDocument } from "../plan/model.js";
import { parsePlan } from "../plan/parsePlan.js";

/** What the service is given. Everything is optional: without it the service checks with the default settings. */
export interface PlanServiceDependencies {
  readonly locale?: Locale;
  readonly settings?: Settings;
}

/** The library's door: plain functions from text to values, without files, network or clocks. */
export interface PlanService {
  /** The plan of a text. With the plan of the text before an edit, only what the edit touched is read anew. Never throws. */
  parse(text: string, previous?: PlanDocument): PlanDocument;
  /** Every finding, in reading order. */
  check(plan: PlanDocument, earlier?: EarlierYears): readonly Finding[];
}

/** Composes the rooms into one service. Settings are fixed for its life: make another for other settings. */
export function createPlanService(dependencies: PlanServiceDependencies = {}): PlanService {
  const { locale = "zh-CN", settings = defaultSettings } = dependencies;
  const cache: RemarkCache = new WeakMap();
  return Object.freeze({
    parse: parsePlan,
    check: (plan: PlanDocument, earlier?: EarlierYears) => runRules(plan, { rules, settings, locale, earlier, cache }),
  });
}
