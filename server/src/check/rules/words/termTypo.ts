import { matchesIn } from "../../../text/matches.js";
import type { ParagraphRule, Remark } from "../../rule.js";
import { sureFix } from "./mending.js";
import { APART, MISSPELT } from "./misspelt.js";
import { misspellings } from "./misspellings.js";

const words = misspellings({ ...MISSPELT, ...missingMeasure() }, APART);

/** 3百分点: no point of a percentage goes without 个. */
function missingMeasure(): Record<string, string> {
  return Object.fromEntries([..."0123456789"].map((digit) => [`${digit}百分点`, `${digit}个百分点`]));
}

/** 到2026年低, 9月低前: the end of a year or a month, where nothing that is low follows. */
const LOW_END =
  /(?<=(?:到|至|于|截至)20\d\d年)低(?=[，、；。])|(?<=\d[年月])低(?=前[，、；。完建实启报全达将])/g;

export const termTypo: ParagraphRule = {
  id: "term-typo",
  subject: "words",
  scope: "paragraph",
  wants: [...words.wants, ["低"]],
  severity: "warning",
  title: { "zh-CN": "常见别字", en: "Words often misspelt" },
  why: {
    "zh-CN": "“布署”“峻工”一类别字，输入法出得来，通读时容易放过。",
    en: "Homophones that an input method offers are easily read over.",
  },
  clause: { "zh-CN": "《现代汉语词典》（国家标准未作规定）", en: "The dictionary; the standards are silent" },
  texts: {
    "zh-CN": { typo: "“{found}”应作“{right}”。", fix: "改为“{right}”" },
    en: { typo: "“{found}” should be “{right}”.", fix: "Change to “{right}”" },
  },
  examples: [{ bad: "认真⟦布署⟧，确保按期⟦峻工⟧。", good: "认真部署，确保按期竣工。" }],
  *check({ text }) {
    if (text.includes("低")) {
      for (const { 0: found, index } of matchesIn(text, LOW_END)) yield typo(found, "底", index);
    }
    for (const { found, right, edit } of words.find(text)) {
      yield typo(found, right, edit.span.start);
    }
  },
};

function typo(found: string, right: string, start: number): Remark {
  const span = { start, end: start + found.length };
  const fill = { found, right };
  return { span, message: { key: "typo", fill }, fixes: [sureFix([{ span, newText: right }], fill)] };
}
