import { widthOf } from "./measure.js";

/** Pieces that stay on one line: a number or Latin word, and marks with the character that they belong to. */
const PIECE = /[《〈“‘（(〔]*(?:[A-Za-z0-9.%]+|[^])[》〉”’）)〕、，：；！？]*/gu;
/** Where a reader pauses in a title: before 关于, 印发 and a book mark, after 年, 的 and a closing mark. */
const PAUSE_BEFORE = /^(?:关于|印发|转发|《|“|（|实施|工作|行动|推进|事业|的)/;
const PAUSE_AFTER = /(?:[》”）]|年|局|厅|府|关于|印发)$/;

/**
 * How many characters a line of the title should hold, so that a title of several lines stands as a trapezoid or a
 * diamond with no line of one or two characters (GB/T 9704-2012 7.3.1: 回行时词意完整、排列对称、长短适宜). The text
 * itself is left alone: the paragraph is made narrower instead.
 */
export function titleCapacity(title: string, most: number): number {
  const width = widthOf(title);
  if (width <= most) return most;
  const pieces = title.match(PIECE) ?? [];
  const fewest = Math.ceil(width / most);
  let best = most;
  let bestScore = -Infinity;
  for (let capacity = most; capacity >= Math.ceil(width / fewest); capacity--) {
    const lines = filled(pieces, capacity);
    const score = scoreOf(lines, fewest);
    if (score > bestScore) [best, bestScore] = [capacity, score];
  }
  return best;
}

/** The lines as a word processor fills them. */
function filled(pieces: readonly string[], capacity: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && widthOf(line + piece) > capacity) {
      lines.push(line);
      line = "";
    }
    line += piece;
  }
  return [...lines, line];
}

function scoreOf(lines: readonly string[], fewest: number): number {
  const widths = lines.map(widthOf);
  const spread = Math.max(...widths) - Math.min(...widths);
  const breaks = lines.slice(1).map((line, i) => pauses(lines[i] ?? "", line));
  const pausing = breaks.filter((isPause) => isPause).length;
  return pausing * 4 - spread / 2 - (lines.length - fewest) * 20;
}

function pauses(before: string, after: string): boolean {
  return PAUSE_BEFORE.test(after) || PAUSE_AFTER.test(before);
}
