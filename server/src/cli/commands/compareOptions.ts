import type { OptionTable } from "../command.js";
import { segmenterOption } from "../earlier/words.js";
import { tableOptions } from "./tableOptions.js";
import { aFileOrFolder } from "../valueNames.js";

export const compareOptions: OptionTable = {
  ...tableOptions,
  format: {
    type: "string",
    choices: ["text", "json", "html", "md"],
    help: { "zh-CN": "输出格式（默认 text）", en: "Output format (text by default)" },
  },
  against: {
    type: "string",
    multiple: true,
    value: aFileOrFolder,
    help: {
      "zh-CN": "往年的文稿，可多次给出（默认依次用配置里的 earlier、本稿旁边的文件夹）",
      en: "Earlier years; may be given several times (by default those of the configuration, else beside the draft)",
    },
  },
  with: {
    type: "string",
    choices: ["five-year", "superior"],
    help: {
      "zh-CN": "不与往年比，与所在时期的规划（five-year）或上级的文稿（superior）比",
      en: "Compare with the long-term plan (five-year) or the superior's plan (superior) and not with earlier years",
    },
  },
  "fail-on": {
    type: "string",
    choices: ["error", "warning", "info", "never"],
    help: {
      "zh-CN": "达到此级别时退出码为 1（默认 error）",
      en: "Exit with 1 from this severity on (error by default)",
    },
  },
  index: {
    type: "boolean",
    help: {
      "zh-CN": "把往年文稿的索引记在 .hegao/index.json（已有的总会更新）",
      en: "Keep the index of earlier plans in .hegao/index.json (one that is there is always kept up)",
    },
  },
  ...segmenterOption,
};
