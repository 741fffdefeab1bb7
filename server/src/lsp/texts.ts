import type { Locale } from "../check/rule.js";
import type { Attention } from "../author/draft/newDraft.js";
import type { PlanKind } from "../plan/model.js";

/** What the server itself says, apart from the rules. */
export interface ServerTexts {
  readonly kinds: Readonly<Record<PlanKind, string>>;
  readonly teamSnippet: string;
  readonly lastYear: (draft: string, item: string) => string;
  readonly tasksElsewhere: (draft: string, count: number) => string;
  readonly renameDepartmentsOnly: string;
  readonly notADepartment: (name: string) => string;
  /** What a rename changes: in this draft, in others of its year, in years that are over, in the roster. */
  readonly renames: Readonly<
    Record<
      "here" | "beside" | "earlier" | "roster",
      { readonly label: string; readonly description?: string }
    >
  >;
  readonly attention: Readonly<Record<Attention["kind"], string>>;
  readonly fixAll: string;
  readonly fixAllOf: (rule: string) => string;
  readonly ignoreHere: (rule: string) => string;
  readonly ignoreInFile: (rule: string) => string;
  readonly switchOff: (rule: string) => string;
  readonly damaged: (file: string) => string;
  readonly unwritable: (file: string) => string;
  readonly comparing: string;
  readonly comparingAround: string;
  readonly comparisonGivenUp: string;
  readonly indexing: string;
  readonly capped: (shown: number, all: number) => string;
  readonly tooLong: (length: number, longest: number) => string;
  readonly showRule: (rule: string) => string;
  readonly addDepartment: (name: string) => string;
}

const texts: Readonly<Record<Locale, ServerTexts>> = {
  "zh-CN": {
    kinds: {
      "annual-points": "工作要点",
      opinion: "工作意见",
      "implementation-plan": "实施方案",
      "long-term-plan": "规划",
      notice: "通知",
      unknown: "文种未识别",
    },
    teamSnippet: "本单位片段",
    lastYear: (draft, item) => `上年：${item}（${draft}）`,
    tasksElsewhere: (draft, count) => `${draft}：${count}项任务`,
    renameDepartmentsOnly: "这里不是科室名称。只有科室可以改名。",
    notADepartment: (name) => `“${name}”不能作科室名称：须为2至40个字，不含空格与标点。`,
    renames: {
      here: { label: "本稿" },
      beside: { label: "本年及以后的其他文稿" },
      earlier: { label: "往年文稿", description: "已印发的文稿保留当时的名称，确需改动的才勾选" },
      roster: { label: "科室名册", description: "原名转为别称，往年文稿仍可对照" },
    },
    attention: {
      target: "上年的目标值，请核对",
      date: "日期，请核对",
      year: "沿用的年份，请核对",
      "document-number": "上年的文号，请改",
    },
    fixAll: "核稿：全部修正",
    ignoreHere: (rule) => `忽略此处（${rule}）`,
    ignoreInFile: (rule) => `在本文件忽略此规则（${rule}）`,
    switchOff: (rule) => `在本文件夹关闭此规则（${rule}）`,
    damaged: (file) => `${file} 有误，读不全，未作改动。请先改正。`,
    unwritable: (file) => `${file} 无法写入。`,
    comparing: "正在与往年文稿比较",
    comparingAround: "正在比较",
    comparisonGivenUp: "与往年文稿的比较用时过长或占用内存过多，已放弃。请把文稿分成几份再比较。",
    indexing: "正在查看往年文稿",
    fixAllOf: (rule) => `修正本文所有“${rule}”问题`,
    capped: (shown, all) =>
      `共发现 ${all} 处问题，此处只列出最要紧的 ${shown} 处（见设置 hegao.maxNumberOfProblems），hegao lint 列出全部。`,
    tooLong: (length, longest) =>
      `本文有 ${length} 个字符，超过 ${longest} 的上限，未作检查。请分成几份，或换成纯文本语言模式。`,
    showRule: (rule) => `查看规则说明（${rule}）`,
    addDepartment: (name) => `把“${name}”加入名册`,
  },
  en: {
    kinds: {
      "annual-points": "Annual work points",
      opinion: "Work opinion",
      "implementation-plan": "Implementation plan",
      "long-term-plan": "Long-term plan",
      notice: "Notice",
      unknown: "Kind not recognised",
    },
    teamSnippet: "Snippet of the team",
    lastYear: (draft, item) => `Last year: ${item} (${draft})`,
    tasksElsewhere: (draft, count) => `${draft}: ${count} tasks`,
    renameDepartmentsOnly: "This is no department. Only departments can be renamed.",
    notADepartment: (name) => `“${name}” cannot name a department: 2 to 40 characters, no spaces or marks.`,
    renames: {
      here: { label: "This draft" },
      beside: { label: "Other drafts of this year and later" },
      earlier: {
        label: "Earlier years",
        description: "What was published keeps the name of its time; tick only what must change",
      },
      roster: {
        label: "Roster",
        description: "The old name stays as another name, so that earlier years are still understood",
      },
    },
    attention: {
      target: "Last year’s value, to be looked at",
      date: "A date, to be looked at",
      year: "A year that was carried over, to be looked at",
      "document-number": "Last year’s document number, to be changed",
    },
    fixAll: "Hegao: fix everything",
    ignoreHere: (rule) => `Ignore here (${rule})`,
    ignoreInFile: (rule) => `Ignore this rule in this file (${rule})`,
    switchOff: (rule) => `Switch this rule off for this folder (${rule})`,
    damaged: (file) => `${file} is damaged and was left as it is. Please mend it first.`,
    unwritable: (file) => `${file} cannot be written.`,
    comparing: "Comparing with earlier years",
    comparingAround: "Comparing",
    comparisonGivenUp:
      "The comparison with earlier years took too long or too much memory and was given up; divide the draft.",
    indexing: "Looking through earlier years",
    fixAllOf: (rule) => `Fix every “${rule}” in this draft`,
    capped: (shown, all) =>
      `${all} problems found, the gravest ${shown} are listed (setting hegao.maxNumberOfProblems); hegao lint lists all.`,
    tooLong: (length, longest) =>
      `This text has ${length} characters, more than ${longest}, and was not checked. Divide it, or make it plain text.`,
    showRule: (rule) => `Show the rule (${rule})`,
    addDepartment: (name) => `Add “${name}” to the roster`,
  },
};

export function serverTexts(locale: Locale): ServerTexts {
  return texts[locale];
}
