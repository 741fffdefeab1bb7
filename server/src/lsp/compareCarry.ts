import type { EarlierYears, Remark } from "../check/rule.js";
import type { PlanDocument } from "../plan/model.js";
import { type Change, changeBetween } from "../text/change.js";
import type { Span } from "../text/span.js";

/** A draft as it was when it was compared, and what the earlier years said of it then. */
interface Compared {
  readonly plan: PlanDocument;
  readonly earlier: EarlierYears;
}

/**
 * What an earlier year said of a draft, carried over to the draft as it has been edited since, so that the findings do
 * not come and go while somebody types. What the edit touched is left out until the draft is compared again.
 */
export function carriedOver({ plan: before, earlier }: Compared, now: PlanDocument): EarlierYears {
  const edit = changeBetween(before.text, now.text);
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

function carried(remark: Remark, edit: Change): Remark[] {
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

function moved({ start, end }: Span, edit: Change): Span | undefined {
  if (end <= edit.start) return { start, end };
  const by = edit.after - edit.before;
  if (start >= edit.before) return { start: start + by, end: end + by };
  return undefined;
}
