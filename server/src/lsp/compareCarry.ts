import type { EarlierYears, Remark } from "../check/rule.js";
import type { PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";
import type { ComparedDraft } from "./comparisons.js";

/**
 * What an earlier year said of a draft, carried over to the draft as it has been edited since, so that the findings do
 * not come and go while somebody types. What the edit touched is left out until the draft is compared again.
 */
export function carriedOver({ plan: before, earlier }: ComparedDraft, now: PlanDocument): EarlierYears {
  const edit = editBetween(before.text, now.text);
  const remarks = new Map<string, readonly Remark[]>();
  for (const [rule, list] of earlier.remarks) {
    remarks.set(
      rule,
      list.flatMap((remark) => carried(remark, edit)),
    );
  }
  // Departments hang on the items by number: where items came or went, the numbers mean others.
  const departments = before.items.length === now.items.length ? earlier.departments : new Map();
  return { departments, remarks };
}

interface TextEdit {
  readonly start: number;
  /** The end of what was replaced, in the text before. */
  readonly end: number;
  readonly shift: number;
}

function editBetween(before: string, now: string): TextEdit {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === now.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)
  )
    tail++;
  return { start, end: before.length - tail, shift: now.length - before.length };
}

function carried(remark: Remark, edit: TextEdit): Remark[] {
  const span = moved(remark.span, edit);
  if (!span) return [];
  const { fixes, related, ...rest } = remark;
  const places = related?.flatMap((one) => {
    const place = moved(one.span, edit);
    return place ? [{ ...one, span: place }] : [];
  });
  const kept = fixes?.flatMap((fix) => {
    const edits = fix.edits.flatMap((one) => {
      const place = moved(one.span, edit);
      return place ? [{ ...one, span: place }] : [];
    });
    return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
  });
  return [{ ...rest, span, ...(places ? { related: places } : {}), ...(kept ? { fixes: kept } : {}) }];
}

function moved({ start, end }: Span, edit: TextEdit): Span | undefined {
  if (end <= edit.start) return { start, end };
  if (start >= edit.end) return { start: start + edit.shift, end: end + edit.shift };
  return undefined;
}
