/** A half-open range `[start, end)` of UTF-16 code units in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement: the text under `span` becomes `newText`. An empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

export function shift(at: Span, by: number): Span {
  return { start: at.start + by, end: at.end + by };
}

export function slice(text: string, at: Span): string {
  return text.slice(at.start, at.end);
}

export function replace(at: Span, newText: string): Edit {
  return { span: at, newText };
}

export function insert(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Two spans clash when they share a character, or when both insert at one place. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}

/**
 * The text with every edit applied. Edits may come in any order; of two that overlap the one that comes first in
 * the text wins, so that the result never depends on the order given.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let at = 0;
  for (const edit of ordered) {
    if (edit.span.start < at) continue;
    parts.push(text.slice(at, edit.span.start), edit.newText);
    at = edit.span.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
