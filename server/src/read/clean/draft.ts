import type { Certainty, Repair, RepairKind } from "../model.js";
import type { Span } from "../../text/span.js";

/** A text on its way through the repairs, which still knows where each of its characters stood in the original. */
export interface Draft {
  readonly original: string;
  readonly text: string;
  /** Runs of untouched characters, in order: `at` in the text, `from` in the original. What lies between was put in. */
  readonly runs: readonly Run[];
  readonly repairs: readonly Repair[];
}

interface Run {
  readonly at: number;
  readonly from: number;
  readonly length: number;
}

/** One repair that a step proposes, with its place in the text as that step sees it. */
export interface Proposal {
  readonly kind: RepairKind;
  readonly certainty: Certainty;
  readonly span: Span;
  readonly after: string;
}

export function startDraft(original: string): Draft {
  const runs = original === "" ? [] : [{ at: 0, from: 0, length: original.length }];
  return { original, text: original, runs, repairs: [] };
}

/**
 * The draft after one step. Proposals that are not sure enough are only noted. A deletion that reaches across an
 * earlier repair is made and noted in parts, around what that one put in; a replacement that does so is left out,
 * because its place in the original could not be told.
 */
export function advance(draft: Draft, proposals: readonly Proposal[]): Draft {
  if (proposals.length === 0) return draft;
  const ordered = [...proposals].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const repairs = [...draft.repairs];
  const edits: Proposal[] = [];
  let at = 0;
  for (const proposal of ordered) {
    const isMade = proposal.certainty !== "unsure";
    if (isMade && proposal.span.start < at) continue;
    for (const part of splitAtRepairs(draft, proposal)) {
      repairs.push(inOriginal(draft, part));
      if (isMade) edits.push(part);
    }
    if (isMade) at = proposal.span.end;
  }
  return { original: draft.original, ...rewrite(draft, edits), repairs };
}

/** The index of the run that holds `offset`, or of the last one that starts before it. */
function runAt(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The proposal itself where it lies in one run (or inserts), its parts where it deletes from several. */
function splitAtRepairs(draft: Draft, proposal: Proposal): Proposal[] {
  const { span, after } = proposal;
  const first = runAt(draft.runs, span.start);
  const run = draft.runs[first];
  if (!run) return [];
  if (span.start === span.end || (span.start >= run.at && span.end <= run.at + run.length)) return [proposal];
  if (after !== "") return [];
  const parts: Proposal[] = [];
  for (let i = first; i < draft.runs.length; i++) {
    const each = draft.runs[i];
    if (!each || each.at >= span.end) break;
    const start = Math.max(span.start, each.at);
    const end = Math.min(span.end, each.at + each.length);
    if (start < end) parts.push({ ...proposal, span: { start, end } });
  }
  return parts;
}

/** A proposal within one run, or an insertion beside one, as a repair of the original. */
function inOriginal(draft: Draft, { kind, certainty, span, after }: Proposal): Repair {
  const run = draft.runs[runAt(draft.runs, span.start)] ?? { at: 0, from: 0, length: 0 };
  const start = run.from + Math.min(span.start - run.at, run.length);
  const end = start + span.end - span.start;
  return { kind, certainty, span: { start, end }, before: draft.original.slice(start, end), after };
}

function rewrite(draft: Draft, edits: readonly Proposal[]): { text: string; runs: Run[] } {
  const pieces: string[] = [];
  const runs: Run[] = [];
  let length = 0;
  let run = 0;
  const keep = (start: number, end: number): void => {
    while (run < draft.runs.length - 1 && (draft.runs[run + 1]?.at ?? 0) <= start) run++;
    for (let i = run; i < draft.runs.length; i++) {
      const each = draft.runs[i];
      if (!each || each.at >= end) break;
      const from = Math.max(start, each.at);
      const to = Math.min(end, each.at + each.length);
      if (from < to)
        runs.push({ at: length + from - start, from: each.from + from - each.at, length: to - from });
    }
    pieces.push(draft.text.slice(start, end));
    length += end - start;
  };
  let at = 0;
  for (const { span, after } of edits) {
    keep(at, span.start);
    pieces.push(after);
    length += after.length;
    at = span.end;
  }
  keep(at, draft.text.length);
  return { text: pieces.join(""), runs };
}
