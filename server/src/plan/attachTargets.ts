import { shift } from "../text/span.js";
import type { DraftItem } from "./items.js";
import { indexAt } from "./lineIndex.js";
import type { Item, Line, Period, Target, YearSource } from "./model.js";
import { TIMED } from "./years.js";

/** Sections that look back: what they count has been achieved. */
const LOOKS_BACK =
  /^(?:[“"]?十.五[”"]?(?:时期|期间)?)?(?:的)?(?:取得的?)?(?:主要|工作|发展|改革|现实|教育|现有)*(?:基础|现状|回顾|成效|成就|成绩|经验|概况|背景)(?:[和与及].{0,8})?$|工作回顾|发展基础|发展现状|现状(?:分析|与)|面临.{0,8}(?:形势|问题|挑战|机遇)|存在.{0,6}问题|问题(?:和|与)?(?:不足|短板|挑战)|形势(?:分析|与|和)|(?:规划|编制|发展|时代)背景|发展环境|主要成就|取得.{0,8}(?:成就|成效|成绩|进展)|(?:成效|成就)显著|总结$/;

export function looksBack(item: Item): boolean {
  for (let at: Item | undefined = item; at; at = at.parent) {
    if (at.title.length <= 24 && LOOKS_BACK.test(at.title)) return true;
  }
  return false;
}

interface Known {
  readonly year: number | undefined;
  readonly from: YearSource;
}

interface Ledger {
  readonly lines: readonly Line[];
  readonly items: readonly DraftItem[];
  readonly period: Period | undefined;
}

/** Every target with its place in the text and the year that item, section or title give it; also kept with its item. */
export function attachTargets(ledger: Ledger): Target[] {
  const all: Target[] = [];
  const sections = new Map<Item | undefined, Known | undefined>();
  let at = -1;
  /** What the lines of the open item have said so far. */
  let said: Known | undefined;
  for (const line of ledger.lines) {
    const { targets, years, text } = line.paragraph;
    if (line.role === "metadata") continue;
    for (const target of targets) {
      const start = line.start + target.span.start;
      while (at + 1 < ledger.items.length && (ledger.items[at + 1]?.marker.span.start ?? Infinity) <= start) {
        at++;
        said = undefined;
      }
      const item = ledger.items[at];
      const inLine = years
        .filter((y) => y.span.end <= target.span.start && line.start + y.span.start >= (item?.own.start ?? 0))
        .at(-1);
      const known = inLine ? { year: inLine.year, from: "item" as const } : said;
      const one = settle(ledger, { target, item, by: line.start, known, sections });
      all.push(one);
      item?.targets.push(one);
    }
    const next = ledger.items[at + 1];
    if (next && next.marker.span.start < line.start + text.length) {
      while (
        at + 1 < ledger.items.length &&
        (ledger.items[at + 1]?.marker.span.start ?? Infinity) < line.start + text.length
      )
        at++;
      said = undefined;
    }
    const last = years.at(-1);
    if (last) said = { year: last.year, from: "item" };
    else if (!said && text.length < 200 && targets.length === 0 && TIMED.test(text))
      said = { year: undefined, from: "item" };
  }
  return all;
}

interface Settling {
  readonly target: Target;
  readonly item: DraftItem | undefined;
  readonly by: number;
  readonly known: Known | undefined;
  readonly sections: Map<Item | undefined, Known | undefined>;
}

function settle(ledger: Ledger, at: Settling): Target {
  const { target, item, by } = at;
  const known: Known =
    target.yearFrom !== "none"
      ? { year: target.year, from: target.yearFrom }
      : (at.known ??
        sectionYear(ledger, item, at.sections) ??
        titleYear(ledger.period) ?? { year: undefined, from: "none" });
  return {
    ...target,
    indicatorSpan: shift(target.indicatorSpan, by),
    valueSpan: shift(target.valueSpan, by),
    span: shift(target.span, by),
    year: known.year,
    yearFrom: known.from,
    kind: isAchievement(target, item, ledger.period) ? "achievement" : "goal",
  };
}

function isAchievement(target: Target, item: Item | undefined, period: Period | undefined): boolean {
  if (target.kind === "achievement" || (item && looksBack(item))) return true;
  return (
    target.yearFrom === "clause" &&
    target.year !== undefined &&
    period !== undefined &&
    target.year < period.from &&
    period.source === "title"
  );
}

/** The year that a heading above, or the text between it and its first child, names. */
function sectionYear(
  ledger: Ledger,
  item: Item | undefined,
  sections: Settling["sections"],
): Known | undefined {
  for (let above = item; above; above = above.parent) {
    if (!sections.has(above)) sections.set(above, ownYear(ledger, above, above === item));
    const known = sections.get(above);
    if (known) return known;
  }
  return undefined;
}

function ownYear(ledger: Ledger, item: Item, isSelf: boolean): Known | undefined {
  let timed = false;
  for (let at = indexAt(ledger.lines, item.own.start); at < ledger.lines.length; at++) {
    const line = ledger.lines[at];
    if (!line || line.start >= item.own.end) break;
    const { paragraph } = line;
    const years = paragraph.years.filter((y) => {
      const start = line.start + y.span.start;
      return start >= item.own.start && start < (isSelf ? item.heading.end : item.own.end);
    });
    const last = years.at(-1);
    if (last) return { year: last.year, from: "section" };
    if (
      TIMED.test(
        paragraph.text.slice(
          Math.max(0, item.own.start - line.start),
          isSelf ? item.heading.end - line.start : undefined,
        ),
      )
    )
      timed = true;
  }
  return timed ? { year: undefined, from: "section" } : undefined;
}

/** A plan for one year needs no year at each target: its title says it. */
function titleYear(period: Period | undefined): Known | undefined {
  return period && period.from === period.to && period.source === "title"
    ? { year: period.from, from: "title" }
    : undefined;
}
