import { tableTargets } from "../../../ledger/tableTargets.js";
import { targetsWhere } from "../../../plan/fewTargets.js";
import { indexAt } from "../../../plan/lineIndex.js";
import type { PlanDocument, Target } from "../../../plan/model.js";
import { titledPeriod } from "./places.js";

/** A shorter name (覆盖率, 巩固率) is finished by what stands before it, and may mean two things. */
const SHORTEST = 5;

/** A rate that has another value than the same one before it. */
export interface Conflict {
  readonly known: Target;
  readonly target: Target;
  /** One of them stands in a table. */
  readonly isTabled: boolean;
}

/** Targets of one indicator and year with other values than the first of them, which stands before each. */
export function conflicts(plan: PlanDocument): Conflict[] {
  const first = new Map<string, Target>();
  const found: Conflict[] = [];
  const { rates, tabled } = ratesOf(plan);
  // 2026年工作总结和计划: in one chapter stands what has been reached, in another one what shall be.
  const looksBack = /总结|报告|汇报|回顾/.test(plan.title?.text ?? "");
  const chapterOf = ({ valueSpan }: Target): number => (looksBack ? indexAt(plan.roots, valueSpan.start) : 0);
  for (const target of rates) {
    const named = keyOf(plan, target);
    if (named === undefined) continue;
    const key = `${chapterOf(target)} ${named}`;
    const known = first.get(key);
    if (!known) first.set(key, target);
    else if (known.number !== target.number) {
      const [one, other] = [tabled.has(known), tabled.has(target)];
      // 97%以上 leaves room for the 98 of a table.
      if (one === other || (!allows(target, known) && !allows(known, target)))
        found.push({ known, target, isTabled: one || other });
    }
  }
  return found;
}

function allows({ comparator, number: bound = 0 }: Target, { number = 0 }: Target): boolean {
  return comparator === ">=" ? number >= bound : comparator === "<=" && number <= bound;
}

/** In reading order, with those of the tables of indicators. */
function ratesOf(plan: PlanDocument): { readonly rates: readonly Target[]; readonly tabled: Set<Target> } {
  const said = targetsWhere(plan, isRateOfGoal);
  const tabled = said.length === 0 ? [] : onceTabled(plan);
  if (tabled.length === 0) return { rates: said, tabled: new Set() };
  const rates = [...said, ...tabled].sort((a, b) => a.valueSpan.start - b.valueSpan.start);
  return { rates, tabled: new Set(tabled) };
}

/** Rates that one row of the tables names: two tables are of two areas, or of two kinds of school. */
function onceTabled(plan: PlanDocument): Target[] {
  const rates = tableTargets(plan).filter(isRate);
  const rows = new Map<string | undefined, number>();
  for (const rate of rates) rows.set(keyOf(plan, rate), (rows.get(keyOf(plan, rate)) ?? 0) + 1);
  return rates.filter((rate) => rows.get(keyOf(plan, rate)) === 1);
}

/** Rates only: counts of one name may add up. */
function isRateOfGoal({ kind, target }: Pick<Target, "kind"> & { readonly target: Target }): boolean {
  return kind === "goal" && isRate(target);
}

function isRate(target: Target): boolean {
  if (target.unit !== "%" || target.number === undefined) return false;
  if (!/[=<>]/.test(target.comparator) || target.indicator.length < SHORTEST) return false;
  // 占总数的比例 is the share of whatever the sentence speaks of.
  if (/^(?:合计|分别|共|其中)?占|^市场占有率$/.test(target.indicator)) return false;
  return (
    /(?:率|比例|比重|占比)$/.test(target.indicator) && target.indicatorSpan.end <= target.valueSpan.start
  );
}

/** The name of such a rate and its year; undefined where one of them is open. */
function keyOf(plan: PlanDocument, target: Target): string | undefined {
  const clause = plan.text.slice(target.span.start, target.valueSpan.start);
  // 入园率、普惠率、公办率分别达到95%、90%、60%: one value of several.
  if (/其中|分别|各|每/.test(clause) || "和、及".includes(plan.text.charAt(target.valueSpan.start - 1)))
    return undefined;
  // 比例为0.7%，同比下降2.1个百分点: a report says so of one area after the other.
  if (/^[，（]同比/.test(plan.text.slice(target.valueSpan.end, target.valueSpan.end + 3))) return undefined;
  const period = titledPeriod(plan);
  const year = target.year ?? (period && period.from === period.to ? period.from : undefined);
  return year === undefined ? undefined : `${year} ${target.indicator.replace(/[“”\s]|^九年(?=义务)/g, "")}`;
}
