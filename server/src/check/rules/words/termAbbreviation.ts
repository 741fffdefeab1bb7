import type { Paragraph } from "../../../plan/model.js";
import type { Span } from "../../../text/span.js";
import type { DocumentRule } from "../../rule.js";
import { likelyFix, remove, spanOf } from "./mending.js";
import { matchesIn } from "../../../text/matches.js";
import { wordSearch } from "../../../text/wordSearch.js";

const DEFINED = /[（(](?:以下|下文|下同，)[^（）()。]{0,6}简?称为?[:：]?([^（）()。\n]{1,40})[）)]/g;

const OPENED = /[（(](?:以下|下文|下同，)/g;

export const termAbbreviation: DocumentRule = {
  id: "term-abbreviation",
  subject: "words",
  scope: "document",
  wants: [["（(", "以下"]],
  sees: {
    structure: [],
    names: namesGiven,
  },
  severity: "info",
  title: { "zh-CN": "定了简称就要用", en: "An abbreviation that is defined is used" },
  why: {
    "zh-CN": "写了“以下简称”而后文不用，读者会去找它；多半是用它的那段删了。",
    en: "A defined abbreviation that never comes makes the reader look for it; the part that used it was probably removed.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { unused: "定了简称“{name}”，后文没有用过。", fix: "删去这个括注" },
    en: { unused: "“{name}” is defined and not used afterwards.", fix: "Remove the note" },
  },
  examples: [
    {
      bad: "建好智慧教育公共服务平台⟦（以下简称“云岭智教”）⟧，深化应用。",
      good: "建好智慧教育公共服务平台（以下简称“云岭智教”），深化应用。\n各校要用好云岭智教。",
    },
  ],
  *check({ text }, context) {
    if (context.wanted().length === 0) return;
    const given = matchesIn(text, DEFINED).map((match): Given => ({
      span: spanOf(match),
      names: namesOf(match[1] ?? ""),
    }));
    const last = lastPlaces(text, given);
    for (const { span, names } of given) {
      const [unused] = names;
      // 以下所称商品包括服务 says what a word takes in, and gives no name.
      if (unused?.includes("包括")) continue;
      // Where one of several names is used the note is needed.
      if (unused === undefined || names.some((name) => (last.get(name) ?? -1) >= span.end)) continue;
      const fix = likelyFix([remove(span.start, span.end)]);
      yield { span, message: { key: "unused", fill: { name: unused } }, fixes: [fix] };
    }
  },
};

interface Given {
  readonly span: Span;
  readonly names: readonly string[];
}

/** So few names are looked for one by one, behind the last note that gives them: most are used soon. */
const FEW = 64;

/**
 * For each name a place behind all its notes, or the last one where there is none; an empty one is everywhere. Thousands
 * are looked for in one pass.
 */
function lastPlaces(text: string, given: readonly Given[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { span, names } of given) for (const name of names) last.set(name, span.end);
  if (last.size <= FEW) {
    for (const [name, end] of last) {
      const behind = text.indexOf(name, end);
      last.set(name, behind === -1 ? text.lastIndexOf(name, end) : behind);
    }
    return last;
  }
  const search = wordSearch(last.keys());
  for (let at = 0; at < text.length; at++) for (const name of search(text, at)) last.set(name, at);
  return last.set("", text.length);
}

/** The names that a paragraph gives; one that goes on in the next line may be any. */
function namesGiven({ text }: Paragraph): string[] {
  const found = matchesIn(text, DEFINED);
  const names = found.flatMap((match) => namesOf(match[1] ?? ""));
  return found.length < matchesIn(text, OPENED).length ? [...names, ""] : names;
}

function namesOf(note: string): string[] {
  const quoted = matchesIn(note, /[“《"]([^“”《》"]+)[”》"]/g).map((match) => match[1] ?? "");
  // Without quotes several names stand side by side, and 下同 may follow: 示范县、示范乡镇，下同.
  return quoted.length > 0
    ? quoted
    : note
        .split(/[、，,]|下同/)
        .map((name) => name.trim())
        .filter((name) => name !== "");
}
