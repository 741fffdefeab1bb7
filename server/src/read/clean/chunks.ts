import type { Draft, Proposal } from "./draft.js";
import { isClosed, splitLines, type Line } from "./lines.js";

/**
 * Document-sharing sites print a text in numbered portions (`1、`…`48、`) that end wherever the count of characters
 * ran out, in the middle of a word even. Such numbers are told from a list by their portions: long, of one size,
 * parted by blank lines, and mostly unfinished.
 */
export function chunkNumbers({ text }: Draft): Proposal[] {
  const lines = splitLines(text).filter((line) => line.text !== "");
  const proposals: Proposal[] = [];
  for (let i = 0; i < lines.length;) {
    const series = seriesFrom(lines, i);
    if (isChunked(series)) for (const join of joins(text, series)) proposals.push(join);
    i += Math.max(1, series.length);
  }
  return proposals;
}

/** Consecutive lines that begin with 1、 2、 3、 …, none left out. */
function seriesFrom(lines: readonly Line[], from: number): readonly Line[] {
  let count = 0;
  while (lines[from + count]?.text.startsWith(`${count + 1}、`)) count++;
  return lines.slice(from, from + count);
}

function isChunked(series: readonly Line[]): boolean {
  if (series.length < 3) return false;
  const inner = series.slice(0, -1);
  const average = inner.reduce((sum, line) => sum + line.text.length, 0) / inner.length;
  const cut = inner.filter((line) => !isClosed(line.text)).length;
  return average >= 120 && cut * 2 >= inner.length;
}

function joins(text: string, series: readonly Line[]): Proposal[] {
  return series.map((line, i) => {
    const before = series[i - 1];
    const marker = `${i + 1}、`;
    const end = text.indexOf(marker, line.start) + marker.length;
    return {
      kind: "chunk-number",
      certainty: "sure",
      span: { start: before?.end ?? line.start, end },
      after: "",
    };
  });
}
