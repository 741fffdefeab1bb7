import type { Against } from "../../compare/against.js";
import type { WriteLocale } from "../locale.js";
import { aroundTexts } from "./aroundTexts.js";
import type { Fate, ReportFinding } from "./model.js";
import type { ShownChange } from "./targetRows.js";

/** Everything that the report says of its own. */
export interface ReportTexts {
  readonly heading: string;
  readonly against: (name: string) => string;
  readonly madeOn: (day: string) => string;
  readonly summary: string;
  readonly fates: Readonly<Record<Fate, string>>;
  /** Sections whose tasks stand under others now. */
  readonly dissolved: string;
  readonly targets: string;
  readonly noTargets: string;
  readonly changes: Readonly<Record<ShownChange, string>>;
  /** Those that have another name where less is better: 近视率 that may go up is no longer held as strictly, but not lowered. */
  readonly ceilings: Readonly<Partial<Record<ShownChange, string>>>;
  /** How the draft speaks of a target that it no longer sets. */
  readonly mentions: Readonly<Record<"reached" | "named", string>>;
  readonly fewerIsBetter: string;
  readonly dropped: string;
  readonly noneDropped: string;
  readonly added: string;
  readonly noneAdded: string;
  readonly tree: string;
  readonly pairs: string;
  readonly noPairs: string;
  readonly findings: string;
  readonly severities: Readonly<Record<ReportFinding["severity"], string>>;
  readonly columns: {
    readonly indicator: string;
    readonly year: string;
    readonly value: string;
    readonly source: string;
    readonly item: string;
    readonly fate: string;
    readonly before: string;
    readonly what: string;
    readonly now: string;
    readonly change: string;
    readonly count: string;
  };
  readonly thisDraft: string;
  readonly characters: (count: number) => string;
  /** Undefined where those of the two plans are not of one office. */
  readonly departments: DepartmentTexts | undefined;
  readonly noEarlier: string;
  readonly legend: string;
  readonly chart: (indicator: string) => string;
}

const TEXTS: Readonly<Record<WriteLocale, ReportTexts>> = {
  "zh-CN": {
    heading: "与往年对照报告",
    against: (name) => `对照：${name}`,
    madeOn: (day) => `生成日期：${day}`,
    summary: "概况",
    fates: {
      dropped: "今年无",
      added: "新增",
      renamed: "改题",
      moved: "挪动",
      split: "拆分",
      merged: "合并",
      edited: "改写",
      same: "未变",
    },
    dissolved: "章节撤并",
    targets: "指标变化",
    noTargets: "没有可以对照的指标。",
    changes: {
      lowered: "调低",
      dropped: "不再提",
      "not-due": "年限未到",
      raised: "调高",
      new: "新提",
      work: "工作量",
      kept: "持平",
    },
    ceilings: { lowered: "放宽", raised: "收紧" },
    mentions: { reached: "本稿已作为成绩述及", named: "本稿述及，没有定这个数" },
    fewerIsBetter: "越低越好",
    dropped: "往年有、今年无的条目",
    noneDropped: "没有。往年的每一条在本稿中都有着落。",
    added: "本稿新增的条目",
    noneAdded: "没有。",
    tree: "逐条去向",
    pairs: "改动对照",
    noPairs: "没有改动。",
    findings: "发现的问题",
    severities: { error: "错误", warning: "警告", info: "提示", hint: "备注" },
    columns: {
      indicator: "指标",
      year: "年份",
      value: "值",
      source: "出处",
      item: "条目",
      fate: "去向",
      before: "往年",
      what: "改动",
      now: "本稿",
      change: "变化",
      count: "条数",
    },
    thisDraft: "本稿",
    characters: (count) => `改 ${count} 字`,
    departments: { added: (names) => `增加科室：${names}`, removed: (names) => `减少科室：${names}` },
    noEarlier: "没有找到往年的文稿。",
    legend: "左为往年，右为本稿；删去的字加删除线，新增的字加下划线。",
    chart: (indicator) => `${indicator}历年数值`,
  },
  en: {
    heading: "Comparison with earlier years",
    against: (name) => `Compared with: ${name}`,
    madeOn: (day) => `Made on ${day}`,
    summary: "Summary",
    fates: {
      dropped: "Dropped",
      added: "New",
      renamed: "Renamed",
      moved: "Moved",
      split: "Split",
      merged: "Merged",
      edited: "Edited",
      same: "Unchanged",
    },
    dissolved: "Sections dissolved",
    targets: "Targets",
    noTargets: "There are no targets to compare.",
    changes: {
      lowered: "Lowered",
      dropped: "Dropped",
      "not-due": "Not due yet",
      raised: "Raised",
      new: "New",
      work: "Amount of work",
      kept: "Kept",
    },
    ceilings: { lowered: "Loosened", raised: "Tightened" },
    mentions: { reached: "reported in the draft as done", named: "named in the draft, without this value" },
    fewerIsBetter: "lower is better",
    dropped: "Items that the draft no longer has",
    noneDropped: "None. Every earlier item has its place.",
    added: "Items that are new",
    noneAdded: "None.",
    tree: "Item by item",
    pairs: "Changes side by side",
    noPairs: "Nothing was changed.",
    findings: "Findings",
    severities: { error: "error", warning: "warning", info: "info", hint: "hint" },
    columns: {
      indicator: "Indicator",
      year: "Year",
      value: "Value",
      source: "Source",
      item: "Item",
      fate: "Fate",
      before: "Earlier",
      what: "Changes",
      now: "This draft",
      change: "Change",
      count: "Items",
    },
    thisDraft: "This draft",
    characters: (count) => `${count} characters changed`,
    departments: {
      added: (names) => `departments added: ${names}`,
      removed: (names) => `departments removed: ${names}`,
    },
    noEarlier: "No plan of an earlier year was found.",
    legend:
      "The earlier plan on the left, this draft on the right; words taken out are struck through, new ones underlined.",
    chart: (indicator) => `${indicator} through the years`,
  },
};

export interface DepartmentTexts {
  readonly added: (names: string) => string;
  readonly removed: (names: string) => string;
}

export function reportTexts(locale: WriteLocale = "zh-CN", against: Against = "earlier"): ReportTexts {
  const texts = TEXTS[locale];
  if (against === "earlier") return texts;
  const own = aroundTexts(locale, against);
  return { ...texts, ...own, columns: { ...texts.columns, ...own.columns } };
}
