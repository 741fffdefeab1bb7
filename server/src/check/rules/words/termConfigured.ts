import { type WordSearch, wordSearch } from "../../../text/wordSearch.js";
import type { ParagraphRule, Remark, RuleContext, TermEntry } from "../../rule.js";

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
  // Shown every text: where there is no list, to begin saying something costs more than all the rest.
  check: ({ text }, context) => (context.terms.length === 0 ? NOTHING : remarksOn(text, context)),
};

const NOTHING: readonly Remark[] = [];

function* remarksOn(text: string, { terms, ofSettings }: RuleContext): Generator<Remark> {
  const { at: search, of } = ofSettings("avoidedTerms", () => avoided(terms));
  /** Where each word may begin anew: it is not found twice in the same characters. */
  const free = new Map<string, number>();
  /** How far what has been found reaches: within a longer word, 校长 in 校长室, the longer one is meant. */
  let covered = 0;
  for (let start = 0; start < text.length; start++) {
    const words = search(text, start);
    for (let i = words.length - 1; i >= 0; i--) {
      const word = words[i] as string;
      const end = start + word.length;
      if (end <= covered || (free.get(word) ?? 0) > start) continue;
      covered = end;
      free.set(word, end);
      for (const term of of.get(word) ?? []) if (!isInside(text, start, term)) yield remark(start, term);
    }
  }
}

interface Avoided extends TermEntry {
  /** What is put in its place is avoided by no other term. */
  readonly safe: boolean;
}

interface AvoidedTerms {
  readonly at: WordSearch;
  readonly of: ReadonlyMap<string, readonly Avoided[]>;
}

/** All terms as one search, however many they are. */
function avoided(terms: readonly TermEntry[]): AvoidedTerms {
  const at = wordSearch(terms.map(({ avoid }) => avoid));
  const of = new Map<string, Avoided[]>();
  for (const term of terms) {
    if (term.avoid === "" || term.avoid === term.use) continue;
    const safe = !Array.from({ length: term.use.length }).some((_, i) => at(term.use, i).length > 0);
    const list = of.get(term.avoid);
    if (list) list.push({ ...term, safe });
    else of.set(term.avoid, [{ ...term, safe }]);
  }
  return { at, of };
}

function remark(start: number, { avoid, use, reason, safe }: Avoided): Remark {
  const span = { start, end: start + avoid.length };
  const fill = { avoid, use, reason: reason ?? "" };
  const fixes = [{ title: { key: "fix", fill }, edits: [{ span, newText: use }], safe }];
  return { span, message: { key: reason ? "reason" : "avoid", fill }, fixes };
}

/** 双减 is right where it already stands in “双减”. */
function isInside(text: string, at: number, { avoid, use }: TermEntry): boolean {
  for (let from = use.indexOf(avoid); from !== -1; from = use.indexOf(avoid, from + 1)) {
    if (text.startsWith(use, at - from)) return true;
  }
  return false;
}
