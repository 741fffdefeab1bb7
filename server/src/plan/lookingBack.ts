import type { Item } from "./model.js";

/** A heading of this length is a sentence, and no longer names a section. */
const LONGEST = 26;
/** Sections that look back: what they count has been achieved. 夯实发展基础 is a task. */
const LOOKS_BACK =
  /^(?:[“"]?[一二三四五六七八九十]{2}五[”"]?(?:时期|期间|规划)?|20\d\d年度?(?:以来)?|今年以来|过去[一二三四五六七八九十]年)?(?:的|我[市县区省])?(?:取得的?)?(?:主要|重点|目标|任务|指标|工作|发展|改革|现实|教育|现有|事业|执行|实施|开展|推进|落实|进展|完成|基本)*(?:基础|现状|回顾|成效|成就|成绩|经验|概况|背景|情况|情况总结)(?:[和与及].{0,8})?$|工作回顾|(?:工作|发展|情况)?的回顾$|工作总结$|^.{0,6}(?:发展现状|现状(?:分析|与))|面临.{0,8}(?:形势|问题|挑战|机遇)|存在.{0,6}问题|问题(?:和|与)?(?:不足|短板|挑战)|形势(?:分析|与|和)|(?:规划|编制|发展|时代)背景|发展环境|主要成[就效]|^主要做法|做法[和与及](?:工作)?成效|取得.{0,8}(?:成就|成效|成绩|进展)|(?:成效|成就)显著|^总结$|^(?:今年)?(?:上半年|前三季度|[一二三]季度)的?(?:主要|重点|工作|任务|指标|完成|开展|进展|落实|推进)*(?:情况|回顾|总结|成效)(?:[和与及].{0,8})?$/;

/** Chapters of a report that plan: 下一步工作打算, 明年工作思路. */
const LOOKS_AHEAD = /下一?[步阶年]|下阶段|今后|明年|打算|计划|安排|思路|设想|部署|目标|任务|建议|展望|谋划/;

/** True for the heading of a chapter that, in a report, is about what is to come. */
export function speaksOfPlans(title: string): boolean {
  return LOOKS_AHEAD.test(title);
}

/** True for an item in a section that reports: 发展基础, 工作回顾, “十三五”发展成就. */
export function looksBack(item: Item): boolean {
  for (let at: Item | undefined = item; at; at = at.parent) {
    if (speaksOfThePast(at.title)) return true;
  }
  return false;
}

export function speaksOfThePast(title: string): boolean {
  return title.length <= LONGEST && LOOKS_BACK.test(title);
}
