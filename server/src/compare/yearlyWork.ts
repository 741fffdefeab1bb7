import type { PlanDocument } from "../plan/model.js";
import { readIndicator } from "./indicatorName.js";
import type { TargetPoint } from "./seriesList.js";

/** What is counted piece by piece. Rates, money, years and measures are not. */
const PIECES =
  /^(?:[人名位户家个处所套台辆艘条项件门节班间张册本部批对支片块座栋幢株头亩口宗起只枚盏场剂例]次?|次|公里|公顷|平方米|㎡|学位|床位|工位)$/;
/** In front of a value: it is a level to be reached or kept. */
const REACHES =
  /(?:达到?|保持|稳定|控制|维持|突破|超过|(?:提高|增加|扩大|提升|增长|上升|压缩|降低|下降|减少)[到至])[在到至]?[约近]?$/;
/** The end of an indicator that measures how things stand. */
const STANDS = /(?:总[量额]|规模|保有量|存量|数量|[^次]数|人口|面积|年限|里程)$|每[千万百]|人均|生均/;

/** A point with the plan that states it. */
export interface Stated {
  readonly point: TargetPoint;
  readonly plan: PlanDocument;
}

/**
 * Whether a series counts what is done within the time of a plan, 新建幼儿园5所, 招聘教师120名, 检查4次: each year does
 * what it needs, so that less than last year is no lower aim, and what is not done again is not forgotten. Nor is what
 * one year does less than what five years do together.
 */
export function isWorkOfItsTime(
  unit: string,
  stated: readonly Stated[],
  plans: readonly [draft: PlanDocument, earlier: PlanDocument],
): boolean {
  if (isAddedBesideLevel(stated)) return true;
  if (!PIECES.test(unit)) return false;
  const [now, before] = plans.map(yearsOf);
  if (now === undefined || before === undefined || (now === before && now > 1)) return false;
  return !stated.some(isLevel);
}

/** 新增示范园4个 this year says nothing against 示范园达到16个 of last year: so many more there will be. */
function isAddedBesideLevel(stated: readonly Stated[]): boolean {
  const levels = stated.filter((one) => !readIndicator(one.point.indicator).adding);
  return levels.length > 0 && levels.length < stated.length && levels.every(isLevel);
}

/** How many years a plan is for; a school year is one. */
function yearsOf({ period, title }: PlanDocument): number | undefined {
  if (!period) return undefined;
  const years = period.to - period.from + 1;
  return years === 2 && title?.text.includes("学年") === true ? 1 : years;
}

function isLevel({ point, plan }: Stated): boolean {
  const { start } = point.span;
  const before = plan.text.slice(Math.max(0, start - 8), start).trimEnd();
  return REACHES.test(before) || STANDS.test(point.indicator);
}
