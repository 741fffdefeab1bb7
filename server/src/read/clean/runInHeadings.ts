import type { Draft, Proposal } from "./draft.js";
import { headingEnd } from "./headingEnd.js";
import { splitLines, type Line } from "./lines.js";
import { runInMarkers, type RunInMarker } from "./runInMarkers.js";

/** Shorter lines are paragraphs as someone wrote them. */
const LONG = 120;

/** Breaks out headings that were run together: each marker onto a line of its own, and the body after its heading. */
export function runInHeadings({ text }: Draft): Proposal[] {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const breaks: Break[] = [];
  let isFirst = true;
  for (const line of splitLines(text)) {
    if (line.text === "") continue;
    if (line.end - line.start >= LONG)
      breaks.push(...breaksIn(text.slice(line.start, line.end), line, isFirst ? "title" : "body"));
    isFirst = false;
  }
  return breaks.map(({ at, certainty }) => ({
    kind: "run-in-heading",
    certainty,
    span: { start: at, end: at },
    after: eol,
  }));
}

interface Break {
  readonly at: number;
  readonly certainty: "sure" | "likely";
}

function breaksIn(content: string, line: Line, opensWith: "title" | "body"): Break[] {
  const markers = runInMarkers(content);
  const inner = markers.filter((marker) => marker.start > 0);
  const high = inner.filter((marker) => marker.level <= 2).length;
  if (high === 0 && inner.length < 3) return [];
  const breaks: Break[] = inner.map((marker) => ({ at: line.start + marker.start, certainty: "sure" }));
  for (const at of headingEnds(content, markers)) breaks.push({ at: line.start + at, certainty: "likely" });
  for (const match of content.matchAll(RESPONSIBILITY)) {
    breaks.push({ at: line.start + match.index + 1, certainty: "likely" });
  }
  const title = opensWith === "title" ? titleEnd(content.slice(0, markers[0]?.start ?? 0)) : undefined;
  if (title !== undefined) breaks.push({ at: line.start + title, certainty: "likely" });
  return breaks;
}

/** A line of departments that ran into the paragraph above it. */
const RESPONSIBILITY = /[。；](?:责任|牵头|主办|承办)(?:科室|单位|部门|处室|股室)[:：]/g;

/** 〈…规划〉深入实施…: a title that runs into the first sentence. */
function titleEnd(preamble: string): number | undefined {
  const kinds = /(?:规划|要点|方案|行动计划|工作计划|意见)(?=为|根据|按照|深入|以|20\d\d|今年|全面|坚持)/;
  const match = kinds.exec(preamble.slice(0, 80));
  return match && match.index >= 4 ? match.index + match[0].length : undefined;
}

interface Section {
  readonly marker: RunInMarker;
  readonly start: number;
  readonly text: string;
}

/** The ends of headings, decided for all siblings together: a group either writes 标题。正文 or has bare headings. */
function headingEnds(content: string, markers: readonly RunInMarker[]): number[] {
  const ends: number[] = [];
  for (const group of siblings(content, markers)) {
    const bare = group.filter((section) => section.text.includes("。"));
    if (bare.every((section) => isTitleSentence(section.text))) continue;
    for (const section of bare) {
      const end = headingEnd(section.text);
      if (end !== undefined) ends.push(section.start + end);
    }
  }
  return ends;
}

function siblings(content: string, markers: readonly RunInMarker[]): Section[][] {
  const groups: Section[][] = [];
  const open: (Section[] | undefined)[] = [];
  markers.forEach((marker, i) => {
    const section = { marker, start: marker.end, text: content.slice(marker.end, markers[i + 1]?.start) };
    open.fill(undefined, marker.level + 1);
    let group = open[marker.level];
    if (!group) {
      group = [];
      open[marker.level] = group;
      groups.push(group);
    }
    group.push(section);
  });
  return groups;
}

function isTitleSentence(text: string): boolean {
  const stop = text.indexOf("。");
  return stop !== -1 && stop <= 30 && !/[，,；;：:]/.test(text.slice(0, stop));
}
