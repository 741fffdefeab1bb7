import type { PlanDocument } from "./model.js";

/** The lines of an edit: `[first, before)` of the one plan became `[first, after)` of the other. */
export interface LineChange {
  readonly first: number;
  readonly before: number;
  readonly after: number;
}

type Lined = Pick<PlanDocument, "starts" | "paragraphs">;

/** The lines in which two versions differ; undefined where lines around them have moved unevenly: CR LF became LF. */
export function changedLines(old: Lined, now: Lined): LineChange | undefined {
  const [a, b] = [old.paragraphs, now.paragraphs];
  const most = Math.min(a.length, b.length);
  let first = 0;
  while (first < most && a[first] === b[first] && old.starts[first] === now.starts[first]) first++;
  const by = (now.starts.at(-1) ?? 0) - (old.starts.at(-1) ?? 0);
  let tail = 0;
  while (tail < most - first && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const lines = { first, before: a.length - tail, after: b.length - tail };
  if (old.starts[first] !== now.starts[first]) return undefined;
  for (let i = lines.before, j = lines.after; i < a.length; i++, j++)
    if ((old.starts[i] ?? 0) + by !== now.starts[j]) return undefined;
  return lines;
}
