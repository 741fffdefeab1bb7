import type { Repair } from "../model.js";
import type { Draft, Proposal } from "./draft.js";
import { headingEnd } from "./headingEnd.js";
import { splitLines } from "./lines.js";
import { runInMarkers, type RunInMarker } from "./runInMarkers.js";

/** Shorter lines are paragraphs as someone wrote them. */
const LONG = 120;

/** Breaks out headings that were run together: each marker onto a line of its own, and the body after its heading. */
export function runInHeadings({ text, repairs }: Draft): Proposal[] {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const breaks: Break[] = [];
  const lines = splitLines(text).filter((line) => line.text !== "");
  lines.forEach((line, i) => {
    if (line.end - line.start < LONG) return;
    const content = text.slice(line.start, line.end);
    const found = breaksIn(content);
    const title = i === 0 && found.length > 0 ? titleEnd(content, fileTitle(repairs)) : undefined;
    if (title !== undefined) breaks.push({ at: line.start + title, certainty: "likely" });
    for (const { at, certainty } of found) breaks.push({ at: line.start + at, certainty });
  });
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

/** The places in a line at which something that stood on its own begins. */
function breaksIn(content: string): Break[] {
  const markers = runInMarkers(content);
  const inner = markers.filter((marker) => marker.start > 0);
  const high = inner.filter((marker) => marker.level <= 2).length;
  if (high === 0 && inner.length < 3) return [];
  const likely = headingEnds(content, markers);
  for (const match of content.matchAll(RESPONSIBILITY)) likely.push(match.index + 1);
  return [
    ...inner.map(({ start }): Break => ({ at: start, certainty: "sure" })),
    ...likely.map((at): Break => ({ at, certainty: "likely" })),
  ];
}

/** A line of departments that ran into the paragraph above it. */
const RESPONSIBILITY = /[。；](?:责任|牵头|主办|承办)(?:科室|单位|部门|处室|股室)[:：]/g;

/** 〈…规划〉深入实施…: a title that runs into the first sentence. */
function titleEnd(content: string, known: string | undefined): number | undefined {
  if (known !== undefined && content.startsWith(known)) return known.length;
  const kinds = /(?:规划|要点|方案|行动计划|工作计划|意见)(?=为|根据|按照|深入|以|20\d\d|今年|全面|坚持)/;
  const match = kinds.exec(content.slice(0, 80));
  const end = match ? match.index + match[0].length : 0;
  return end > 4 && !/[。，,；：、]/.test(content.slice(0, end)) ? end : undefined;
}

/** The title in a file's name that a site showed above the text, and that is cleaned away by now. */
function fileTitle(repairs: readonly Repair[]): string | undefined {
  const residue = repairs.find(({ kind }) => kind === "site-residue");
  return /^\s{0,9}(.{4,80})\.(?:docx?|wps|pdf)/.exec(residue?.before ?? "")?.[1];
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
