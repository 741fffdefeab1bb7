import type { Line } from "../../plan/model.js";
import type { Edit } from "../../text/span.js";

/**
 * Finds the half-width marks of a line that should be full-width; spans count from the start of the text.
 * `halfWidthMarks` of the checks is one. Those in markers are left to the markers' own form. It takes points, brackets
 * and straight quotes for marks, and a full stop where it ends a line: in other lines it is not asked.
 */
export type MarkFinder = (
  line: Line,
) => readonly { readonly edits: readonly Edit[]; readonly inMarker: boolean }[];

const NONE: readonly Edit[] = [];

/** The edits of the half-width marks of a line, but for those in markers; others may still reach into one. */
export function marksIn(line: Line, marks: MarkFinder): readonly Edit[] {
  if (line.role === "metadata" || line.role === "residue" || line.paragraph.blank) return NONE;
  const found = marks(line);
  if (found.length === 0) return NONE;
  const edits = found.filter((mark) => !mark.inMarker).flatMap((mark) => mark.edits);
  return edits.sort((a, b) => a.span.start - b.span.start);
}
