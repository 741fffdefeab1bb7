import type { Comparison, ItemReference, YearComparison } from "../../compare/comparePlans.js";
import type { TargetPoint } from "../../compare/seriesList.js";
import type { ReportSources } from "../../write/report/model.js";
import type { Call } from "../command.js";
import { catalogue } from "../texts/catalogue.js";

const says = catalogue({
  "zh-CN": {
    against: "与“{title}”对照",
    counts:
      "原样 {same}，改写 {edited}，改题 {renamed}，移位 {moved}，拆分 {split}，合并 {merged}，新增 {added}，去掉 {dropped}",
    added: "新增",
    dropped: "去掉",
    targets: "指标",
    raised: "提高",
    lowered: "降低",
    kept: "不变",
    new: "新设",
    targetDropped: "不再提",
    findings: "需要留意",
  },
  en: {
    against: "Beside “{title}”",
    counts:
      "same {same}, edited {edited}, renamed {renamed}, moved {moved}, split {split}, merged {merged}, new {added}, dropped {dropped}",
    added: "New",
    dropped: "Dropped",
    targets: "Targets",
    raised: "raised",
    lowered: "lowered",
    kept: "kept",
    new: "new",
    targetDropped: "dropped",
    findings: "To be looked at",
  },
});

/** The comparison in a screen or two: what is new, what is gone, what became of the targets. */
export function comparisonText(comparison: Comparison, sources: ReportSources, call: Call): string {
  const lines = comparison.years.flatMap((year) => yearLines(year, call));
  lines.push(...targetLines(comparison, call));
  const { findings = [] } = sources;
  if (findings.length > 0) {
    lines.push("", call.terminal.paint("bold", says(call.locale, "findings")));
    lines.push(
      ...findings.map((finding) => `  ${finding.message}  ${call.terminal.paint("gray", finding.ruleId)}`),
    );
  }
  return lines.map((line) => `${line}\n`).join("");
}

function yearLines(year: YearComparison, { locale, terminal }: Call): string[] {
  const counts = { same: 0, edited: 0, renamed: 0, moved: 0, split: 0, merged: 0 };
  for (const { relation } of year.matches) counts[relation] += 1;
  const both = { ...counts, added: year.added.length, dropped: year.dropped.length };
  return [
    terminal.paint("bold", says(locale, "against", { title: year.title ?? year.name })),
    `  ${says(locale, "counts", both)}`,
    ...itemLines(says(locale, "added"), year.added),
    ...itemLines(says(locale, "dropped"), year.dropped),
  ];
}

function itemLines(head: string, items: readonly ItemReference[]): string[] {
  return items.map(({ marker, title }) => `  ${head}  ${marker}${title}`);
}

function targetLines({ targets }: Comparison, { locale, terminal }: Call): string[] {
  const changed = targets.filter(({ change }) => change !== "kept");
  if (changed.length === 0) return [];
  const lines = changed.map(({ indicator, change, earlier, draft }) => {
    const word = says(locale, change === "dropped" ? "targetDropped" : change);
    return `  ${word}  ${indicator}  ${[earlier, draft].map(valueOf).join(" → ")}`;
  });
  return ["", terminal.paint("bold", says(locale, "targets")), ...lines];
}

function valueOf(point: TargetPoint | undefined): string {
  return point === undefined ? "—" : point.value;
}
