import type { Localized } from "../check/rule.js";
import type { Command } from "./command.js";

interface Entry {
  readonly name: string;
  readonly summary: Localized;
  load(): Promise<Command>;
}

/** Every command. A command is loaded when it is called: starting must cost hardly more than Node itself. */
export const commandTable: readonly Entry[] = [
  {
    name: "lint",
    summary: { "zh-CN": "核对文稿，列出发现", en: "Check drafts and list the findings" },
    load: async () => (await import("./commands/lint.js")).lint,
  },
  {
    name: "outline",
    summary: { "zh-CN": "编号大纲与责任科室", en: "The numbered tree with departments" },
    load: async () => (await import("./commands/outline.js")).outline,
  },
  {
    name: "targets",
    summary: { "zh-CN": "指标台账", en: "The ledger of quantified targets" },
    load: async () => (await import("./commands/targets.js")).targets,
  },
  {
    name: "tasks",
    summary: { "zh-CN": "责任分工表", en: "The table of tasks, departments and deadlines" },
    load: async () => (await import("./commands/tasks.js")).tasks,
  },
  {
    name: "compare",
    summary: { "zh-CN": "与往年文稿对照", en: "A draft beside earlier years" },
    load: async () => (await import("./commands/compare.js")).compare,
  },
  {
    name: "convert",
    summary: { "zh-CN": "把 Word、网页等读成文本", en: "Any readable document as plain text" },
    load: async () => (await import("./commands/convert.js")).convert,
  },
  {
    name: "export",
    summary: { "zh-CN": "排成 Word 公文（GB/T 9704-2012）", en: "Word, laid out to GB/T 9704-2012" },
    load: async () => (await import("./commands/export.js")).exportDraft,
  },
  {
    name: "rules",
    summary: { "zh-CN": "规则目录，或一条规则的说明", en: "The catalogue of rules, or the page of one" },
    load: async () => (await import("./commands/rules.js")).rules,
  },
  {
    name: "baseline",
    summary: {
      "zh-CN": "把现有发现记作基线，此后只报新的",
      en: "Record today's findings, so that only new ones are reported",
    },
    load: async () => (await import("./commands/baseline.js")).baseline,
  },
  {
    name: "ignores",
    summary: { "zh-CN": "列出、添加、清理已忽略的发现", en: "List, add and prune ignored findings" },
    load: async () => (await import("./commands/ignores.js")).ignores,
  },
  {
    name: "init",
    summary: {
      "zh-CN": "根据已有文稿拟一份 hegao.config.json",
      en: "Propose a hegao.config.json from drafts",
    },
    load: async () => (await import("./commands/init.js")).init,
  },
  {
    name: "lsp",
    summary: {
      "zh-CN": "语言服务（标准输入输出）",
      en: "The language server, over standard input and output",
    },
    load: async () => (await import("./commands/lsp.js")).lsp,
  },
];
