import { rules } from "../check/registry.js";
import type { EarlierYears, Finding, Locale, Remark } from "../check/rule.js";
import { type Asks, createRunCache } from "../check/runCache.js";
import { runRules, runRulesInSteps } from "../check/runRules.js";
import { defaultSettings, type Settings } from "../check/settings.js";
import {
  type CompareOptions,
  comparePlans,
  type Comparison,
  type EarlierPlan,
} from "../compare/comparePlans.js";
import { rememberedNames } from "../compare/indicatorName.js";
import { earlierFindings } from "../compare/earlierFindings.js";
import { type PlannedTarget, plannedTargets } from "../compare/plannedTargets.js";
import { type TargetRow, targetLedger } from "../ledger/targetLedger.js";
import { type TaskRow, taskTable } from "../ledger/taskTable.js";
import { type Fold, folds } from "../outline/folds.js";
import { type OutlineNode, outlineTree } from "../outline/outlineTree.js";
import type { PlanDocument } from "../plan/model.js";
import { parseBeside, parsePlan } from "../plan/parsePlan.js";
import { departmentNames } from "./departmentNames.js";
import { type Fixed, fixAll } from "./fixAll.js";

/** What the service is given. Everything is optional: without it the service checks with the default settings. */
export interface PlanServiceDependencies {
  readonly locale?: Locale;
  readonly settings?: Settings;
  /** `once` where no plan is checked a second time: nothing is kept for that. By default `again`. */
  readonly checks?: Asks;
}

/** A comparison with what it means for the check of the draft. */
export interface Compared {
  readonly comparison: Comparison;
  /** To be given to `check`; empty where no earlier plan has a place in time. */
  readonly earlier: EarlierYears;
}

/** The library's door: plain functions from text to values, without files, network or clocks. */
export interface PlanService {
  /** The plan of a text. With the plan of the text before an edit, only what the edit touched is read anew. Never throws. */
  parse(text: string, previous?: PlanDocument): PlanDocument;
  /** The same plan as `parse` gives, sooner where it has many lines in common with another. */
  parseBeside(text: string, other: PlanDocument): PlanDocument;
  /** Every finding, in reading order. */
  check(plan: PlanDocument, earlier?: EarlierYears): readonly Finding[];
  /** What the rules that need an earlier plan say, and no other: the findings beside a comparison. */
  checkEarlier(plan: PlanDocument, earlier: EarlierYears): readonly Finding[];
  /** All findings again, in short steps for one who has others to see to. */
  checkInSteps(plan: PlanDocument, earlier?: EarlierYears): Generator<undefined, readonly Finding[]>;
  /**
   * 全部修正: the draft with every safe fix made, until none is left, and the edits that lead there. Asked again of its
   * own result it changes nothing. `among` says which findings are to be mended; by default all that `check` gives.
   */
  fixAll(plan: PlanDocument, among?: (plan: PlanDocument) => readonly Finding[]): Fixed;
  /** 大纲: the numbered tree with its departments. */
  outline(plan: PlanDocument): readonly OutlineNode[];
  /** 指标台账: every quantified target. */
  targets(plan: PlanDocument): readonly TargetRow[];
  /** What the plan of five years asks of the same indicators, one for each row of `targets`; undefined where in doubt. */
  planned(plan: PlanDocument, fiveYear: PlanDocument): readonly (PlannedTarget | undefined)[];
  /** 责任分工表: every task with its departments and deadline. */
  tasks(plan: PlanDocument): readonly TaskRow[];
  /** The draft beside its earlier years, and what the rules that need them have to say. */
  compare(draft: PlanDocument, earlier: readonly EarlierPlan[], options?: CompareOptions): Compared;
  /** What an editor may fold away. */
  folds(plan: PlanDocument): readonly Fold[];
}

/** Composes the rooms into one service. Settings are fixed for its life: make another for other settings. */
export function createPlanService(dependencies: PlanServiceDependencies = {}): PlanService {
  const { locale = "zh-CN", settings = defaultSettings, checks } = dependencies;
  const cache = createRunCache(checks);
  const run = { rules, settings, locale, cache };
  const names = rememberedNames();
  const check = (plan: PlanDocument, earlier?: EarlierYears): readonly Finding[] =>
    runRules(plan, { ...run, earlier });
  return Object.freeze({
    parse: parsePlan,
    parseBeside,
    check,
    checkEarlier: (plan: PlanDocument, earlier: EarlierYears): readonly Finding[] => {
      const asked = rules.filter(({ id }) => earlier.remarks.has(id));
      return runRules(plan, { rules: asked, settings, locale, earlier });
    },
    checkInSteps: (plan: PlanDocument, earlier?: EarlierYears) => runRulesInSteps(plan, { ...run, earlier }),
    fixAll: (plan: PlanDocument, among: (plan: PlanDocument) => readonly Finding[] = check) =>
      fixAll(plan, (now) => among(now)),
    outline: outlineTree,
    targets: targetLedger,
    planned: plannedTargets,
    tasks: taskTable,
    compare: (draft: PlanDocument, earlier: readonly EarlierPlan[], options: CompareOptions = {}) => {
      const plans = [draft, ...earlier.map(({ plan }) => plan)];
      return compared(draft, earlier, {
        departmentName: departmentNames(plans, settings.roster),
        names,
        ...options,
      });
    },
    folds,
  });
}

function compared(draft: PlanDocument, earlier: readonly EarlierPlan[], options: CompareOptions): Compared {
  const comparison = comparePlans(draft, earlier, options);
  const nearest = earlier.find((one) => one.name === comparison.years[0]?.name)?.plan;
  const findings = nearest
    ? earlierFindings(draft, nearest, comparison)
    : { departments: new Map<number, readonly string[]>(), remarks: new Map<string, readonly Remark[]>() };
  return { comparison, earlier: findings };
}
