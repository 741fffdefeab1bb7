import type { Place } from "./carriedNames.js";
import { SIGN } from "./signs.js";

/** 比去年减少(600人): the clause up to the number. What one wants is said before it: 确保信访件比去年减少. */
const AGAINST_LAST_YEAR =
  /^([\u4e00-\u9fff]{0,14}?)[比较](?:去年|上一?年|上学年)(?:同期)?净?(?:减少|增加)(?:了|约|近)?\s?$/;
const WANTED = /力争|确保|争取|实现|计划|使|将|要$/;
/** Nobody plans how many people there are to be born, to leave school or to enrol. */
const POPULATION = /(?:毕业生|适龄[儿幼][童儿]|新生儿?|考生|生源|出生人口|学龄人口|报名人数|在校生人?数?)$/;
const COUNT_BEFORE = /\d(?:\.\d+)?\s?([\u4e00-\u9fff]{1,3})(?:左右|以上)?[，,]$/;

/**
 * 全市小学毕业生9000人，比去年减少600人: a change that explains a number, and that nobody is to bring about. Behind a
 * level that is to be held, 事故控制在12起以内，比去年减少3起, it is a goal.
 */
export function explainsChange({ text, signs, quantity, clause, previous }: Place): boolean {
  if (quantity.isRate || (signs & SIGN.base) === 0) return false;
  const lead = AGAINST_LAST_YEAR.exec(text.slice(clause.start, quantity.span.start))?.[1];
  if (lead === undefined || WANTED.test(lead)) return false;
  if (lead !== "") return POPULATION.test(lead);
  const count = COUNT_BEFORE.exec(text.slice(Math.max(0, clause.start - 14), clause.start));
  if (count?.[1] !== quantity.unit) return false;
  return !(previous?.cue.kind === "level" && previous.target.valueSpan.end >= clause.start - 3);
}
