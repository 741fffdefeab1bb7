import { type Department, type Item, itemAt, type PlanDocument, type Target } from "../../plan/model.js";
import { indexAt } from "../../plan/lineIndex.js";
import type { Span } from "../../text/span.js";

/** The end of a word belongs to it: the caret that stands behind a name is at the name. */
export function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end && span.end > span.start;
}

/** The department whose name holds an offset, with the item that names it. */
export function departmentAt(
  plan: PlanDocument,
  offset: number,
): { readonly department: Department; readonly item: Item } | undefined {
  const item = itemAt(plan, offset);
  for (let at = item; at; at = at.parent) {
    for (const responsibility of at.responsibilities) {
      const department = responsibility.departments.find((one) => holds(one.span, offset));
      if (department) return { department, item: at };
    }
  }
  return undefined;
}

/** The target whose name or value holds an offset. Targets stand in reading order, so only those near it are looked at. */
export function targetAt(plan: PlanDocument, offset: number): Target | undefined {
  const near = indexAt(
    plan.targets.map((target) => target.valueSpan),
    offset,
  );
  return plan.targets
    .slice(Math.max(0, near - 2), near + 4)
    .find((target) => holds(target.valueSpan, offset) || holds(target.indicatorSpan, offset));
}

/** The item whose marker holds an offset. */
export function markerItemAt(plan: PlanDocument, offset: number): Item | undefined {
  const item = itemAt(plan, offset);
  return item && holds(item.marker.span, offset) ? item : undefined;
}
