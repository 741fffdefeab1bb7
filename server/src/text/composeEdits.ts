import { applyEdits, type Edit, type Span } from "./span.js";

/** A stretch of the text between two steps that one of them has to do with. */
interface Stretch extends Span {
  readonly step: "first" | "then" | "both";
  readonly edits: readonly Edit[];
  /** By how much the first step made the text longer within it. */
  readonly grown: number;
}

/**
 * One list of edits that does what `first` and, on the text that gives (`between`), `then` do one after the other. Edits
 * of the two that touch become one; all others stay as they are. Neither list may overlap itself.
 */
export function composeEdits(first: readonly Edit[], between: string, then: readonly Edit[]): Edit[] {
  let grown = 0;
  return stretchesOf(first, then).map((stretch) => {
    const start = stretch.start - grown;
    grown += stretch.grown;
    const moved = stretch.edits.map(({ span, newText }) => ({
      span: { start: span.start - stretch.start, end: span.end - stretch.start },
      newText,
    }));
    const newText = applyEdits(between.slice(stretch.start, stretch.end), moved);
    return { span: { start, end: stretch.end - grown }, newText };
  });
}

/** In the text between the steps, in reading order, none touching another but where both come from the same step. */
function stretchesOf(first: readonly Edit[], then: readonly Edit[]): Stretch[] {
  const all = [...writtenBy(first), ...then.map(readBy)];
  all.sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: Stretch[] = [];
  for (const one of all) {
    let grown = one;
    // What is joined may touch one more before it that the smaller stretch stood apart from.
    for (let last = joined.at(-1); last && !apart(last, grown); last = joined.at(-1)) {
      grown = join(last, grown);
      joined.pop();
    }
    joined.push(grown);
  }
  return joined;
}

function apart(a: Stretch, b: Stretch): boolean {
  return b.start > a.end || (b.start === a.end && a.step === b.step && a.step !== "both");
}

function join(a: Stretch, b: Stretch): Stretch {
  return {
    start: a.start,
    end: Math.max(a.end, b.end),
    step: a.step === b.step ? a.step : "both",
    edits: [...a.edits, ...b.edits],
    grown: a.grown + b.grown,
  };
}

function writtenBy(first: readonly Edit[]): Stretch[] {
  let grown = 0;
  const ordered = [...first].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return ordered.map(({ span, newText }) => {
    const start = span.start + grown;
    const own = newText.length - (span.end - span.start);
    grown += own;
    return { start, end: start + newText.length, step: "first", edits: [], grown: own };
  });
}

function readBy(edit: Edit): Stretch {
  return { ...edit.span, step: "then", edits: [edit], grown: 0 };
}
