import type { Localized } from "../check/rule.js";

/** What stands in the help for a value that is no choice among words. */
export const aFile: Localized = { "zh-CN": "<文件>", en: "<file>" };
export const aFileOrFolder: Localized = { "zh-CN": "<文件或文件夹>", en: "<file or folder>" };
export const aName: Localized = { "zh-CN": "<名称>", en: "<name>" };
export const aNumber: Localized = { "zh-CN": "<数>", en: "<number>" };
