import type { Comparison, Match } from "../../compare/comparePlans.js";
import { markdownText, writeMarkdownTable } from "../markdown.js";
import {
  changedCharacters,
  dissolvedSections,
  draftRows,
  type DraftRow,
  fateCounts,
  fateOf,
  fullName,
  type MarkedPiece,
  markedPieces,
  passageOf,
  type YearReport,
} from "./model.js";
import { FATES } from "./fate.js";
import type { ReportSources } from "./sources.js";
import type { Scene } from "./scene.js";
import { changeNames, pointRows } from "./targetRows.js";
import { seriesInOrder } from "./shownChange.js";
import { reportTexts } from "./texts.js";

/** The comparison as Markdown: what was dropped, what is new, the targets, each item's fate, the changed pairs. */
export function comparisonMarkdown(comparison: Comparison, sources: ReportSources): string {
  const texts = reportTexts(sources.locale, sources.against);
  const scene: Scene = { comparison, sources, texts };
  const title = sources.draft.title?.text ?? sources.draftName;
  const blocks = [`# ${markdownText(title)} · ${texts.heading}`];
  if (sources.madeOn !== undefined) blocks.push(markdownText(texts.madeOn(sources.madeOn)));
  const reports = comparison.years.flatMap((year): YearReport[] => {
    const plan = sources.earlier.get(year.name);
    return plan ? [{ year, plan }] : [];
  });
  if (reports.length === 0) blocks.push(texts.noEarlier);
  blocks.push(...findingBlocks(scene));
  if (reports.length > 0) blocks.push(...targetBlocks(scene));
  for (const report of reports) blocks.push(...yearBlocks(scene, report));
  return `${blocks.join("\n\n")}\n`;
}

function table(rows: Parameters<typeof writeMarkdownTable>[0]): string {
  return writeMarkdownTable(rows).trimEnd();
}

function findingBlocks({ sources, texts }: Scene): string[] {
  const { findings = [], draft } = sources;
  if (findings.length === 0) return [];
  const lines = findings.map(({ severity, message, span }) => {
    const [words = ""] = draft.text.slice(span.start, span.end).split("\n", 1);
    // A line of departments may stand in brackets already.
    const place = /^（[^（）]*）$/.test(words) ? words : `（${words}）`;
    return `- ${texts.severities[severity]}：${markdownText(message)}${markdownText(place)}`;
  });
  return [`## ${texts.findings}`, lines.join("\n")];
}

function targetBlocks(scene: Scene): string[] {
  const { comparison, texts } = scene;
  const all = seriesInOrder(comparison);
  if (all.length === 0) return [`## ${texts.targets}`, texts.noTargets];
  const { indicator, change, year, value, source, item } = texts.columns;
  const rows = all.flatMap((series) =>
    pointRows(series, scene).map((point, i) => [
      i === 0 ? series.indicator : "",
      i === 0 ? changeNames(series, texts).join("；") : "",
      point.year,
      point.value,
      point.source,
      point.item,
    ]),
  );
  return [`## ${texts.targets}`, table([[indicator, change, year, value, source, item], ...rows])];
}

function yearBlocks(scene: Scene, report: YearReport): string[] {
  const { sources, texts } = scene;
  const { year, plan } = report;
  const counts = fateCounts(sources.draft, year);
  const rows = draftRows(sources.draft, year);
  const changed = year.matches.filter(({ changes, relation }) => changes.length > 0 && relation !== "same");
  const passages = (of: typeof plan, references: typeof year.dropped, none: string): string =>
    references.length === 0
      ? none
      : references
          .map((one) => {
            const { start, end } = passageOf(of, one);
            return `- **${markdownText(fullName(of, one))}**  \n  ${inOneLine(of.text.slice(start, end))}`;
          })
          .join("\n");
  return [
    `## ${markdownText(texts.against(year.title ?? year.name))}`,
    table([
      [texts.columns.fate, texts.columns.count],
      ...FATES.map((fate) => [texts.fates[fate], counts[fate]]),
    ]),
    `### ${texts.dropped}`,
    passages(plan, year.dropped, texts.noneDropped),
    ...dissolvedBlocks(scene, report),
    `### ${texts.added}`,
    passages(sources.draft, year.added, texts.noneAdded),
    `### ${texts.tree}`,
    rows.map((row) => treeLine(scene, report, row)).join("\n"),
    `### ${texts.pairs}`,
    ...(changed.length === 0 ? [texts.noPairs] : changed.map((match) => pairBlock(scene, report, match))),
  ];
}

function dissolvedBlocks({ sources, texts }: Scene, report: YearReport): string[] {
  const lines = dissolvedSections(report, sources.draft).map(
    ({ name, places }) => `- ${markdownText(name)} → ${places.map(markdownText).join("、")}`,
  );
  return lines.length === 0 ? [] : [`### ${texts.dissolved}`, lines.join("\n")];
}

function treeLine({ texts, sources }: Scene, { plan }: YearReport, row: DraftRow): string {
  const { item, matches } = row;
  const from = matches.map((match) => {
    const changed = changedCharacters(match);
    const name = fullName(plan, match.earlier);
    const where = name === fullName(sources.draft, match.draft) ? "" : ` ← ${markdownText(name)}`;
    return where + (changed > 0 ? `，${texts.characters(changed)}` : "");
  });
  const indent = "  ".repeat(item.level - 1);
  return `${indent}- ${markdownText(item.marker.text + item.title)} — ${texts.fates[fateOf(row)]}${from.join("")}`;
}

function pairBlock({ sources, texts }: Scene, { plan }: YearReport, match: Match): string {
  const before = markedPieces(match, plan, "earlier");
  const now = markedPieces(match, sources.draft, "draft");
  return [
    `**${markdownText(fullName(sources.draft, match.draft))}**`,
    "",
    `- ${texts.columns.before}：${pieces(before)}`,
    `- ${texts.columns.now}：${pieces(now)}`,
  ].join("\n");
}

/** `<ins>` and `<del>` rather than `**` and `~~`: those fail between Chinese characters and marks. */
function pieces(list: readonly MarkedPiece[]): string {
  return list
    .map(({ kind, text }) => {
      const shown = inOneLine(text);
      if (kind === "kept") return shown;
      return kind === "deleted" ? `<del>${shown}</del>` : `<ins>${shown}</ins>`;
    })
    .join("");
}

function inOneLine(text: string): string {
  return markdownText(text.replace(/[\r\n]+/g, " "));
}
