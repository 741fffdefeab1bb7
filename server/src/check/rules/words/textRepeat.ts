import type { Span } from "../../../text/span.js";
import type { ParagraphRule, Remark } from "../../rule.js";
import { likelyFix, remove, sureFix } from "./mending.js";
import { clausesTwice } from "./clausesTwice.js";
import { doubledWords } from "./doubled.js";
import { namesTwice } from "./repeats.js";

export const textRepeat: ParagraphRule = {
  id: "text-repeat",
  subject: "words",
  scope: "paragraph",
  severity: "warning",
  title: { "zh-CN": "不衍字，一串列举里不重名", en: "No word doubled, no name twice in one list" },
  why: {
    "zh-CN": "“的的”是衍字；一串里同一项出现两次，多半是另一项被写错或漏掉了。",
    en: "A doubled word is a slip; a name that stands twice in one list usually took the place of another.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      doubled: "“{found}”重复，是衍文。",
      again: "这一串里“{found}”出现了两次。",
      clause: "“{found}”接连写了两遍。",
      first: "前一次在此",
      fix: "删去重复的“{found}”",
    },
    en: {
      doubled: "“{found}” is doubled.",
      again: "“{found}” stands twice in this list.",
      clause: "“{found}” is said twice in a row.",
      first: "The first one",
      fix: "Remove the second “{found}”",
    },
  },
  examples: [
    {
      bad: "加快落实教育强国建设⟦的的⟧战略部署。",
      good: "加快落实教育强国建设的战略部署，层层落实，人人有责，以就业为目的的培训，除了了解情况。",
    },
    {
      bad: "围绕招生秩序、营养改善、课后服务、⟦营养改善⟧、校车安全开展督查。",
      good: "围绕招生秩序、营养改善、课后服务、校车安全开展督查。",
    },
  ],
  check({ text, responsibilities }) {
    const doubled = doubledWords(text);
    const twice = namesTwice(text, responsibilities);
    const clauses = clausesTwice(text);
    if (doubled.length === 0 && twice.length === 0 && clauses.length === 0) return [];
    return remarks(text, { doubled, twice, clauses });
  },
};

interface Repeats {
  readonly doubled: readonly Span[];
  readonly twice: ReturnType<typeof namesTwice>;
  readonly clauses: readonly Span[];
}

function* remarks(text: string, { doubled, twice, clauses }: Repeats): Generator<Remark> {
  for (const span of doubled) {
    const middle = (span.start + span.end) / 2;
    const found = text.slice(middle, span.end);
    const edits = [remove(middle, span.end)];
    const fix = found.length === 1 ? sureFix(edits, { found }) : likelyFix(edits, { found });
    yield {
      span,
      message: { key: "doubled", fill: { found: text.slice(span.start, span.end) } },
      fixes: [fix],
    };
  }
  for (const { first, again } of twice) {
    const found = text.slice(again.start, again.end);
    yield {
      span: again,
      message: { key: "again", fill: { found } },
      fixes: [likelyFix([remove(again.start - 1, again.end)], { found })],
      related: [{ span: first, message: { key: "first" } }],
    };
  }
  for (const { start, end } of clauses) {
    const found = text.slice(start + 1, end);
    yield {
      span: { start: start + 1, end },
      message: { key: "clause", fill: { found } },
      fixes: [likelyFix([remove(start, end)], { found })],
    };
  }
}
