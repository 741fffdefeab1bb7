import { isBoxLine } from "../../../plan/boxes.js";
import { markerPath, type Paragraph, type PlanDocument } from "../../../plan/model.js";
import {
  mayBeginAnew,
  mayHead,
  numberingSlips,
  rightRuns,
  sequencesIn,
  type Run,
  type Slip,
  type SlipKind,
  writeOrdinal,
} from "../../../plan/numbering.js";
import { itemReferences } from "../../../plan/references.js";
import { writtenReferences } from "../../../plan/writtenReferences.js";
import { renumbered } from "../../../plan/renumber.js";
import { isTableRow } from "../../../plan/tableRow.js";
import type { Edit } from "../../../text/span.js";
import type { Fix, Remark, RuleContext, SeenPlace } from "../../rule.js";
import { around } from "../../sees.js";

/** The texts of the fixes that every numbering rule offers. */
export const renumberTexts = {
  "zh-CN": { run: "本组重新编号", all: "全文重新编号", before: "前一条编号在此" },
  en: { run: "Renumber this run", all: "Renumber the whole draft", before: "The number before it" },
} as const;

/** A number and its mark may stand on two lines. */
const NUMBERS = around(
  /[\d０-９一二三四五六七八九十百①-⒛㈠-㈩]\s?(?:[.．、，。)）]|$)|^\s?[.．、，。)）]|[①-⒛㈠-㈩]/g,
  { before: 4, after: 3 },
);
const WORDS = /(?![一二三四五六七八九十百第])[\u4e00-\u9fff]/g;
const REFERENCES = around(/第\s?[（(]?[一二三四五六七八九十百\d]/g, { before: 60, after: 60 });

/** What the numbering rules see of the words: what may be a number of the count that stands in the text, and references, which their fixes let follow. */
export function countedWords(paragraph: Paragraph, place?: SeenPlace): string {
  // A short line without a mark may be a heading, behind which a count begins anew.
  const isHeading =
    paragraph.role === "body" && mayHead(paragraph.text) && (!place || mayBeginAnew(place.plan, place.line));
  // Of the words beside a number only that they are words.
  const numbers = NUMBERS(paragraph).replace(WORDS, "字");
  const box = isBoxLine(paragraph.text) ? "box" : "";
  const row = paragraph.marker && isTableRow(paragraph.text.slice(paragraph.marker.span.end)) ? "row" : "";
  const seen = `${numbers}\n${REFERENCES(paragraph)}\n${isHeading ? "heading" : ""}${box}${row}`;
  return seen === "\n\n" ? "" : seen;
}

/** With more slips than this nobody mends them run by run, and a fix for each would list every number each time. */
const MANY = 200;

/** One remark for each slip of a kind, with the fixes that renumber its run and the whole draft. */
export function* slipRemarks(plan: PlanDocument, context: RuleContext, kind: SlipKind): Generator<Remark> {
  const counts = () => context.once("numberingSequences", () => sequencesIn(plan));
  const slips = context.once("numberingSlips", () => numberingSlips(plan, counts()));
  // The same for every slip: found once, shared by all.
  const written = () => context.once("writtenReferences", () => writtenReferences(plan.text));
  const references = () => context.once("itemReferences", () => itemReferences(plan, written()));
  const count = (runs: readonly Run[]) => renumbered(plan, runs, references);
  for (const slip of slips) {
    if (slip.kind !== kind) continue;
    const all = context.once("renumberAll", () => count(rightRuns(plan, counts())));
    const fixes = slips.length > MANY ? [allFix(all)] : renumberFixes(count(runsOf(slip)), all);
    yield remarkOf(plan, slip, fixes);
  }
}

function remarkOf(plan: PlanDocument, slip: Slip, fixes: readonly Fix[]): Remark {
  const { item, expected, before } = slip;
  const right = writeOrdinal(item.mark, expected) ?? String(expected);
  const found = plan.text.slice(item.marker.numeral.start, item.marker.numeral.end);
  return {
    span: item.marker.span,
    message: {
      // Two neighbours that changed places: the number is too large, though the count goes back.
      key: slip.kind === "order" && (item.mark.ordinal ?? 0) > expected ? "swapped" : "slip",
      fill: {
        right,
        found,
        before: before?.mark.text ?? "",
        where: item.parent ? markerPath(item.parent).join("") : "",
      },
    },
    related: before ? [{ span: before.marker.span, message: { key: "before" } }] : [],
    fixes,
  };
}

/** The run of a slip and those that count on from it, as they should be. */
function runsOf({ kind, run, expected, following }: Slip): Run[] {
  const head = kind === "restart" || kind === "first" ? { ...run, from: expected } : run;
  const runs = [head];
  for (const one of following) {
    const before = runs.at(-1) ?? head;
    runs.push({ ...one, from: before.from + before.items.length });
  }
  return runs;
}

function renumberFixes(run: readonly Edit[], all: readonly Edit[]): Fix[] {
  const fixes: Fix[] = [];
  if (run.length > 0) fixes.push({ title: { key: "run" }, edits: run, safe: false });
  if (all.length > run.length) fixes.push(allFix(all));
  return fixes;
}

function allFix(edits: readonly Edit[]): Fix {
  return { title: { key: "all" }, edits, safe: false };
}
