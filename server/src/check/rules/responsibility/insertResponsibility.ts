import type { Item, Paragraph, PlanDocument, Responsibility } from "../../../plan/model.js";
import { PlacedResponsibility } from "../../../plan/placedResponsibility.js";
import { lineEnding } from "../../../text/lines.js";
import { insert } from "../../../text/span.js";
import type { Fix, RuleContext } from "../../rule.js";
import { byItemIn } from "./departmentUses.js";

/** A line in the form that the draft uses most, with last year's departments where they are known. */
export function insertResponsibility(plan: PlanDocument, item: Item, context: RuleContext): Fix | undefined {
  const model = context.once("responsibilityModel", () => modelOf(byItemIn(plan, context)));
  if (!model) return undefined;
  const names = context.earlier?.departments.get(item.index) ?? [];
  const line = written(plan, model, names);
  const newText = model.form === "line" ? lineEnding(plan.text) + line : line;
  return { title: { key: "fix", fill: { line } }, edits: [insert(item.ownEnd, newText)], safe: false };
}

function modelOf(all: readonly Responsibility[]): Responsibility | undefined {
  let lines = 0;
  let brackets = 0;
  for (const { form, groups } of all.map(PlacedResponsibility.foundOf)) {
    if (groups.length === 0) continue;
    if (form === "line") lines++;
    else brackets++;
  }
  const usual = lines >= brackets ? "line" : "bracket";
  const isUsual = (one: Responsibility): boolean =>
    one.form === usual && PlacedResponsibility.foundOf(one).groups.length > 0;
  const isLabelled = (one: Responsibility): boolean => {
    const { groups } = PlacedResponsibility.foundOf(one);
    return groups.length === 1 && groups[0]?.label !== "";
  };
  return all.find((one) => isUsual(one) && isLabelled(one)) ?? all.find(isUsual);
}

function written(plan: PlanDocument, model: Responsibility, names: readonly string[]): string {
  const group = model.groups[0];
  const separator = separatorOf(plan, model);
  const text = plan.text.slice(model.span.start, model.span.end);
  const list = names.length > 0 ? names.join(separator) : "待定";
  const open = model.form === "bracket" ? (text[0] ?? "（") : "";
  const close = model.form === "bracket" ? (text.at(-1) ?? "）") : "";
  if (!group || group.label === "") return `${open}${list}负责${close}`;
  const colon = plan.text.slice(group.labelSpan.end, group.namesSpan.start).trim() || "：";
  return `${open}${group.label}${colon}${list}${close}`;
}

function separatorOf(plan: PlanDocument, model: Responsibility): string {
  const [a, b] = model.departments;
  return a && b ? plan.text.slice(a.span.end, b.span.start) : "、";
}

/** What the line that is offered takes from those of a paragraph: their form, labels and marks, and not their names. */
export function modelWords({ text, responsibilities }: Paragraph): string {
  const written = responsibilities.map(({ form, span, groups, departments: [a, b] }) => {
    const labels = groups.map(
      ({ label, labelSpan, namesSpan }) => `${label}${text.slice(labelSpan.end, namesSpan.start)}`,
    );
    const between = a && b ? text.slice(a.span.end, b.span.start) : "";
    return [form, text[span.start], text[span.end - 1], ...labels, between].join("|");
  });
  return written.join("\n");
}
