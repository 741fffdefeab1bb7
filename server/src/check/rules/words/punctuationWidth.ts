import type { DocumentRule, Remark } from "../../rule.js";
import { drafted, wantedDraftedLines } from "./drafted.js";
import { type HalfWidthMark, halfWidthMarks, type MarkKind, marksAt } from "./halfWidthMarks.js";
import { sureFix } from "./mending.js";
import { SPACES } from "../../../text/characters.js";

/** From so many of one kind on, and where they are no fewer than the full-width ones, a draft is written so throughout. */
const THROUGHOUT = 4;

/** What is written full-width in the same place. A full stop is 。 even in a scrape with half-width commas. */
const FULL: Readonly<Record<MarkKind, RegExp>> = { point: /[，；：]/g, bracket: /（/g, quote: /“/g };

export const punctuationWidth: DocumentRule = {
  id: "punctuation-width",
  subject: "words",
  scope: "document",
  sees: {
    structure: [],
    words: drafted(({ text }) => (/[,;:?!()"]|\.\s*$/.test(text) ? text : fullMarks(text))),
  },
  wants: [[',;:?!()"'], [".", `\n${SPACES}`]],
  severity: "hint",
  title: { "zh-CN": "中文里用全角标点", en: "Full-width marks in Chinese text" },
  why: {
    "zh-CN": "半角标点夹在汉字之间疏密不匀，多半是网页转贴或输入法切换留下的。",
    en: "Half-width marks among Chinese characters come from pasted pages or a switched keyboard and set unevenly.",
  },
  clause: { "zh-CN": "GB/T 15834-2011 5.1", en: "GB/T 15834-2011 5.1" },
  whenOff: {
    "zh-CN": "文稿只供网页发布、一律用半角时关闭。",
    en: "Where the house style is half-width throughout.",
  },
  texts: {
    "zh-CN": {
      one: "中文里的半角“{found}”，应用全角。",
      all: "全文有{count}处半角标点，应用全角；可一次改好。",
      fix: "改为全角",
    },
    en: {
      one: "Half-width “{found}” in Chinese text.",
      all: "{count} half-width marks throughout the draft; one fix changes them all.",
      fix: "Change to full width",
    },
  },
  examples: [
    {
      bad: "优化支出结构⟦,⟧管好专项资金，提高使用效益。年内投入1,000万元，每天9:00开放。",
      good: "优化支出结构，管好专项资金，提高使用效益。年内投入1,000万元，每天9:00开放。",
    },
  ],
  *check(plan, context) {
    const marks = wantedDraftedLines(plan, context).flatMap(({ paragraph, start }) =>
      marksAt(start, context.ofParagraph("halfWidthMarks", paragraph, halfWidthMarks)),
    );
    const throughout = kindsThroughout(plan.text, marks);
    // Behind a number, 1,加强宣传, no comma is meant: that is for the numbering rules to say.
    const all = marks.filter(
      (mark) => throughout.has(mark.kind) && !(mark.kind === "point" && mark.inMarker),
    );
    const first = all[0];
    if (first) {
      yield {
        span: first.span,
        message: { key: "all", fill: { count: all.length } },
        fixes: [sureFix(all.flatMap((mark) => mark.edits))],
      };
    }
    for (const mark of marks) {
      if (!throughout.has(mark.kind) && !mark.inMarker) yield single(plan.text, mark);
    }
  },
};

/** How many marks of each kind are full-width: what is usual in a draft is told from them. */
function fullMarks(text: string): string {
  return Object.values(FULL)
    .map((mark) => text.match(mark)?.length ?? 0)
    .join(" ");
}

function single(text: string, mark: HalfWidthMark): Remark {
  const found = mark.edits.map((edit) => text.slice(edit.span.start, edit.span.end)).join("");
  return { span: mark.span, message: { key: "one", fill: { found } }, fixes: [sureFix(mark.edits)] };
}

function kindsThroughout(text: string, marks: readonly HalfWidthMark[]): Set<MarkKind> {
  const kinds: readonly MarkKind[] = ["point", "bracket", "quote"];
  const half = (kind: MarkKind): number => marks.filter((mark) => mark.kind === kind).length;
  const usual = kinds.filter((kind) => half(kind) > 0 && !isMoreThan(half(kind), text, FULL[kind]));
  return new Set(usual.some((kind) => half(kind) >= THROUGHOUT) ? usual : []);
}

/** Whether a text holds more matches than so many: it is not read further than that takes. */
function isMoreThan(count: number, text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  for (let found = 0; found <= count; found++) if (!pattern.test(text)) return false;
  return true;
}
