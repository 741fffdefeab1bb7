import type { Against } from "../../compare/against.js";
import type { WriteLocale } from "../locale.js";
import type { Fate } from "./fate.js";
import type { ShownChange } from "./shownChange.js";
import type { ReportTexts } from "./wording.js";

/** A plan that is no year before this one: what it alone holds was never dropped, what is new here was never ours to carry on. */
export type AroundKind = Exclude<Against, "earlier">;

type Own =
  | "heading"
  | "fates"
  | "dissolved"
  | "targets"
  | "changes"
  | "ceilings"
  | "dropped"
  | "noneDropped"
  | "added"
  | "pairs"
  | "noPairs"
  | "characters"
  | "departments"
  | "noEarlier"
  | "legend"
  | "chart";

/** What a report says in other words beside such a plan. */
export interface AroundTexts extends Pick<ReportTexts, Own> {
  readonly columns: Pick<ReportTexts["columns"], "before" | "what" | "change">;
}

type Fates = Readonly<Record<Fate, string>>;
type Changes = Readonly<Record<ShownChange, string>>;

const ALIKE_ZH = {
  renamed: "标题不同",
  moved: "位置不同",
  split: "分作几条",
  merged: "并作一条",
  edited: "写法不同",
  same: "一致",
} as const;

const ALIKE_EN = {
  renamed: "Other title",
  moved: "Other place",
  split: "In several items",
  merged: "In one item",
  edited: "Other words",
  same: "Alike",
} as const;

const FATES: Readonly<Record<WriteLocale, Readonly<Record<AroundKind, Fates>>>> = {
  "zh-CN": {
    "five-year": { dropped: "规划有、本年未列", added: "规划未列", ...ALIKE_ZH },
    superior: { dropped: "上级有、本稿未列", added: "上级未列", ...ALIKE_ZH },
  },
  en: {
    "five-year": { dropped: "In the plan, not this year", added: "Not in the plan", ...ALIKE_EN },
    superior: { dropped: "In the superior's plan only", added: "Not in the superior's plan", ...ALIKE_EN },
  },
};

const CHANGES: Readonly<Record<WriteLocale, Readonly<Record<AroundKind, Changes>>>> = {
  "zh-CN": {
    "five-year": {
      lowered: "未达规划值",
      dropped: "规划有、本年未列",
      "not-due": "规划年份未到",
      neutral: "与规划不同",
      raised: "优于规划值",
      new: "规划未列",
      work: "工作量",
      kept: "与规划同值",
    },
    superior: {
      lowered: "未达上级的值",
      dropped: "上级有、本稿未列",
      "not-due": "年限未到",
      neutral: "与上级不同",
      raised: "优于上级的值",
      new: "上级未列",
      work: "工作量",
      kept: "与上级同值",
    },
  },
  en: {
    "five-year": {
      lowered: "Short of the plan",
      dropped: "In the plan, not this year",
      "not-due": "Not due yet",
      neutral: "Unlike the plan",
      raised: "Beyond the plan",
      new: "Not in the plan",
      work: "Amount of work",
      kept: "As in the plan",
    },
    superior: {
      lowered: "Short of the superior's",
      dropped: "In the superior's plan only",
      "not-due": "Not due yet",
      neutral: "Unlike the superior's",
      raised: "Beyond the superior's",
      new: "Not in the superior's plan",
      work: "Amount of work",
      kept: "As in the superior's",
    },
  },
};

const TEXTS: Readonly<Record<WriteLocale, Readonly<Record<AroundKind, AroundTexts>>>> = {
  "zh-CN": {
    "five-year": {
      heading: "与规划对照报告",
      fates: FATES["zh-CN"]["five-year"],
      dissolved: "分章不同",
      targets: "指标对照",
      changes: CHANGES["zh-CN"]["five-year"],
      ceilings: {},
      dropped: "规划有、本年未列的条目",
      noneDropped: "没有。规划的每一条在本稿中都有着落。",
      added: "规划未列、本稿所列的条目",
      pairs: "文字对照",
      noPairs: "对应的各条文字没有不同。",
      characters: (count) => `${count} 字不同`,
      departments: {
        added: (names) => `规划未列的科室：${names}`,
        removed: (names) => `本稿未列的科室：${names}`,
      },
      noEarlier: "没有找到本稿所在时期的规划。",
      legend: "左为规划，右为本稿；只见于规划的字加删除线，只见于本稿的字加下划线。",
      chart: (indicator) => `${indicator}：本稿与规划的数值`,
      columns: { before: "规划", what: "不同之处", change: "对照" },
    },
    superior: {
      heading: "与上级文稿对照报告",
      fates: FATES["zh-CN"].superior,
      dissolved: "分章不同",
      targets: "指标对照",
      changes: CHANGES["zh-CN"].superior,
      ceilings: {},
      dropped: "上级有、本稿未列的条目",
      noneDropped: "没有。上级文稿的每一条在本稿中都有着落。",
      added: "上级未列、本稿所列的条目",
      pairs: "文字对照",
      noPairs: "对应的各条文字没有不同。",
      characters: (count) => `${count} 字不同`,
      departments: undefined,
      noEarlier: "没有找到上级的文稿。",
      legend: "左为上级文稿，右为本稿；只见于上级文稿的字加删除线，只见于本稿的字加下划线。",
      chart: (indicator) => `${indicator}：本稿与上级文稿的数值`,
      columns: { before: "上级文稿", what: "不同之处", change: "对照" },
    },
  },
  en: {
    "five-year": {
      heading: "Comparison with the long-term plan",
      fates: FATES.en["five-year"],
      dissolved: "Other sections",
      targets: "Targets side by side",
      changes: CHANGES.en["five-year"],
      ceilings: {},
      dropped: "Items of the plan that this year's draft does not list",
      noneDropped: "None. Every item of the plan has its place.",
      added: "Items of the draft that the plan does not list",
      pairs: "Side by side",
      noPairs: "Items that belong together are worded alike.",
      characters: (count) => `${count} characters differ`,
      departments: {
        added: (names) => `departments not in the plan: ${names}`,
        removed: (names) => `departments not in this draft: ${names}`,
      },
      noEarlier: "No long-term plan for the years of this draft was found.",
      legend:
        "The plan on the left, this draft on the right; words of the plan alone are struck through, words of the draft alone underlined.",
      chart: (indicator) => `${indicator} in the draft and in the plan`,
      columns: { before: "Long-term plan", what: "Differences", change: "Compared" },
    },
    superior: {
      heading: "Comparison with the superior's plan",
      fates: FATES.en.superior,
      dissolved: "Other sections",
      targets: "Targets side by side",
      changes: CHANGES.en.superior,
      ceilings: {},
      dropped: "Items of the superior's plan that the draft does not list",
      noneDropped: "None. Every item of the superior's plan has its place.",
      added: "Items of the draft that the superior's plan does not list",
      pairs: "Side by side",
      noPairs: "Items that belong together are worded alike.",
      characters: (count) => `${count} characters differ`,
      departments: undefined,
      noEarlier: "No plan of the superior office was found.",
      legend:
        "The superior's plan on the left, this draft on the right; words of that plan alone are struck through, words of the draft alone underlined.",
      chart: (indicator) => `${indicator} in the draft and in the superior's plan`,
      columns: { before: "Superior's plan", what: "Differences", change: "Compared" },
    },
  },
};

export function aroundTexts(locale: WriteLocale, against: AroundKind): AroundTexts {
  return TEXTS[locale][against];
}
