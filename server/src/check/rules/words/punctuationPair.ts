import type { Line } from "../../../plan/model.js";
import type { DocumentRule, Remark } from "../../rule.js";
import { draftedLines } from "./drafted.js";
import { likelyFix, sureFix } from "./mending.js";
import { type PairMark, pairUp, partnerOf } from "./pairs.js";

/** A quotation or a bracket may run on over so many lines. */
const REACH = 6;
/** A quote that faces the wrong way ends a name, not a passage. */
const NAME = 40;

interface Lone {
  readonly line: number;
  readonly mark: PairMark;
}

export const punctuationPair: DocumentRule = {
  id: "punctuation-pair",
  subject: "words",
  scope: "document",
  severity: "warning",
  title: { "zh-CN": "引号、书名号、括号成对", en: "Quotes and brackets come in pairs" },
  why: {
    "zh-CN": "缺了一半，读者分不清引到哪里、注到哪里为止。",
    en: "With one half missing nobody can tell where the quotation or the note ends.",
  },
  clause: { "zh-CN": "GB/T 15834-2011 4.8、4.9、4.15", en: "GB/T 15834-2011 4.8, 4.9, 4.15" },
  texts: {
    "zh-CN": {
      lone: "{found} 没有与之成对的 {partner} 。",
      turned: "引号方向反了：此处应为 {partner} 。",
      crossed: "{found} 前后交错，应为 {right} 。",
      fix: "改为 {right}",
    },
    en: {
      lone: "{found} has no matching {partner} .",
      turned: "This quote faces the wrong way; it should be {partner} .",
      crossed: "{found} are crossed; this should be {right} .",
      fix: "Change to {right}",
    },
  },
  examples: [
    { bad: "全面落实⟦“⟧双减政策要求，推广有效做法。", good: "全面落实“双减”政策要求，推广有效做法。" },
    { bad: "依托“互联网+教育⟦“⟧大平台。", good: "依托“互联网+教育”大平台。" },
  ],
  *check(plan, context) {
    const lines = draftedLines(plan, context);
    const lone: Lone[] = [];
    for (const [index, line] of lines.entries()) {
      const found = pairUp(line.paragraph.text);
      for (const { first, second } of found.crossed) yield crossedRemark(line, first, second);
      for (const mark of found.lone) lone.push({ line: index, mark });
    }
    const turned = turnedQuotes(lines, lone);
    for (const { wrong } of turned) yield turnedRemark(lines[wrong.line] as Line, wrong.mark);
    const told = new Set(turned.flatMap(({ wrong, partner }) => [wrong, partner]));
    const left = lone.filter((one) => !told.has(one));
    for (const one of acrossLines(lines, left)) yield loneRemark(lines[one.line] as Line, one.mark);
  },
};

/** “甲“ and ”甲”: two openers or two closers in one line with nothing but a name between them, both left over. */
function turnedQuotes(lines: readonly Line[], lone: readonly Lone[]): { wrong: Lone; partner: Lone }[] {
  const found: { wrong: Lone; partner: Lone }[] = [];
  for (let i = 0; i + 1 < lone.length; i++) {
    const [a, b] = [lone[i] as Lone, lone[i + 1] as Lone];
    if (a.line !== b.line || a.mark.character !== b.mark.character) continue;
    const between = (lines[a.line]?.paragraph.text ?? "").slice(a.mark.at + 1, b.mark.at);
    if (!"“”".includes(a.mark.character) || between.length > NAME || /[“”。；]/.test(between)) continue;
    found.push(a.mark.opens ? { wrong: b, partner: a } : { wrong: a, partner: b });
    i++;
  }
  return found;
}

/** What is left when brackets that close on a later line, and quotations over several paragraphs, are taken away. */
function acrossLines(lines: readonly Line[], lone: readonly Lone[]): Lone[] {
  const done = new Set<Lone>();
  lone.forEach((one, i) => {
    if (done.has(one) || !one.mark.opens) return;
    if (quotesOn(lines, one)) done.add(one);
    let at = i + 1;
    while (at < lone.length && (lone[at]?.mark.pair !== one.mark.pair || done.has(lone[at] as Lone))) at++;
    const partner = lone[at];
    if (!partner || partner.mark.opens || partner.line === one.line || partner.line - one.line > REACH)
      return;
    done.add(one).add(partner);
  });
  return lone.filter((one) => !done.has(one));
}

/** Each paragraph of a long quotation begins with “, only the last one ends with ”. */
function quotesOn(lines: readonly Line[], one: Lone): boolean {
  const opens = (line: Line | undefined): boolean => /^\s*“/.test(line?.paragraph.text ?? "");
  const here = lines[one.line];
  if (one.mark.character !== "“" || here?.paragraph.text.slice(0, one.mark.at).trim()) return false;
  return opens(here) && opens(lines[one.line + 1]);
}

function loneRemark(line: Line, mark: PairMark): Remark {
  const start = line.start + mark.at;
  const message = { key: "lone", fill: { found: mark.character, partner: partnerOf(mark) } };
  return { span: { start, end: start + 1 }, message };
}

function turnedRemark(line: Line, mark: PairMark): Remark {
  const start = line.start + mark.at;
  const right = partnerOf(mark);
  const span = { start, end: start + 1 };
  const message = { key: "turned", fill: { found: mark.character, partner: right } };
  return { span, message, fixes: [likelyFix([{ span, newText: right }], { right })] };
}

function crossedRemark(line: Line, first: PairMark, second: PairMark): Remark {
  const span = { start: line.start + first.at, end: line.start + second.at + 1 };
  const right = second.character + first.character;
  const message = { key: "crossed", fill: { found: first.character + second.character, right } };
  const fixes = second.at === first.at + 1 ? [sureFix([{ span, newText: right }], { right })] : [];
  return { span, message, fixes };
}
