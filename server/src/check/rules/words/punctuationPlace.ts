import type { ParagraphRule } from "../../rule.js";
import { remove, spanOf, sureFix } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

const AFTER_OPENER = /(?<=[（“《〈〔【])[，。；：、？！,;](?=[\u4e00-\u9fff\d])/g;
/** Not （盖章：） and （备注：）, which are to be filled in. */
const BEFORE_CLOSER =
  /(?<=[\u4e00-\u9fff\d])(?:[，、,]|(?<![章字名话期间人位]|[（【][\u4e00-\u9fff]{2,6})：)(?=[）》〉〕】])/g;

export const punctuationPlace: ParagraphRule = {
  id: "punctuation-place",
  subject: "words",
  scope: "paragraph",
  wants: [
    ["（“《〈〔【", "，。；：、？！,;"],
    ["，、：,", "）》〉〕】"],
  ],
  severity: "info",
  title: { "zh-CN": "点号不紧跟在前括号、前引号之后", en: "No point right inside a bracket" },
  why: {
    "zh-CN": "“（，”“、）”是删改列举后留下的。",
    en: "A point right inside a bracket is left from a removed item.",
  },
  clause: { "zh-CN": "GB/T 15834-2011 5.1", en: "GB/T 15834-2011 5.1" },
  texts: {
    "zh-CN": { inside: "“{found}”在这里多余。", fix: "删去“{found}”" },
    en: { inside: "“{found}” does not belong here.", fix: "Remove “{found}”" },
  },
  examples: [{ bad: "各部门（教育、财政⟦、⟧）要密切配合。", good: "各部门（教育、财政）要密切配合。" }],
  *check({ text, marker }) {
    if (!/[（“《〈〔【][，。；：、？！,;]|[，、：,][）》〉〕】]/.test(text)) return;
    for (const pattern of [AFTER_OPENER, BEFORE_CLOSER]) {
      for (const match of matchesIn(text, pattern)) {
        const span = spanOf(match);
        if (marker && span.start < marker.span.end) continue;
        if (text[span.start - 1] === "“" && isOpen(text, span.start - 1)) continue;
        const fill = { found: match[0] };
        yield {
          span,
          message: { key: "inside", fill },
          fixes: [sureFix([remove(span.start, span.end)], fill)],
        };
      }
    }
  },
};

/** “四张清单“，即: a quotation is open already, so that this one faces the wrong way and the point is right. */
function isOpen(text: string, at: number): boolean {
  const opened = at > 0 ? text.lastIndexOf("“", at - 1) : -1;
  return opened !== -1 && !text.slice(opened, at).includes("”");
}
