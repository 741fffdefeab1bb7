import type { PlanDocument } from "../../server/src/plan/model.js";

/** The tree of a plan as one reads it: a line an item, two spaces a level, marker and heading, then who does it. */
export function outlineText(plan: PlanDocument): string {
  return plan.items
    .map((item) => {
      const who = item.responsibilities.flatMap((r) => r.departments.map((d) => d.name));
      return (
        "  ".repeat(item.level - 1) +
        item.marker.text +
        item.title +
        (who.length > 0 ? ` ← ${who.join("、")}` : "")
      );
    })
    .join("\n");
}
