import type { Item, PlanDocument } from "../plan/model.js";
import { PlacedResponsibility } from "../plan/placedResponsibility.js";
import type { Span } from "../text/span.js";

/** One entry of the outline (大纲): what is shown, and where it stands. */
export interface OutlineNode {
  /** Marker and heading, as one reads them: （一）夯实基础. */
  readonly name: string;
  /** The departments that are responsible, in the order written. */
  readonly departments: readonly string[];
  readonly level: number;
  /** The item with all its children. */
  readonly span: Span;
  /** Marker and heading alone. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** The numbered tree of a plan, notice and attachments in their place. */
export function outlineTree(plan: PlanDocument): OutlineNode[] {
  return plan.roots.map(outlineNode);
}

function outlineNode(item: Item): OutlineNode {
  return {
    name: outlineName(item),
    departments: departmentNames(item),
    level: item.level,
    span: item.span,
    selection: { start: item.marker.span.start, end: Math.max(item.heading.end, item.marker.span.end) },
    children: item.children.map(outlineNode),
  };
}

/** 第一章 总则 has a space, 一、总则 has none: a mark after the numeral keeps the two apart by itself. */
function outlineName(item: Item): string {
  const marker = item.marker.text;
  if (item.title === "") return marker;
  const apart = /[章节条篇分0-9]$/.test(marker) ? " " : "";
  return marker + apart + item.title;
}

const NOBODY: readonly string[] = [];

function departmentNames(item: Item): readonly string[] {
  if (item.responsibilities.length === 0) return NOBODY;
  return [...new Set(item.responsibilities.flatMap((one) => PlacedResponsibility.namesOf(one)))];
}
