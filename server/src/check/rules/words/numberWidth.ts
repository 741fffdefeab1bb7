import { toHalfWidthDigits } from "../../../text/numerals.js";
import type { ParagraphRule } from "../../rule.js";
import { sureFix } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

const FULL_WIDTH = /[０-９][０-９．]*[０-９％]|[０-９]/g;

export const numberWidth: ParagraphRule = {
  id: "number-width",
  subject: "words",
  scope: "paragraph",
  wants: "０１２３４５６７８９",
  severity: "hint",
  title: { "zh-CN": "阿拉伯数字用半角", en: "Arabic digits are half-width" },
  why: {
    "zh-CN": "全角数字一字一格，与半角混排长短不齐，检索也搜不到。",
    en: "Full-width digits set unevenly beside half-width ones and are not found by search.",
  },
  clause: { "zh-CN": "GB/T 15835-2011 5.1.7", en: "GB/T 15835-2011 5.1.7" },
  texts: {
    "zh-CN": { wide: "全角数字“{found}”应用半角。", fix: "改为半角" },
    en: { wide: "Full-width “{found}” should be half-width.", fix: "Change to half width" },
  },
  examples: [{ bad: "到⟦２０２６⟧年，新建学校⟦３⟧所。", good: "到2026年，新建学校3所。" }],
  *check({ text, marker }) {
    if (!/[０-９]/.test(text)) return;
    for (const match of matchesIn(text, FULL_WIDTH)) {
      const span = { start: match.index, end: match.index + match[0].length };
      // The form of a marker is the business of the numbering rules.
      if (marker && span.start < marker.span.end) continue;
      const newText = toHalfWidthDigits(match[0]).replace(/．/g, ".").replace(/％/g, "%");
      yield {
        span,
        message: { key: "wide", fill: { found: match[0] } },
        fixes: [sureFix([{ span, newText }])],
      };
    }
  },
};
