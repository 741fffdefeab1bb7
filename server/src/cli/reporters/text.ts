import type { Finding, Severity } from "../../check/rule.js";
import type { PlanDocument } from "../../plan/model.js";
import { itemAt, markerPath } from "../../service/whereabouts.js";
import { lineColumn } from "../../text/lines.js";
import type { Span } from "../../text/span.js";
import { surroundings } from "../check/excerpt.js";
import { type CheckedFile, reaches } from "../check/report.js";
import { nameShown, type Style } from "../terminal.js";
import { says } from "../texts/lintTexts.js";
import type { Reporter, View } from "./reporter.js";
import { summaryLines } from "./summary.js";

const STYLES: Readonly<Record<Severity, Style>> = {
  error: ["red", "bold"],
  warning: "yellow",
  info: "cyan",
  hint: "gray",
};

interface Shown {
  readonly finding: Finding;
  /** Why it was let stand; undefined where it was not. */
  readonly silenced: string | undefined;
}

/** By file, and in a file by item, as reviewers work; then what it amounts to and how it is mended. */
export const textReport: Reporter = {
  file: (file, view) => lined(fileLines(file, view)),
  whole(report, view) {
    const files = report.files.map(({ text }) => text);
    return files.join("") + (view.detail === "quiet" ? "" : lined(summaryLines(report, view)));
  },
};

function lined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

function fileLines(file: CheckedFile, view: View): string[] {
  const shown = shownOf(file, view);
  if (shown.length === 0) return [];
  const lines = [
    view.paint("underline", nameShown(file.path)),
    `  ${view.paint("gray", describe(file.plan, view))}`,
  ];
  let heading: string | undefined;
  for (const one of shown) {
    const now = headingOf(file.plan, one.finding.span, view);
    if (now !== heading) lines.push("", `  ${view.paint("bold", now)}`);
    heading = now;
    lines.push(...findingLines(file.plan, one, view));
  }
  return [...lines, ""];
}

function shownOf(file: CheckedFile, view: View): Shown[] {
  const kept = file.findings
    .filter((finding) => view.detail !== "quiet" || reaches(finding.severity, view.threshold))
    .map((finding) => ({ finding, silenced: undefined }));
  if (view.detail !== "ignored") return kept;
  const silenced = file.silenced.map(({ finding, entry: { reason } }) => ({
    finding,
    silenced:
      reason === undefined ? says(view.locale, "silenced") : says(view.locale, "silencedBecause", { reason }),
  }));
  return [...kept, ...silenced].sort((a, b) => a.finding.span.start - b.finding.span.start);
}

function describe(plan: PlanDocument, { locale }: View): string {
  const title = plan.title?.text ?? says(locale, "untitled");
  const { from, to } = plan.period ?? {};
  const years =
    from === undefined || to === undefined
      ? []
      : [says(locale, from === to ? "year" : "years", { from, to })];
  return [title, says(locale, plan.kind), ...years].join(" · ");
}

function headingOf(plan: PlanDocument, span: Span, { locale }: View): string {
  const item = itemAt(plan, span.start);
  if (!item) return says(locale, outsideItems(plan, span));
  const title = item.title.length > 40 ? `${item.title.slice(0, 40)}…` : item.title;
  const path = markerPath(item).join("");
  return `${path}${/[章节条篇分\d]$/.test(path) ? " " : ""}${title}`.trimEnd();
}

/** What is no part of any item: the front, the attachments' names and the date behind, or a text without items. */
function outsideItems(
  { items: [first] }: PlanDocument,
  span: Span,
): "beforeItems" | "afterItems" | "noItems" {
  if (!first) return "noItems";
  return span.start < first.start ? "beforeItems" : "afterItems";
}

function findingLines(plan: PlanDocument, { finding, silenced }: Shown, view: View): string[] {
  const { locale, paint } = view;
  const style = silenced === undefined ? STYLES[finding.severity] : (["gray", "strikethrough"] as const);
  const severity = paint(style as Style, says(locale, finding.severity));
  const note = silenced === undefined ? "" : ` ${paint("gray", `（${silenced}）`)}`;
  const rule = paint("gray", finding.ruleId);
  return [
    `  ${place(plan, finding.span).padStart(8)}  ${severity}  ${finding.message}${note}  ${rule}`,
    ...marked(plan, finding.span, view),
    ...finding.related.map(({ span, message }) =>
      indented(paint("gray", says(locale, "related", { place: place(plan, span), message }))),
    ),
    ...(silenced === undefined ? fixLine(finding, view) : []),
  ];
}

function place(plan: PlanDocument, span: Span): string {
  const { line, character } = lineColumn(plan.starts, span.start);
  return `${line + 1}:${character + 1}`;
}

/** The words around the place; the place itself stands in ⟦ ⟧ where there are no colours to show it. */
function marked(plan: PlanDocument, span: Span, { paint }: View): string[] {
  const { before, marked: words, after } = surroundings(plan, span);
  if (before + words + after === "") return [];
  const painted = paint(["underline", "bold"], words);
  const shown = painted === words ? `⟦${words}⟧` : painted;
  return [indented(`${paint("gray", "│")} ${before}${shown}${after}`)];
}

function fixLine({ fixes }: Finding, { locale, paint }: View): string[] {
  const first = fixes.find((fix) => fix.safe) ?? fixes[0];
  if (!first) return [];
  const title = first.title;
  const count = fixes.length;
  const key = first.safe ? "fixSafe" : count > 1 ? "fixChoices" : "fixChoice";
  return [indented(paint("green", says(locale, key, { title, count })))];
}

function indented(line: string): string {
  return `            ${line}`;
}
