import { bodyNames } from "../plan/bodyNames.js";
import type { Item, PlanDocument } from "../plan/model.js";
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

/** Most items have no children: a list for each would be a third of the outline. */
const NO_CHILDREN: readonly OutlineNode[] = [];

export function outlineNode(item: Item): OutlineNode {
  const { start, end, headingEnd, markerEnd, children } = item;
  return {
    name: outlineName(item.mark.text, item.title),
    departments: bodyNames(item.responsibilities),
    level: item.level,
    span: { start, end },
    selection: { start, end: Math.max(headingEnd, markerEnd) },
    children: children.length === 0 ? NO_CHILDREN : children.map(outlineNode),
  };
}

/** 第一章 总则 has a space, 一、总则 has none: a mark after the numeral keeps the two apart by itself. */
function outlineName(marker: string, title: string): string {
  if (title === "") return marker;
  return RUNS_ON.includes(marker.charAt(marker.length - 1)) ? `${marker} ${title}` : marker + title;
}

const RUNS_ON = "章节条篇分0123456789";
