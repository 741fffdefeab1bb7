import type { Line, LineRole, Paragraph, PlanDocument } from "./model.js";
import { assembledOf } from "./parsedPlan.js";
import { numberOf, roleIn } from "./roleNumbers.js";

/** One line of a plan, for who needs a few: `plan.lines` makes all of them, anew after every edit. */
export function lineIn(plan: PlanDocument, index: number): Line | undefined {
  const { roles } = assembledOf(plan);
  const role = roleIn(roles, index);
  const paragraph = plan.paragraphs[index];
  return role && paragraph && { role, start: plan.starts[index] ?? 0, paragraph };
}

/** The lines of a role, in order. */
export function linesOfRole(plan: PlanDocument, role: LineRole): Line[] {
  const { roles } = assembledOf(plan);
  const number = numberOf(role);
  const found: Line[] = [];
  for (let at = roles.indexOf(number); at !== -1; at = roles.indexOf(number, at + 1))
    found.push(lineIn(plan, at) as Line);
  return found;
}

/** The lines that hold something, as their paragraphs tell, with their numbers. */
export function linesWhere(plan: PlanDocument, is: (paragraph: Paragraph) => boolean): [number, Line][] {
  const found: [number, Line][] = [];
  for (let i = 0; i < plan.paragraphs.length; i++)
    if (is(plan.paragraphs[i] as Paragraph)) found.push([i, lineIn(plan, i) as Line]);
  return found;
}
