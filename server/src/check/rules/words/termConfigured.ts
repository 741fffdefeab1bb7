import type { ParagraphRule, Remark, TermEntry } from "../../rule.js";

export const termConfigured: ParagraphRule = {
  id: "term-configured",
  subject: "words",
  scope: "paragraph",
  severity: "warning",
  title: { "zh-CN": "本单位的规范用语", en: "The team's own terms" },
  why: {
    "zh-CN": "单位自己定下的叫法，写进 hegao.config.json 的 terms，每份文稿照此核对。",
    en: "The terms that a team has settled stand in `terms` of hegao.config.json and are checked in every draft.",
  },
  clause: { "zh-CN": "本单位规定（hegao.config.json）", en: "The team's own rule (hegao.config.json)" },
  texts: {
    "zh-CN": {
      avoid: "“{avoid}”应作“{use}”。",
      reason: "“{avoid}”应作“{use}”：{reason}",
      fix: "改为“{use}”",
    },
    en: {
      avoid: "Write “{use}” for “{avoid}”.",
      reason: "Write “{use}” for “{avoid}”: {reason}",
      fix: "Change to “{use}”",
    },
  },
  // Without a list there is nothing to show: the examples stand in the rule's test.
  examples: [],
  check: ({ text }, { terms }) => (terms.length === 0 ? [] : remarks(text, terms)),
};

function* remarks(text: string, terms: readonly TermEntry[]): Generator<Remark> {
  for (const term of terms) {
    if (term.avoid === "" || term.avoid === term.use) continue;
    for (
      let at = text.indexOf(term.avoid);
      at !== -1;
      at = text.indexOf(term.avoid, at + term.avoid.length)
    ) {
      if (isInside(text, at, term)) continue;
      const span = { start: at, end: at + term.avoid.length };
      const fill = { avoid: term.avoid, use: term.use, reason: term.reason ?? "" };
      const safe = !terms.some((other) => other.avoid !== "" && term.use.includes(other.avoid));
      const fixes = [{ title: { key: "fix", fill }, edits: [{ span, newText: term.use }], safe }];
      yield { span, message: { key: term.reason ? "reason" : "avoid", fill }, fixes };
    }
  }
}

/** 双减 is right where it already stands in “双减”. */
function isInside(text: string, at: number, { avoid, use }: TermEntry): boolean {
  for (let from = use.indexOf(avoid); from !== -1; from = use.indexOf(avoid, from + 1)) {
    if (text.startsWith(use, at - from)) return true;
  }
  return false;
}
