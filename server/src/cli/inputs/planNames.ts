const READABLE = /\.(?:plan|txt|docx|doc|html|htm|md)$/i;
const PLAN_WORDS =
  /要点|意见|方案|计划|规划|纲要|工作安排|重点工作|重点任务|任务分解|责任分工|三年行动|攻坚行动|若干措施/;

const LONG_WORDS = /规划|纲要|计划|行动|[一二三四五六七八九十]五|(?:19|20)\d\d\s?年?\s?[—–\-~～至到]/;

/** True for a file that may hold a plan at all. What Word writes beside an open document holds none. */
export function isReadableName(name: string): boolean {
  return READABLE.test(name) && !name.startsWith("~$") && !name.startsWith(".");
}

/** True for a file of a kind in which offices keep their drafts, whatever its name says. */
export function isDraftName(name: string): boolean {
  return isReadableName(name) && /\.(?:txt|docx|doc)$/i.test(name);
}

/** True for a file that a folder is searched for: any .plan, and documents whose name has a plan's word in it. */
export function isPlanName(name: string): boolean {
  return isReadableName(name) && (/\.plan$/i.test(name) || PLAN_WORDS.test(name));
}

/** The same, for one who looks for the plan of several years alone: most papers of an office say in their name that they are not. */
export function isLongPlanName(name: string): boolean {
  return isPlanName(name) && (/\.plan$/i.test(name) || LONG_WORDS.test(name));
}
