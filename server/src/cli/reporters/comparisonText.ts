import type { Comparison, YearComparison } from "../../compare/comparePlans.js";
import type { TargetSeries } from "../../compare/targets.js";
import type { PlanDocument } from "../../plan/model.js";
import {
  changedCharacters,
  dissolvedSections,
  draftRows,
  fateCounts,
  fateOf,
  fullName,
} from "../../write/report/model.js";
import { FATES } from "../../write/report/fate.js";
import type { ReportSources } from "../../write/report/sources.js";
import { changeName, mentionOf } from "../../write/report/targetRows.js";
import { seriesInOrder, shownChange } from "../../write/report/shownChange.js";
import { reportTexts } from "../../write/report/texts.js";
import type { Call } from "../command.js";
import { lineColumn } from "../../text/lines.js";

/** The comparison in a screen or two: what is gone, new, moved, what became of the targets, what to look at. */
export function comparisonText(comparison: Comparison, sources: ReportSources, call: Call): string {
  const blocks = [
    ...comparison.years.map((year) => yearLines(year, sources, call)),
    targetLines(comparison, sources, call),
    findingLines(sources, call),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(""))
    .join("\n");
}

function yearLines(
  year: YearComparison,
  { draft, earlier, against: kind }: ReportSources,
  { locale, terminal }: Call,
): string[] {
  const { against, fates, dissolved, characters } = reportTexts(locale, kind);
  const paint = painter(terminal, kind);
  const before = earlier.get(year.name);
  const counts = fateCounts(draft, year);
  const head = `${against(year.title ?? year.name)}  ${terminal.paint("gray", year.name)}`;
  const told = FATES.map((fate) => `${fates[fate]} ${counts[fate]}`).join(locale === "en" ? ", " : "，");
  const named = (plan: PlanDocument | undefined, of: { index: number; title: string }): string =>
    plan ? fullName(plan, of) : of.title;
  const moves = draftRows(draft, year).flatMap((row) => {
    const fate = fateOf(row);
    if (fate === "added" || fate === "same" || fate === "edited") return [];
    const from = row.matches.map((match) => named(before, match.earlier)).join(" + ");
    const changed = row.matches.reduce((sum, match) => sum + changedCharacters(match), 0);
    const note = changed > 0 ? `  ${terminal.paint("gray", characters(changed))}` : "";
    return [`  ${fates[fate]}  ${from} → ${fullName(draft, row.item)}${note}`];
  });
  return [
    terminal.paint("bold", head),
    `  ${told}`,
    ...year.dropped.map((item) => `  ${paint("red", fates.dropped)}  ${named(before, item)}`),
    ...(before ? dissolvedSections({ year, plan: before }, draft) : []).map(
      ({ name, places }) => `  ${dissolved}  ${name} → ${places.join("、")}`,
    ),
    ...year.added.map((item) => `  ${paint("green", fates.added)}  ${fullName(draft, item)}`),
    ...moves,
  ];
}

function targetLines(
  comparison: Comparison,
  { against }: ReportSources,
  { locale, terminal }: Call,
): string[] {
  const texts = reportTexts(locale, against);
  const paint = painter(terminal, against);
  const changed = seriesInOrder(comparison).filter(({ change }) => change !== "kept");
  if (changed.length === 0) return [];
  const lines = changed.map((series) => {
    const word = changeName(series, texts);
    const shown = shownChange(series) === "lowered" ? paint("red", word) : word;
    return ["", shown, series.indicator, valuesOf(series), ...mentionOf(series, texts)].join("  ");
  });
  return [terminal.paint("bold", texts.targets), ...lines];
}

/** Loss and gain have colours; what another plan holds is neither. */
function painter(terminal: Call["terminal"], against: ReportSources["against"] = "earlier"): Paint {
  return against === "earlier" ? (style, word) => terminal.paint(style, word) : (_, word) => word;
}

type Paint = Call["terminal"]["paint"];

/** 95% → 96% → 94%: a value for each plan, the oldest first. */
function valuesOf({ points, draft, earlier }: TargetSeries): string {
  const chosen = points.filter(
    (point) =>
      point === draft || point === earlier || (point.plan !== draft?.plan && point.plan !== earlier?.plan),
  );
  const byPlan = new Map(chosen.map((point) => [point.plan, point.value]));
  const values = [...byPlan.values()];
  return [...(earlier ? [] : ["—"]), ...values, ...(draft ? [] : ["—"])].join(" → ");
}

function findingLines({ draft, findings = [] }: ReportSources, { locale, terminal }: Call): string[] {
  if (findings.length === 0) return [];
  const texts = reportTexts(locale);
  const lines = findings.map(({ severity, message, ruleId, span }) => {
    const { line, character } = lineColumn(draft.starts, span.start);
    const place = `${line + 1}:${character + 1}`.padStart(7);
    return `  ${place}  ${texts.severities[severity]}  ${message}  ${terminal.paint("gray", ruleId)}`;
  });
  return [terminal.paint("bold", texts.findings), ...lines];
}
