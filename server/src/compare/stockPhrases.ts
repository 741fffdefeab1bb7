import { later } from "../plan/later.js";

/**
 * Words that head or fill a task in any plan and tell none from another. Two tasks that share nothing else are two
 * tasks.
 */
const STOCK =
  "加强 强化 推进 推动 深化 完善 健全 提升 提高 落实 全面 进一步 持续 深入 继续 积极 促进 做好 抓好 切实 扎实 大力 着力 加快 加大 不断 严格 " +
  "开展 实施 组织 领导 保障 机制 建设 工作 管理 制度 体系 力度 水平 质量 能力 建立 构建 坚持 规范 优化 改进 创新 改革 发展 统筹 协调 " +
  "责任 督导 督查 督促 检查 考核 评价 评估 监督 宣传 引导 舆论 氛围 措施 要求 任务 目标 原则 思想 指导 总体 主要 重点 基本 步骤 方案 " +
  "作风 队伍 师德 师风 全市 全区 全县 我市 我区 我县 有效 实现 形成 各级 各类 相关 有关 明确 注重";

export const stockPhrases: readonly string[] = STOCK.split(" ");

/** What a heading may hold without becoming one of its own: those words; particles, marks, digits. */
const emptyWords = later(() => [
  new RegExp([...stockPhrases].sort((a, b) => b.length - a.length).join("|"), "g"),
  /[\p{P}\s0-9０-９年的和与及对以为]/gu,
]);

/** True for a heading made of stock words alone, such as 加强师德师风建设 or 强化组织领导. */
export function isBoilerplate(title: string): boolean {
  return emptyWords.get().reduce((left, pattern) => left.replace(pattern, ""), title) === "";
}
