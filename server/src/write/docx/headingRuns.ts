import { isSentenceEnd } from "../../text/characters.js";
import type { Span } from "../../text/span.js";
import type { Item, PlanDocument } from "../../plan/model.js";
import type { LaidRun } from "./laidLine.js";
import type { FontRole } from "./page.js";

/** A heading on paper: where its words stand, its layer in the sense of 7.3.3, and its font. */
export interface SetHeading {
  readonly span: Span;
  readonly layer: number;
  readonly font: FontRole;
  readonly centred: boolean;
}

/** A sentence longer than this (characters, some four lines) after a marker is the task itself and no heading. */
const LONGEST = 112;
const DIVISIONS = new Set(["part", "chapter", "section"]);

/**
 * GB/T 9704-2012 7.3.3: 第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标注. 篇, 章 and 节 of a long plan stand
 * above these layers, by practice in the middle of the line: 章 in 黑体, 节 in 楷体.
 */
export function setHeadings(plan: PlanDocument): SetHeading[] {
  return plan.items.map((item) => {
    const centred = DIVISIONS.has(item.marker.style);
    const layer = centred ? (item.marker.style === "section" ? 2 : 1) : layerOf(item);
    const font = layer === 1 ? "black" : layer === 2 ? "regular" : "body";
    return { span: headingSpan(plan.text, item), layer: Math.min(layer, 4), font, centred };
  });
}

function layerOf(item: Item): number {
  let layer = 0;
  for (let at: Item | undefined = item; at; at = at.parent) if (!DIVISIONS.has(at.marker.style)) layer++;
  return layer;
}

/** From the marker to the mark that closes the heading. Of 第一条 only the marker stands out: what follows is the rule. */
function headingSpan(text: string, item: Item): Span {
  const { marker, heading } = item;
  const isLong = heading.end - heading.start > LONGEST;
  if (marker.style === "article" || isLong) return marker.span;
  const end = isSentenceEnd(text.charCodeAt(heading.end)) ? heading.end + 1 : heading.end;
  return { start: marker.span.start, end };
}

/** One line as runs: what belongs to a heading in the heading's font, all else in 仿宋. `headings` are those that touch it. */
export function runsOf(line: { text: string; start: number }, headings: readonly SetHeading[]): LaidRun[] {
  const runs: LaidRun[] = [];
  let at = 0;
  for (const { span, font } of headings) {
    const from = Math.max(at, span.start - line.start);
    const to = Math.min(line.text.length, span.end - line.start);
    if (to <= from) continue;
    runs.push({ text: line.text.slice(at, from), font: "body" }, { text: line.text.slice(from, to), font });
    at = to;
  }
  runs.push({ text: line.text.slice(at), font: "body" });
  return runs.filter((run) => run.text !== "");
}
