import { replace } from "../../../text/span.js";
import type { ParagraphRule } from "../../rule.js";
import { matchesIn } from "../../../text/matches.js";

/** 截止 before a time, with more to follow. 报名截止2026年3月1日 ends there and is right enough. */
const UNTIL = /(?<![报名申时日期间])截止(?:到|至)?(?=(?:20\d\d年|\d{1,2}月)[^。；]{0,24}[，,])/g;

export const untilForm: ParagraphRule = {
  id: "until-form",
  subject: "targets",
  scope: "paragraph",
  wants: "截",
  severity: "hint",
  title: { "zh-CN": "统计到某时用“截至”", en: "Counts up to a time take 截至" },
  why: {
    "zh-CN": "“截止”是到此停止，后面不跟时间；统计到某一时间为止，用“截至”。",
    en: "截止 ends a thing and takes no time behind it; counts up to a time take 截至.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { until: "时间之前用“截至”。", fix: "改为“截至”" },
    en: { until: "Before a time write 截至.", fix: "Change to 截至" },
  },
  examples: [{ bad: "⟦截止⟧2025年底，全市共有幼儿园320所。", good: "截至2025年底，全市共有幼儿园320所。" }],
  *check({ text }) {
    if (!text.includes("截止")) return;
    for (const match of matchesIn(text, UNTIL)) {
      const span = { start: match.index, end: match.index + match[0].length };
      yield {
        span,
        message: { key: "until" },
        fixes: [{ title: { key: "fix" }, edits: [replace(span, "截至")], safe: true }],
      };
    }
  },
};
