import type { OptionTable } from "../command.js";
import { aFile, aFileOrFolder, aName, aNumber } from "../valueNames.js";

export const lintOptions: OptionTable = {
  quiet: {
    type: "boolean",
    short: "q",
    help: {
      "zh-CN": "只列达到 --fail-on 的发现，不印小结",
      en: "Only what reaches --fail-on, and no summary",
    },
  },
  format: {
    type: "string",
    choices: ["text", "json", "sarif", "github", "junit", "lines", "docx"],
    help: {
      "zh-CN": "输出格式（默认 text）；docx 在文稿的 Word 副本里写成批注，须用 -o，一次一份",
      en: "Output format (text by default); docx writes comments into a Word copy of one draft, with -o",
    },
  },
  output: {
    type: "string",
    short: "o",
    value: aFile,
    help: { "zh-CN": "报告写入文件", en: "Write the report to a file" },
  },
  fix: {
    type: "boolean",
    help: {
      "zh-CN": "就地作稳妥的修正（只限文本文件）",
      en: "Apply the safe fixes in place (text files only)",
    },
  },
  "fix-dry-run": {
    type: "boolean",
    help: { "zh-CN": "只显示 --fix 会改什么", en: "Show what --fix would change" },
  },
  "fail-on": {
    type: "string",
    choices: ["error", "warning", "info", "never"],
    help: {
      "zh-CN": "达到此级别时退出码为 1（默认 error）",
      en: "Exit with 1 from this severity on (error by default)",
    },
  },
  "max-warnings": {
    type: "string",
    value: aNumber,
    help: { "zh-CN": "警告多于此数时退出码为 1", en: "Exit with 1 when there are more warnings" },
  },
  changed: {
    type: "string",
    value: { "zh-CN": "<旧稿>", en: "<earlier draft>" },
    help: { "zh-CN": "只报与旧稿相比有改动的条目", en: "Only items that changed since an earlier draft" },
  },
  against: {
    type: "string",
    multiple: true,
    value: aFileOrFolder,
    help: {
      "zh-CN": "往年的文稿，可多次给出（默认用配置里的 earlier）",
      en: "Earlier years; may be given several times (by default those of the configuration)",
    },
  },
  profile: {
    type: "string",
    choices: ["drafting", "review", "issue"],
    help: { "zh-CN": "严格程度：起草、核稿（默认）、印发", en: "How strict to be (review by default)" },
  },
  baseline: {
    type: "boolean",
    help: { "zh-CN": "不报 .hegao/baseline.json 里已有的", en: "Leave out what .hegao/baseline.json holds" },
  },
  "show-ignored": {
    type: "boolean",
    help: { "zh-CN": "一并列出已忽略的", en: "List ignored findings as well" },
  },
  workers: {
    type: "string",
    value: { "zh-CN": "<数>|auto", en: "<number>|auto" },
    help: {
      "zh-CN": "用几个线程（默认 auto：活多到值得时用全部核心）",
      en: "How many threads (auto by default: all cores where the work is worth it)",
    },
  },
  cache: {
    type: "boolean",
    help: {
      "zh-CN": "没有变动的文稿沿用上次的结果，存在当前文件夹的 .hegaocache",
      en: "Take over the results of drafts that have not changed, kept in .hegaocache here",
    },
  },
  "cache-file": {
    type: "string",
    value: aFile,
    help: { "zh-CN": "同 --cache，存在这个文件", en: "As --cache, kept in this file" },
  },
  "stdin-name": {
    type: "string",
    value: aName,
    help: { "zh-CN": "标准输入的文稿叫什么", en: "A name for what comes from standard input" },
  },
};
