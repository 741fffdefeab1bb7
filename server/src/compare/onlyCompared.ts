/** What a value is set against: the year before, what was planned for it, what came of it. */
const BASE =
  "(?:上一?年度?|去年度?|前年|[0-9]{4}年|上?年初|年底|年末|同期|预算|预计|执行|决算|实际|完成|计划|基数|数)";

/** 比上年增加(5亿元), 较去年预算增加: the clause says more than what, and not more of what. */
const ONLY_COMPARED = new RegExp(
  `^(?:其中)?[比较]${BASE}+(?:再|又|新|均|将|净|共)?(?:增加|增长|增|提高|提升|减少|减|下降|降低|扩大|缩小|多|少|高|低)(?:了|约|近|安排|投入)*$`,
);

/**
 * Whether a name tells what a value is compared with and nothing of what it counts. Such names are the same every year,
 * whatever is meant: two of them are no indicator, and one of them missing is no loss.
 */
export function isOnlyCompared(name: string): boolean {
  return ONLY_COMPARED.test(name);
}
