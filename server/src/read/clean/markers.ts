import { fromChinese, toChinese } from "../../text/numerals.js";
import type { Draft, Proposal } from "./draft.js";
import { splitLines, type Line } from "./lines.js";

/** 2 .思政 → 2.思政: a blank that only a machine puts there. */
export function markerSpaces({ text }: Draft): Proposal[] {
  const proposals: Proposal[] = [];
  for (const match of text.matchAll(/(?<=(?:^|\n)[ \u3000]{0,4}\d{1,2}) (?=[.．][^\s\d])/g)) {
    const span = { start: match.index, end: match.index + 1 };
    proposals.push({ kind: "marker-space", certainty: "sure", span, after: "" });
  }
  return proposals;
}

interface Numbered {
  readonly line: Line;
  /** 0 where the numeral is lost. */
  readonly ordinal: number;
}

/** （） at the head of a line gets its numeral back where its neighbours leave only one: （一）…（）…（三）. */
export function lostNumerals({ text }: Draft): Proposal[] {
  const proposals: Proposal[] = [];
  for (const group of parenthesised(text)) {
    group.forEach(({ line, ordinal }, i) => {
      if (ordinal !== 0) return;
      const before = group[i - 1]?.ordinal ?? 0;
      const after = group[i + 1]?.ordinal;
      if ((i > 0 && before === 0) || (after !== undefined && after !== before + 2)) return;
      if (i === 0 && after === undefined) return;
      const at = text.indexOf(line.text, line.start) + 1;
      const numeral = toChinese(before + 1);
      proposals.push({
        kind: "lost-numeral",
        certainty: "likely",
        span: { start: at, end: at },
        after: numeral,
      });
    });
  }
  return proposals;
}

/** The （一）（二）… lines, grouped by the 一、 or chapter that they stand under. */
function parenthesised(text: string): Numbered[][] {
  const groups: Numbered[][] = [[]];
  for (const line of splitLines(text)) {
    if (/^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节])/.test(line.text))
      groups.push([]);
    const numeral = /^[（(]([一二三四五六七八九十]{0,3})[）)]/.exec(line.text)?.[1];
    if (numeral !== undefined) groups.at(-1)?.push({ line, ordinal: fromChinese(numeral) ?? 0 });
  }
  return groups;
}
