import type { PlanDocument, Target } from "../plan/model.js";
import { matchesIn } from "../text/matches.js";
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

/** What is given up within a year is an amount of work too, though it is weighed: 压减水泥产能30万吨. */
const GIVEN_UP = /^(?:压减|淘汰|化解|退出|关停|停建|缓建|去)[^率]*产能$/;

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
  { indicator, unit }: Pick<Target, "indicator" | "unit">,
  stated: readonly Stated[],
  plans: readonly [draft: PlanDocument, earlier: PlanDocument],
): boolean {
  const [now, before] = plans.map(yearsOf);
  if (isAddedBesideLevel(stated) || isOfUnlikeTimes(stated)) return true;
  if (!PIECES.test(unit) && !GIVEN_UP.test(indicator)) return false;
  if (now === undefined || before === undefined || (now === before && now > 1)) return false;
  return !stated.some(isLevel);
}

/** 新增示范园4个 this year says nothing against 示范园达到16个 of last year: so many more there will be. */
function isAddedBesideLevel(stated: readonly Stated[]): boolean {
  const levels = stated.filter((one) => !readIndicator(one.point.indicator).adding);
  return levels.length > 0 && levels.length < stated.length && levels.every(isLevel);
}

/** 五年累计完成500亿元 beside 全年完成100亿元: the one plan says of several years what the other says of its own. */
function isOfUnlikeTimes(stated: readonly Stated[]): boolean {
  const [one, other] = stated.map(isOfSeveralYears);
  return one !== undefined && other !== undefined && one !== other && stated.some(isOfItsYear);
}

/** A plan for one year says of several: 五年新增造林600公顷. */
export function isBeyondItsYear(one: Stated): boolean {
  return yearsOf(one.plan) === 1 && isOfSeveralYears(one);
}

function isOfItsYear(one: Stated): boolean {
  return yearsOf(one.plan) === 1 && !isOfSeveralYears(one);
}

/** Several years, or (the second group) the one of the plan. */
const TIMES =
  /(?:今后|未来|[二三四五两2-5]年(?:内|间|时间|共|将|要|力争|累计|合计|总计|新增|新建|完成|投入|建成|改造|培训|引进|安排)|五[”"]?(?:时期|期间)|20[0-9]{2}年?(?:[—\-~～至到]|——)20[0-9]{2}年)|(今年|本年|当年|全年|年内)/g;
const TIMED = /年|期间|时期|今后|未来/;
const BETWEEN_SENTENCES = /[。；\n]/;
/** So many characters in front of a value may say of what time it is. */
const REACH = 80;

/** What the sentence in front of the value says last of its time. */
function isOfSeveralYears({ point, plan }: Stated): boolean {
  const near = plan.text.slice(Math.max(0, point.span.start - REACH), point.span.start);
  // Most say nothing of it, which is sooner found out.
  if (!TIMED.test(near)) return false;
  const said = near.split(BETWEEN_SENTENCES).at(-1) ?? "";
  const last = matchesIn(said, TIMES).at(-1);
  return last !== undefined && last[1] === undefined;
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
