import { toChinese } from "../../../text/numerals.js";
import type { Enumeration } from "../../../plan/model.js";
import type { ParagraphRule, Remark } from "../../rule.js";

export const numberingInline: ParagraphRule = {
  id: "numbering-inline",
  subject: "numbering",
  scope: "paragraph",
  severity: "warning",
  title: { "zh-CN": "一是、二是、三是，依次不乱", en: "一是, 二是, 三是 in order" },
  why: {
    "zh-CN": "段内列举跳号或重号，多半是删改后没有顺下来。",
    en: "A gap in an inline list usually means that a part was removed and the rest not counted on.",
  },
  clause: { "zh-CN": "GB/T 15834-2011 附录B.3.7", en: "GB/T 15834-2011 B.3.7" },
  texts: {
    "zh-CN": { slip: "此处应为“{right}”，现为“{found}”。", fix: "其后依次重排" },
    en: { slip: "This should be “{right}”, not “{found}”.", fix: "Count on from here" },
  },
  examples: [{ bad: "一是抓学习。二是抓落实。⟦四⟧是抓督查。", good: "一是抓学习。二是抓落实。三是抓督查。" }],
  check: ({ enumerations }) =>
    enumerations.length === 0 ? [] : enumerations.flatMap((one) => [...slips(one)]),
};

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
