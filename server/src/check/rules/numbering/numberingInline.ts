import { toChinese } from "../../../text/numerals.js";
import type { Enumeration } from "../../../plan/model.js";
import { replace, type Span } from "../../../text/span.js";
import { matchesIn } from "../../../text/matches.js";
import type { ParagraphRule, Remark } from "../../rule.js";

export const numberingInline: ParagraphRule = {
  id: "numbering-inline",
  subject: "numbering",
  scope: "paragraph",
  severity: "warning",
  title: { "zh-CN": "一是、二是、三是，依次不乱", en: "一是, 二是, 三是 in order" },
  why: {
    "zh-CN": "段内列举（一是、二是，或以分号相接的（1）、（2））跳号或重号，多半是删改后没有顺下来。",
    en: "A gap in an inline list (一是、二是, or （1）、（2） joined by semicolons) usually means that a part was removed and the rest not counted on.",
  },
  clause: { "zh-CN": "GB/T 15834-2011 附录B.3.7", en: "GB/T 15834-2011 B.3.7" },
  texts: {
    "zh-CN": { slip: "此处应为“{right}”，现为“{found}”。", fix: "其后依次重排" },
    en: { slip: "This should be “{right}”, not “{found}”.", fix: "Count on from here" },
  },
  examples: [{ bad: "一是抓学习。二是抓落实。⟦四⟧是抓督查。", good: "一是抓学习。二是抓落实。三是抓督查。" }],
  // Most paragraphs have neither, and are answered without a generator.
  check({ text, enumerations }) {
    if (enumerations.length === 0 && !text.includes("（1）")) return [];
    return [...enumerations.flatMap((one) => [...slips(one)]), ...pointSlips(text)];
  },
};

const POINT = /（(\d{1,2})）/g;
const BEFORE_FIRST = "：，。";

/** （1）甲；（3）乙；（4）丙: one number is left out, or is given twice. */
function* pointSlips(text: string): Generator<Remark> {
  const points = matchesIn(text, POINT).map(({ 1: digits = "", index }) => ({ index, digits }));
  const [first] = points;
  if (!first || points.length < 3 || first.digits !== "1" || first.index === 0) return;
  if (!BEFORE_FIRST.includes(text.charAt(first.index - 1))) return;
  if (points.slice(1).some(({ index }) => text[index - 1] !== "；")) return;
  const at = points.findIndex(({ digits }, i) => Number(digits) !== i + 1);
  const wrong = points[at];
  if (!wrong) return;
  // All that follow are off by the same one; else it is no list that was counted on.
  const off = Number(wrong.digits) - (at + 1);
  if (Math.abs(off) !== 1 || points.slice(at).some(({ digits }, i) => Number(digits) !== at + 1 + i + off))
    return;
  const numeral = ({ index, digits }: { readonly index: number; readonly digits: string }): Span => ({
    start: index + 1,
    end: index + 1 + digits.length,
  });
  yield {
    span: numeral(wrong),
    message: { key: "slip", fill: { right: String(at + 1), found: wrong.digits } },
    fixes: [
      {
        title: { key: "fix" },
        edits: points.slice(at).map((point, i) => replace(numeral(point), String(at + 1 + i))),
        safe: false,
      },
    ],
  };
}

function* slips(list: Enumeration): Generator<Remark> {
  if (list.members[0]?.ordinal !== 1) return;
  const at = list.members.findIndex((member, i) => member.ordinal !== i + 1);
  const wrong = list.members[at];
  if (!wrong) return;
  yield {
    span: wrong.numeral,
    message: { key: "slip", fill: { right: toChinese(at + 1), found: toChinese(wrong.ordinal) } },
    fixes: [
      {
        title: { key: "fix" },
        edits: list.members
          .slice(at)
          .map((member, i) => ({ span: member.numeral, newText: toChinese(at + 1 + i) })),
        safe: false,
      },
    ],
  };
}
