import type { Locale } from "../check/rule.js";
import type { PlanKind } from "../plan/model.js";

/** What the server itself says, apart from the rules. */
export interface ServerTexts {
  readonly kinds: Readonly<Record<PlanKind, string>>;
  readonly fixAll: string;
  readonly fixAllOf: (rule: string) => string;
  readonly comparing: string;
  readonly capped: (shown: number, all: number) => string;
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
    fixAll: "核稿：全部修正",
    comparing: "正在与往年文稿比较",
    fixAllOf: (rule) => `修正本文所有“${rule}”问题`,
    capped: (shown, all) =>
      `共发现 ${all} 处问题，此处只列出前 ${shown} 处（见设置 hegao.maxNumberOfProblems）。`,
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
    fixAll: "Hegao: fix everything",
    comparing: "Comparing with earlier years",
    fixAllOf: (rule) => `Fix every “${rule}” in this draft`,
    capped: (shown, all) =>
      `${all} problems found, the first ${shown} are listed (setting hegao.maxNumberOfProblems).`,
  },
};

export function serverTexts(locale: Locale): ServerTexts {
  return texts[locale];
}
