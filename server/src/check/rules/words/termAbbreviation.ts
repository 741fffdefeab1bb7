import type { Paragraph } from "../../../plan/model.js";
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
    const given = matchesIn(text, DEFINED).map((match) => ({ match, names: namesOf(match[1] ?? "") }));
    const last = lastPlaces(text, new Set(given.flatMap(({ names }) => names)));
    for (const { match, names } of given) {
      const span = spanOf(match);
      const [unused] = names;
      // Where one of several names is used the note is needed.
      if (unused === undefined || names.some((name) => (last.get(name) ?? -1) >= span.end)) continue;
      const fix = likelyFix([remove(span.start, span.end)]);
      yield { span, message: { key: "unused", fill: { name: unused } }, fixes: [fix] };
    }
  },
};

/** So few names are looked for one by one, from the end: most stand near it. */
const FEW = 16;

/** Where each of the names stands for the last time; an empty one is everywhere. Thousands are looked for in one pass. */
function lastPlaces(text: string, names: ReadonlySet<string>): ReadonlyMap<string, number> {
  if (names.size <= FEW) return new Map([...names].map((name) => [name, text.lastIndexOf(name)]));
  const last = new Map<string, number>([["", text.length]]);
  const search = wordSearch(names);
  for (let at = 0; at < text.length; at++) for (const name of search(text, at)) last.set(name, at);
  return last;
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
