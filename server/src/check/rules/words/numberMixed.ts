import type { ParagraphRule } from "../../rule.js";
import { likelyFix, spanOf, sureFix } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";

const UNITS: Readonly<Record<string, number>> = { 千: 1000, 百: 100 };
/** 千克, 千升, 百分, 百强: words of their own, not counts. 百千万 and 千百十 are names of programmes; 5、6千 is about as many. */
const COUNT =
  /(?<![\d.A-Za-z第“+千]|\d[、至到—－~～-])(?:(\d{1,4})([万亿]))?(\d{1,2}(?:\.\d)?)([千百])(?![克米升瓦伏帕赫字卡兆分强佳日姓货年余百千里周焦牛乏安巴\d])((?:[多余]?万)?)((?:多|余)?(?:人次|平方米|[元人名个户所家册套件株亩份吨辆台次场条项间]{0,2}))/g;
const HAN_THEN_DIGIT =
  /(?<![第一二三四五六七八九十百千])[二三四五六七八九]十[1-9](?![\d.、．万千百])(?=[\u4e00-\u9fff])/g;
/** 2十所, 3十五个: a multiple of ten changed half way. 5十四五规划 has lost the mark behind its number. */
const DIGIT_THEN_TEN =
  /(?<![\d.A-Za-z第“+一二三四五六七八九十百千]|\d[、至到—－~～-])([1-9])十([一二三四五六七八九]?)(?=[多余]?(?:人次|平方米|公里|年[来内间]|[人名个户所家册套件株亩份吨辆台次场条项间栋幢座]))/g;
const PERCENT = /百分之(\d{1,3}(?:\.\d{1,2})?)/g;
const PLAN = /(?<![\d.])1([0-9])五(?=[”"]?(?:规划|时期|期间|末|以来))/g;
const TENS = /(?<![\d.])([2-9])0几(?=[个名所项年家人次岁种])/g;
const DIGITS = "〇一二三四五六七八九";

interface Shape {
  readonly pattern: RegExp;
  readonly right: (match: RegExpExecArray) => string;
  readonly isSure: boolean;
}

const SHAPES: readonly Shape[] = [
  { pattern: COUNT, right: arabic, isSure: false },
  {
    pattern: HAN_THEN_DIGIT,
    right: (match) => `${DIGITS.indexOf(match[0][0] ?? "")}${match[0].slice(2)}`,
    isSure: false,
  },
  {
    pattern: DIGIT_THEN_TEN,
    right: (match) => `${match[1]}${match[2] ? DIGITS.indexOf(match[2]) : 0}`,
    isSure: false,
  },
  { pattern: PERCENT, right: (match) => `${match[1]}%`, isSure: true },
  {
    pattern: PLAN,
    right: (match) => `十${match[1] === "0" ? "" : DIGITS[Number(match[1])]}五`,
    isSure: false,
  },
  { pattern: TENS, right: (match) => `${DIGITS[Number(match[1])]}十几`, isSure: true },
];

export const numberMixed: ParagraphRule = {
  id: "number-mixed",
  subject: "words",
  scope: "paragraph",
  wants: [
    ["0123456789", "千百五几十"],
    ["十之", "0123456789"],
  ],
  severity: "warning",
  title: { "zh-CN": "汉字数字与阿拉伯数字不混写", en: "Chinese and Arabic numerals do not mix" },
  why: {
    "zh-CN": "一个数里只有“万”“亿”可以跟在阿拉伯数字后面；“3千”“三十5”是改了一半的数。",
    en: "Only 万 and 亿 may follow Arabic digits; 3千 or 三十5 is a number changed half way.",
  },
  clause: { "zh-CN": "GB/T 15835-2011 5.3、4.2.2、4.2.3", en: "GB/T 15835-2011 5.3, 4.2.2, 4.2.3" },
  texts: {
    "zh-CN": { mixed: "数字写法混杂，应为“{right}”。", fix: "改为“{right}”" },
    en: { mixed: "Mixed numerals; this should be “{right}”.", fix: "Change to “{right}”" },
  },
  examples: [
    {
      bad: "全年培训教师⟦3千人次⟧，增长⟦百分之8.5⟧。",
      good: "全年培训教师3000人次，增长8.5%，投入10亿元，重5千克，100多件。",
    },
    { bad: "建成⟦三十5⟧所学校、⟦2十⟧个食堂。", good: "建成35所学校、20个食堂。" },
  ],
  *check({ text }) {
    if (!/\d[千百五十]|十\d|之\d|0几/.test(text)) return;
    for (const { pattern, right, isSure } of SHAPES) {
      for (const match of matchesIn(text, pattern)) {
        const span = spanOf(match);
        const fill = { right: right(match) };
        const edits = [{ span, newText: fill.right }];
        yield {
          span,
          message: { key: "mixed", fill },
          fixes: [isSure ? sureFix(edits, fill) : likelyFix(edits, fill)],
        };
      }
    }
  },
};

function arabic(match: RegExpExecArray): string {
  const [, whole = "", scale = "", digits = "", unit = "", wan = "", rest = ""] = match;
  // 2万5千 is 2.5万, and 1亿3千万 is 1.3亿.
  const count = Math.round(Number(digits) * (UNITS[unit] ?? 1));
  const isPart = scale !== "" && (scale === "亿") === wan.endsWith("万");
  if (isPart)
    return `${Number((Number(whole) + count / 10_000).toFixed(4))}${scale}${wan.replace("万", "")}${rest}`;
  return `${whole}${scale}${count}${wan}${rest}`;
}
