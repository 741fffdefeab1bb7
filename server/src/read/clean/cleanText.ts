import type { CleanResult } from "../model.js";
import { blankLines, trailingBlanks } from "./blanks.js";
import { chunkNumbers } from "./chunks.js";
import { advance, startDraft, type Draft, type Proposal } from "./draft.js";
import { invisibleTraces } from "./invisible.js";
import { lostNumerals, markerSpaces } from "./markers.js";
import { ocrSlips } from "./ocr.js";
import { residueLines } from "./residue.js";
import { runInHeadings } from "./runInHeadings.js";
import { hardWraps } from "./wraps.js";

/** In this order each step finds what the ones before have laid open. */
const STEPS: readonly ((draft: Draft) => Proposal[])[] = [
  trailingBlanks,
  ({ text }) => invisibleTraces(text),
  residueLines,
  chunkNumbers,
  hardWraps,
  ocrSlips,
  runInHeadings,
  markerSpaces,
  lostNumerals,
  blankLines,
];

/**
 * A pasted or scraped text as its author wrote it. Every repair is listed with its place in the original, and
 * making all of them but the `unsure` ones on the original gives the text: nothing is silent.
 */
export function cleanText(original: string): CleanResult {
  const draft = STEPS.reduce((before, step) => advance(before, step(before)), startDraft(original));
  const repairs = [...draft.repairs].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { text: draft.text, repairs };
}
