import { markerPath, type PlanDocument } from "../../../plan/model.js";
import {
  numberingRuns,
  numberingSlips,
  renumberRun,
  type Slip,
  type SlipKind,
  writeOrdinal,
} from "../../../plan/numbering.js";
import type { Fix, Remark, RuleContext } from "../../rule.js";

/** The texts of the fixes that every numbering rule offers. */
export const renumberTexts = {
  "zh-CN": { run: "本组重新编号", all: "全文重新编号", before: "前一条编号在此" },
  en: { run: "Renumber this run", all: "Renumber the whole draft", before: "The number before it" },
} as const;

/** One remark for each slip of a kind, with the fixes that renumber its run and the whole draft. */
export function* slipRemarks(plan: PlanDocument, context: RuleContext, kind: SlipKind): Generator<Remark> {
  for (const slip of context.once("numberingSlips", () => numberingSlips(plan))) {
    if (slip.kind === kind) yield remarkOf(plan, slip);
  }
}

function remarkOf(plan: PlanDocument, slip: Slip): Remark {
  const { item, expected, before } = slip;
  const right = writeOrdinal(item.marker, expected) ?? String(expected);
  const found = plan.text.slice(item.marker.numeral.start, item.marker.numeral.end);
  return {
    span: item.marker.span,
    message: {
      // Two neighbours that changed places: the number is too large, though the count goes back.
      key: slip.kind === "order" && (item.marker.ordinal ?? 0) > expected ? "swapped" : "slip",
      fill: {
        right,
        found,
        before: before?.marker.text ?? "",
        where: item.parent ? markerPath(item.parent).join("") : "",
      },
    },
    related: before ? [{ span: before.marker.span, message: { key: "before" } }] : [],
    fixes: renumberFixes(plan, slip),
  };
}

function renumberFixes(plan: PlanDocument, slip: Slip): Fix[] {
  const anew = slip.kind === "restart" || slip.kind === "first";
  const head = anew ? { ...slip.run, from: slip.expected } : slip.run;
  let from = head.from + head.items.length;
  const following = slip.following.map((run) => {
    const counted = { ...run, from };
    from += run.items.length;
    return counted;
  });
  const run = [head, ...following].flatMap(renumberRun);
  const all = numberingRuns(plan).flatMap(renumberRun);
  const fixes: Fix[] = [];
  if (run.length > 0) fixes.push({ title: { key: "run" }, edits: run, safe: false });
  if (all.length > run.length) fixes.push({ title: { key: "all" }, edits: all, safe: false });
  return fixes;
}
