import type { OptionTable } from "../command.js";
import { aFile, aName } from "../valueNames.js";

/** What the commands that print a table understand. */
export const tableOptions: OptionTable = {
  format: {
    type: "string",
    choices: ["text", "json", "csv", "md", "xlsx"],
    help: {
      "zh-CN": "输出格式（默认 text；xlsx 须配 -o）",
      en: "Output format (text by default; xlsx takes -o)",
    },
  },
  output: {
    type: "string",
    short: "o",
    value: aFile,
    help: { "zh-CN": "写入文件", en: "Write to a file" },
  },
  "stdin-name": {
    type: "string",
    value: aName,
    help: { "zh-CN": "标准输入的文稿叫什么", en: "A name for what comes from standard input" },
  },
};
