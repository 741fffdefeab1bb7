import type { DocumentRule } from "../../rule.js";
import { namesUsedIn } from "./namesInChapters.js";

export const responsibilityOverload: DocumentRule = {
  id: "responsibility-overload",
  subject: "responsibility",
  scope: "document",
  sees: { structure: ["tree"], responsibilities: true },
  severity: "info",
  enabled: false,
  title: { "zh-CN": "一个科室的任务不宜过多", en: "No department carries too many tasks" },
  why: {
    "zh-CN": "任务集中在一两个科室，年底往往落空。多少算多因单位而异，所以默认不开。",
    en: "Tasks piled on one department are seldom all done. How many is too many differs, hence off by default.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  whenOff: {
    "zh-CN": "只想看各科室任务分布时，用任务清单即可，不必打开本条。",
    en: "To see how tasks are spread, the table of tasks serves better.",
  },
  options: {
    max: {
      type: "number",
      default: 15,
      minimum: 1,
      description: { "zh-CN": "一个科室最多负责几项", en: "How many tasks one department may carry" },
    },
  },
  texts: {
    "zh-CN": { many: "“{name}”列在{count}项任务里，超过{max}项。", also: "也列在这里" },
    en: { many: "“{name}” carries {count} tasks, more than {max}.", also: "Named here too" },
  },
  examples: [{ bad: tasks("⟦办公室⟧", 16), good: tasks("办公室", 15) }],
  *check(plan, context) {
    const max = context.options.max as number;
    for (const use of namesUsedIn(plan, context)) {
      const { name, within } = use;
      if (within.size <= max) continue;
      const { uses } = use;
      const first = uses[0];
      if (!first) continue;
      yield {
        span: first.span,
        message: { key: "many", fill: { name, count: within.size, max } },
        related: uses.slice(1).map(({ span }) => ({ span, message: { key: "also" } })),
      };
    }
  },
};

/** A draft of so many tasks, all of one department. */
function tasks(name: string, count: number): string {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const lines = numbers.map((n) => `${n}.任务${n}。抓好落实。\n责任科室：${n === 1 ? name : "办公室"}`);
  return ["一、重点任务", ...lines].join("\n");
}
