import { replace } from "../../../text/span.js";
import type { ParagraphRule, Remark } from "../../rule.js";
import { matchesIn } from "../../../text/matches.js";

const NUMBER = "(\\d{1,9}(?:\\.\\d{1,4})?)";
const TIMES = "个工作日|个月|天|日|小时|分钟";
const UNIT = `([万亿]?)(${TIMES}|个百分点|%|％|‰|人次|人|户|家|所|个|项|种|公里|亩|件|台|张|元|公斤|吨|立方米|平方米|座|条|处)`;
const RISES = "提高|提升|增加|增长|上升|上调|扩大|拓展|扩容";
const FALLS = "降低|下降|减少|压缩|压减|缩短|缩减|下调";
/** 由78%提高到85%. 第12位 is a rank, and -5% less than 3%. */
const CHANGED = new RegExp(
  `(?<![第前负\\d.\\-－−—])${NUMBER}${UNIT}(?:以上|左右|以内|以下)?(?:逐步|稳步|分别)?(?:(${RISES})|${FALLS})[到至](?:每[人户](?:每[年月天日])?)?[约近]?${NUMBER}${UNIT}`,
  "g",
);
/** From where it changes stands so near before the number. */
const FROM = /[由从][^，。；：]{0,16}$/;
const FROM_REACH = 18;
/** A stricter norm is raised by a smaller number. */
const STRICTER = /标准|精度|误差|门槛|限[额值]|红线|要求/;
const STRICTER_REACH = 40;
const BOUNDED = /以上|左右|以内|以下|多|余/;
const BOUND_REACH = 2;
const TIME = new RegExp(`^(?:${TIMES})$`);

/**
 * Shares of a whole that nothing can exceed. 毛入学率, 完成率 and 拨备覆盖率 may be above 100%; so may what is counted
 * against other people than those who live there (参保率, 接种率, 巩固率), and telephones by the head.
 */
const SHARE =
  /(?<!拨备|偿债|利息|本息|流量|流动性|债务|资金|资本|风险|准备金|进度|电话|宽带|手机|家庭)(?:(?:覆盖|普及|合格|满意|治理|达标|整改|办结|处理|及格|优秀|优良|知晓|响应|正确|准确|持证|受理|及时|规范|备案|审核|出勤|就业|建档|核查|随访|普惠|调解成功)率|满意度|占比)(?:力争|确保|要|应|均|都|分别|总体|全部|稳定|保持|维持|基本|年底|由\d{1,3}(?:\.\d{1,2})?[%％]){0,3}(?:达到|达|(?:提高|提升|增加|扩大)[到至]|在|不低于|不少于|为|≥|＞|>|：|:)?\s?(\d{3,5}(?:\.\d{1,2})?)[%％]/g;

export const targetImpossible: ParagraphRule = {
  id: "target-impossible",
  subject: "targets",
  scope: "paragraph",
  wants: [["到至约近率度比达在于为≥＞>：: 均", "0123456789每"]],
  severity: "warning",
  title: { "zh-CN": "指标的数值说得通", en: "A value that can be" },
  why: {
    "zh-CN":
      "“由88%提高到85%”升降相反，“覆盖率达到110%”超过全部，都是敲错了数。毛入学率、完成率等可以超过100%的不查；时间、标准“提高到”更小的数也不查。",
    en: "A rate raised from 88% to 85%, or a coverage of 110%, is a slip of the keys. Rates that may exceed 100%, and times or norms that become stricter, are left alone.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      rises: "从“{from}”到“{to}”没有提高，两数或动词有误。",
      falls: "从“{from}”到“{to}”没有降低，两数或动词有误。",
      share: "这个比率不会超过100%，现为{value}。",
      swap: "两数对调",
    },
    en: {
      rises: "From “{from}” to “{to}” is no rise; a number or the verb is wrong.",
      falls: "From “{from}” to “{to}” is no fall; a number or the verb is wrong.",
      share: "This rate cannot exceed 100%; it is {value}.",
      swap: "Swap the two numbers",
    },
  },
  examples: [
    {
      bad: "公交分担率由⟦38%提高到35%⟧。",
      good: "公交分担率由35%提高到38%。",
    },
    { bad: "签约服务覆盖率达到⟦108%⟧。", good: "签约服务覆盖率达到98%。" },
  ],
  *check({ text }) {
    yield* turnedRound(text);
    if (!/[%％]/.test(text)) return;
    for (const match of matchesIn(text, SHARE)) {
      const [whole, digits = ""] = match;
      if (Number(digits) <= 100) continue;
      const end = match.index + whole.length;
      const span = { start: end - digits.length - 1, end };
      yield { span, message: { key: "share", fill: { value: text.slice(span.start, end) } } };
    }
  },
};

const SCALES: ReadonlyMap<string, number> = new Map([
  ["万", 1e4],
  ["亿", 1e8],
]);

function sized(digits: string, scale: string): number {
  return Number(digits) * (SCALES.get(scale) ?? 1);
}

/** 由88%提高到85%: what rises to less, or falls to more. */
function* turnedRound(text: string): Generator<Remark> {
  for (const match of matchesIn(text, CHANGED)) {
    const [found, one = "", oneScale = "", oneUnit = "", rises, two = "", twoScale = "", twoUnit = ""] =
      match;
    if (oneUnit.replace("％", "%") !== twoUnit.replace("％", "%")) continue;
    const change = sized(two, twoScale) - sized(one, oneScale);
    if (rises === undefined ? change < 0 : change > 0) continue;
    if (rises !== undefined && TIME.test(oneUnit)) continue;
    const { index: start } = match;
    if (!FROM.test(text.slice(Math.max(0, start - FROM_REACH), start))) continue;
    if (STRICTER.test(text.slice(Math.max(0, start - STRICTER_REACH), start))) continue;
    const end = start + found.length;
    // 由95%提高到95%以上 goes on from where it stood.
    if (change === 0 && BOUNDED.test(text.slice(start, end + BOUND_REACH))) continue;
    const first = { start, end: start + one.length + oneScale.length + oneUnit.length };
    const second = { start: end - two.length - twoScale.length - twoUnit.length, end };
    const [from, to] = [text.slice(first.start, first.end), text.slice(second.start, second.end)];
    yield {
      span: { start, end },
      message: { key: rises === undefined ? "falls" : "rises", fill: { from, to } },
      fixes:
        change === 0
          ? []
          : [{ title: { key: "swap" }, edits: [replace(first, to), replace(second, from)], safe: false }],
    };
  }
}
