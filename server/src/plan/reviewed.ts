/** A sentence that opens a look back: 过去一年，各项工作取得较好成绩. */
const REVIEW =
  /^\s*(?:各位代表[，！]|回顾)?(?:过去的?一年|一年来|上一?年|去年)[^。]*(?:成绩|成效|成果|成就|进展|突破|进步|向好|提升|胜利|完成)/;
/** Words by which a sentence speaks of what is to come, or of another year. */
const AHEAD = /今年|今后|明年|未来|下一步|新的?一年|[要将拟]|目标|预期|预计|力争|争取|确保|计划|任务|20\d\d/;
const SENTENCE_END = /[。！？]/;
/** So many characters in front of a sentence may hold those with which the look back goes on. */
const REACH = 240;

/** Whether the sentence at an offset goes on with a look back that another in front of it has opened. */
export function goesOnLookingBack(text: string, sentence: number): boolean {
  if (sentence === 0) return false;
  const own = text.slice(sentence, sentence + REACH).split(SENTENCE_END)[0] ?? "";
  if (AHEAD.test(own)) return false;
  const from = Math.max(0, sentence - REACH);
  const before = text.slice(from, sentence).split(SENTENCE_END).slice(0, -1);
  for (let at = before.length - 1; at >= (from > 0 ? 1 : 0); at--) {
    const said = before[at] ?? "";
    if (REVIEW.test(said)) return true;
    if (AHEAD.test(said)) return false;
  }
  return false;
}
