import { reportTexts } from "../write/report/texts.js";
import type { Locale } from "../check/rule.js";
import type { Against, ItemFate } from "./compareProtocol.js";
import { type AroundWords, aroundWords } from "./compareWordsAround.js";

/** What the comparison says of its own. */
export interface CompareWords extends AroundWords {
  readonly fates: Readonly<Record<ItemFate, string>>;
  readonly thisDraft: string;
  readonly comma: string;
  readonly fileNames: Readonly<Record<"tasks" | "targets" | "tables", string>>;
  /** For the file of a comparison, by what the draft is held against. */
  readonly comparisonNames: Readonly<Record<Against, string>>;
  /** Where there is no such plan. */
  readonly noPlan: Readonly<Record<Against, string>>;
  /** Where the comparison was given up. */
  readonly failed: string;
  readonly unknownAgainst: (value: string, known: string) => string;
}

/** The names of fates are those of the report. */
type OwnWords = Omit<CompareWords, "fates">;

const WORDS: Readonly<Record<Locale, OwnWords>> = {
  "zh-CN": {
    other: "往年",
    from: (year, path) => `承${year}${path}`,
    changed: (characters) => `改${characters}字`,
    target: (before, now) => `目标${before}→${now}`,
    departments: { added: (names) => `增加${names}`, removed: (names) => `减少${names}` },
    thisDraft: "本稿",
    comma: "，",
    fileNames: {
      tasks: "责任分工表",
      targets: "指标台账",
      tables: "责任分工表与指标台账",
    },
    comparisonNames: { earlier: "往年比较", "five-year": "与规划比较", superior: "与上级文稿比较" },
    noPlan: {
      earlier: "没有在本稿旁边找到往年的文稿",
      "five-year": "没有在本稿旁边找到本稿所在时期的规划",
      superior: "没有在本稿旁边找到上级的文稿",
    },
    failed: "这次没有比较成，原因记在“核稿”的输出里",
    unknownAgainst: (value, known) => `against 不认识“${value}”，可为 ${known}`,
    sheets: { items: "逐条去向", series: "指标系列" },
    itemColumns: ["对照", "去向", "今年", "去年", "改动", "答复", "说明"],
    seriesColumns: ["指标", "变化", "年份", "值", "出处", "条目"],
  },
  en: {
    other: "Earlier",
    from: (year, path) => `from ${year}${year === "" ? "" : " "}${path}`,
    changed: (characters) => `${characters} characters changed`,
    target: (before, now) => `target ${before} → ${now}`,
    departments: { added: (names) => `added ${names}`, removed: (names) => `without ${names}` },
    thisDraft: "This draft",
    comma: ", ",
    fileNames: { tasks: "tasks", targets: "targets", tables: "tasks and targets" },
    comparisonNames: {
      earlier: "comparison",
      "five-year": "comparison with the long-term plan",
      superior: "comparison with the superior's plan",
    },
    noPlan: {
      earlier: "No plan of an earlier year was found beside this draft",
      "five-year": "No long-term plan for the years of this draft was found beside it",
      superior: "No plan of the superior office was found beside this draft",
    },
    failed: "The comparison could not be made; the log of Hegao says why",
    unknownAgainst: (value, known) => `against does not know “${value}”; it may be ${known}`,
    sheets: { items: "Items", series: "Targets" },
    itemColumns: ["Against", "Fate", "This year", "Last year", "Changes", "Answer", "Note"],
    seriesColumns: ["Indicator", "Change", "Year", "Value", "Source", "Item"],
  },
};

/** Beside a plan that is no year before this one, in words of its own. */
export function compareWords(locale: Locale, against: Against = "earlier"): CompareWords {
  const words = WORDS[locale];
  const { fates } = reportTexts(locale, against);
  return against === "earlier" ? { ...words, fates } : { ...words, ...aroundWords(locale, against), fates };
}
