import type { PlanDocument } from "../../../plan/model.js";
import { type Edit, shift, type Span } from "../../../text/span.js";
import { where } from "../../sees.js";
import type { DocumentRule, Remark, RuleContext } from "../../rule.js";
import { drafted, wantedDraftedLines } from "./drafted.js";
import { rangeSlips } from "./ranges.js";

/** More slips of one kind than this are a habit, and one finding. */
const HABIT = 3;

interface Placed {
  readonly key: string;
  readonly span: Span;
  readonly choices: readonly (readonly Edit[])[];
  readonly right: readonly string[];
  readonly sure: boolean;
}

export const punctuationRange: DocumentRule = {
  id: "punctuation-range",
  subject: "words",
  scope: "document",
  sees: { structure: [], words: drafted(where(/\d[%％万亿]?[-–−－~〜～—]/)) },
  wants: [["0123456789%％万亿", "-–−－~〜～—"]],
  severity: "hint",
  title: { "zh-CN": "起止用一字线或浪纹线，单位写全", en: "Ranges: — or ～, units repeated" },
  why: {
    "zh-CN": "短横线用于编号和电话；“15～30%”会读成15到30%，百分号和万、亿要两头都写。",
    en: "The hyphen is for numbers of things; 15～30% may be read as 15 to 30 %, so % , 万 and 亿 stand on both sides.",
  },
  clause: {
    "zh-CN": "GB/T 15834-2011 4.13；GB/T 15835-2011 5.1.3",
    en: "GB/T 15834-2011 4.13; GB/T 15835-2011 5.1.3",
  },
  whenOff: {
    "zh-CN": "本单位起止一律用短横线时关闭。",
    en: "Where the house writes every range with a hyphen.",
  },
  texts: {
    "zh-CN": {
      hyphen: "起止用一字线或浪纹线，不用“{found}”：{right}。",
      dash: "起止用一字线，不用破折号：{right}。",
      unit: "单位两头都要写：{right}。",
      many: "全文有{count}处起止用了短横线，应为一字线或浪纹线，如{right}。",
      fix: "改为“{right}”",
      fixAll: "全部改为“{right}”这样",
    },
    en: {
      hyphen: "A range takes — or ～, not “{found}”: {right}.",
      dash: "A range takes —, not a dash: {right}.",
      unit: "The unit stands on both sides: {right}.",
      many: "{count} ranges are written with a hyphen; they take — or ～, as in {right}.",
      fix: "Change to “{right}”",
      fixAll: "Change all, as in “{right}”",
    },
  },
  examples: [
    {
      bad: "支持⟦3-5所⟧学校，占比保持在⟦15～30%⟧。",
      good: "支持3—5所学校，占比保持在15%～30%。电话0999-1234567，见表2-8。",
    },
    { bad: "⟦2018——2020年⟧分批完成。", good: "2018—2020年分批完成。" },
  ],
  *check(plan, context) {
    const slips = placedSlips(plan, context);
    const hyphens = slips.filter((slip) => slip.key === "hyphen");
    const isHabit = hyphens.length > HABIT;
    if (isHabit) yield habitRemark(hyphens);
    for (const slip of slips) {
      if (isHabit && slip.key === "hyphen") continue;
      const fill = { found: plan.text.slice(slip.span.start, slip.span.end), right: slip.right[0] ?? "" };
      const fixes = slip.choices.map((edits, i) => ({
        title: { key: "fix", fill: { right: slip.right[i] ?? "" } },
        edits,
        safe: slip.sure,
      }));
      yield { span: slip.span, message: { key: slip.key, fill }, fixes };
    }
  },
};

function habitRemark(hyphens: readonly Placed[]): Remark {
  const first = hyphens[0];
  const fill = { count: hyphens.length, right: first?.right[0] ?? "" };
  return {
    span: first?.span ?? { start: 0, end: 0 },
    message: { key: "many", fill },
    fixes: [
      {
        title: { key: "fixAll", fill },
        edits: hyphens.flatMap((slip) => slip.choices[0] ?? []),
        safe: false,
      },
    ],
    related: [],
  };
}

function placedSlips(plan: PlanDocument, context: RuleContext): Placed[] {
  return wantedDraftedLines(plan, context).flatMap((line) =>
    context
      .ofParagraph("rangeSlips", line.paragraph, ({ text }) => rangeSlips(text))
      .map((slip) => ({
        ...slip,
        span: shift(slip.span, line.start),
        choices: slip.choices.map((edits) =>
          edits.map((edit) => ({ ...edit, span: shift(edit.span, line.start) })),
        ),
      })),
  );
}
