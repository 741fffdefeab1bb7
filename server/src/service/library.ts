/**
 * The door for other programs (`import { createPlanService } from "hegao"`): the service, and the names of what it takes
 * and gives. What is not named here may change without notice.
 */
export {
  type Compared,
  createPlanService,
  type PlanService,
  type PlanServiceDependencies,
} from "./planService.js";
export { readDocument } from "../read/readDocument.js";
export type { ReadResult } from "../read/model.js";
export type { Fixed } from "./fixAll.js";
export type { EarlierYears, Finding, Locale, RosterEntry } from "../check/rule.js";
export { defaultSettings, type Settings } from "../check/settings.js";
export type { PlannedTarget } from "../compare/plannedTargets.js";
export type { Comparison, EarlierPlan } from "../compare/comparePlans.js";
export type { TargetRow } from "../ledger/targetLedger.js";
export type { TaskRow } from "../ledger/taskTable.js";
export type { Fold } from "../outline/folds.js";
export type { OutlineNode } from "../outline/outlineTree.js";
export type { Item, PlanDocument, PlanKind } from "../plan/model.js";
export type { Edit, Span } from "../text/span.js";
