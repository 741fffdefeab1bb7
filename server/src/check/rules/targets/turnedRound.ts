import { matchesIn } from "../../../text/matches.js";
import { replace } from "../../../text/span.js";
import type { Remark } from "../../rule.js";

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

const SCALES: ReadonlyMap<string, number> = new Map([
  ["万", 1e4],
  ["亿", 1e8],
]);

function sized(digits: string, scale: string): number {
  return Number(digits) * (SCALES.get(scale) ?? 1);
}

/** 由88%提高到85%: what rises to less, or falls to more. */
export function* turnedRound(text: string): Generator<Remark> {
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
