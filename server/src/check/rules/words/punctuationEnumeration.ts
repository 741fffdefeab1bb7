import type { ParagraphRule } from "../../rule.js";
import { remove, spanOf, sureFix } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

const BETWEEN = /》、(?=《)|”、(?=“)/g;
/** 、 before 等, where 等 ends the list and begins no word: 等级, 等额, 等候, 等外公路, 甲等、乙等. */
const BEFORE_ETC =
  /(?<=[\u4e00-\u9fff”》）])、(?=等(?![级额待候于同次第距腰边高值效分而价外离量比差温压速渗闲身电])(?:[\u4e00-\u9fff，。；]|$))/g;

/** “甲”、“乙”行动、丙: the list goes on behind what belongs to its last name. */
const MORE_BEHIND = /^[^，。；：、“”《》！？]{0,12}、(?!等)/;
const LONGEST_TAIL = 14;

/** Further than this the ends of a list are not looked for. */
const LONGEST_LIST = 40;

export const punctuationEnumeration: ParagraphRule = {
  id: "punctuation-enumeration",
  subject: "words",
  scope: "paragraph",
  wants: [
    ["》”", "、"],
    ["、", "等"],
  ],
  severity: "hint",
  title: {
    "zh-CN": "并列的书名号、引号之间，“等”字之前，不用顿号",
    en: "No 、 between adjacent 》《 or ”“, nor before 等",
  },
  why: {
    "zh-CN": "书名号和引号本身已把各项分开，再加顿号是2011年以前的写法；“等”前的顿号多半是删了一项留下的。",
    en: "The marks already tell the items apart; 、 between them is the usage before 2011. Before 等 it is left from a removed item.",
  },
  clause: { "zh-CN": "GB/T 15834-2011 4.5.3.5、附录B.1.2", en: "GB/T 15834-2011 4.5.3.5, B.1.2" },
  whenOff: {
    "zh-CN": "本单位沿用旧习惯、并列的书名号之间一律加顿号时关闭。",
    en: "Where the house keeps the older usage.",
  },
  texts: {
    "zh-CN": {
      names: "并列的书名号之间不用顿号。",
      quotes: "并列的引号之间不用顿号。",
      etc: "“等”前不用顿号。",
      fix: "删去顿号",
    },
    en: {
      names: "No 、 between adjacent titles in 《》.",
      quotes: "No 、 between adjacent quotes.",
      etc: "No 、 before 等.",
      fix: "Remove 、",
    },
  },
  examples: [
    { bad: "落实《保教指南》⟦、⟧《督导办法》要求。", good: "落实《保教指南》《督导办法》要求。" },
    { bad: "涉及教育、医疗、养老⟦、⟧等领域。", good: "涉及教育、医疗、养老等领域；评为甲等、乙等。" },
  ],
  *check({ text, marker }) {
    for (const match of matchesIn(text, BETWEEN)) {
      const at = match.index + 1;
      if (isMixedList(text, at)) continue;
      const key = text[at + 1] === "《" ? "names" : "quotes";
      yield { span: { start: at, end: at + 1 }, message: { key }, fixes: [sureFix([remove(at, at + 1)])] };
    }
    if (!text.includes("、等")) return;
    for (const match of matchesIn(text, BEFORE_ETC)) {
      const span = spanOf(match);
      // 二、等距离布点: the mark belongs to the number.
      if (marker && span.start < marker.span.end) continue;
      yield { span, message: { key: "etc" }, fixes: [sureFix([remove(span.start, span.end)])] };
    }
  },
};

/**
 * 《甲》及《乙》、《丙》: without 、 the groups would run together; “甲”、“乙”、丙: one 、 of the list would be left alone.
 * Such lists are left as they are.
 */
function isMixedList(text: string, at: number): boolean {
  const closer = text[at - 1] ?? "";
  const opener = text[at + 1] ?? "";
  let from = text.lastIndexOf(opener, at - 1);
  for (let n = 0; n < LONGEST_LIST && from > 1 && text[from - 1] === "、" && text[from - 2] === closer; n++) {
    from = text.lastIndexOf(opener, from - 2);
  }
  let to = text.indexOf(closer, at + 1);
  for (let n = 0; n < LONGEST_LIST && to !== -1 && text[to + 1] === "、" && text[to + 2] === opener; n++) {
    to = text.indexOf(closer, to + 2);
  }
  return (
    /[、及和与或]/.test(text[from - 1] ?? "") || MORE_BEHIND.test(text.slice(to + 1, to + 1 + LONGEST_TAIL))
  );
}
