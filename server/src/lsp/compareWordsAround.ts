import type { Locale } from "../check/rule.js";
import type { DepartmentTexts } from "../write/report/wording.js";
import type { PlanBeside } from "./compareProtocol.js";

/** What a comparison says in other words beside a plan that is no year before this one. */
export interface AroundWords {
  /** What the draft is held against. */
  readonly other: string;
  readonly from: (year: string, path: string) => string;
  readonly changed: (characters: number) => string;
  readonly target: (before: string, now: string) => string;
  /** Undefined where those of the two plans are not of one office. */
  readonly departments: DepartmentTexts | undefined;
  readonly sheets: { readonly items: string; readonly series: string };
  readonly itemColumns: readonly string[];
  readonly seriesColumns: readonly string[];
}

type Kind = PlanBeside["against"];

const WORDS: Readonly<Record<Locale, Readonly<Record<Kind, AroundWords>>>> = {
  "zh-CN": {
    "five-year": {
      other: "规划",
      from: (_, path) => `对应规划${path}`,
      changed: (characters) => `${characters}字不同`,
      target: (plan, draft) => `目标：规划${plan}，本稿${draft}`,
      departments: { added: (names) => `规划未列${names}`, removed: (names) => `本稿未列${names}` },
      sheets: { items: "逐条对照", series: "指标对照" },
      itemColumns: ["规划", "对照", "本稿条目", "规划条目", "不同之处"],
      seriesColumns: ["指标", "对照", "年份", "值", "出处", "条目"],
    },
    superior: {
      other: "上级文稿",
      from: (_, path) => `对应上级${path}`,
      changed: (characters) => `${characters}字不同`,
      target: (plan, draft) => `目标：上级${plan}，本稿${draft}`,
      departments: undefined,
      sheets: { items: "逐条对照", series: "指标对照" },
      itemColumns: ["上级文稿", "对照", "本稿条目", "上级条目", "不同之处"],
      seriesColumns: ["指标", "对照", "年份", "值", "出处", "条目"],
    },
  },
  en: {
    "five-year": {
      other: "Long-term plan",
      from: (_, path) => `plan ${path}`,
      changed: (characters) => `${characters} characters differ`,
      target: (plan, draft) => `target: plan ${plan}, draft ${draft}`,
      departments: {
        added: (names) => `not in the plan: ${names}`,
        removed: (names) => `not in this draft: ${names}`,
      },
      sheets: { items: "Items", series: "Targets" },
      itemColumns: ["Plan", "Compared", "This draft", "In the plan", "Differences"],
      seriesColumns: ["Indicator", "Compared", "Year", "Value", "Source", "Item"],
    },
    superior: {
      other: "Superior's plan",
      from: (_, path) => `superior's ${path}`,
      changed: (characters) => `${characters} characters differ`,
      target: (plan, draft) => `target: superior's ${plan}, draft ${draft}`,
      departments: undefined,
      sheets: { items: "Items", series: "Targets" },
      itemColumns: ["Superior's plan", "Compared", "This draft", "Superior's item", "Differences"],
      seriesColumns: ["Indicator", "Compared", "Year", "Value", "Source", "Item"],
    },
  },
};

export function aroundWords(locale: Locale, against: Kind): AroundWords {
  return WORDS[locale][against];
}
