import { shift } from "../text/span.js";
import type { DraftItem } from "./items.js";
import type { Line, Responsibility } from "./model.js";
import { wrappedResponsibilities } from "./wrapped.js";

/**
 * Gives every responsibility to the item it closes. Where one stands after the last child of a group whose other
 * children have none, and the draft writes its groups so, it serves the group and goes to the parent.
 */
export function attachResponsibilities(lines: readonly Line[], items: readonly DraftItem[]): void {
  const all = lines.flatMap((line) =>
    line.paragraph.responsibilities.map((found) => moved(found, line.start)),
  );
  const wrapped = wrappedResponsibilities(lines);
  let at = -1;
  for (const found of wrapped.length === 0
    ? all
    : [...all, ...wrapped].sort((a, b) => a.span.start - b.span.start)) {
    while (at + 1 < items.length && (items[at + 1]?.marker.span.start ?? Infinity) <= found.span.start) at++;
    const item = items[at];
    if (item && found.span.start < item.part.span.end) item.responsibilities.push(found);
  }
  promote(items);
}

export function moved(found: Responsibility, by: number): Responsibility {
  return {
    form: found.form,
    span: shift(found.span, by),
    groups: found.groups.map((group) => ({
      ...group,
      labelSpan: shift(group.labelSpan, by),
      namesSpan: shift(group.namesSpan, by),
      departments: group.departments.map((d) => ({ ...d, span: shift(d.span, by) })),
    })),
    departments: found.departments.map((d) => ({ ...d, span: shift(d.span, by) })),
    deadline: found.deadline && { text: found.deadline.text, span: shift(found.deadline.span, by) },
  };
}

interface Habit {
  /** Groups in which two children or more have a responsibility of their own. */
  each: number;
  /** Groups in which only the last child has one. */
  last: number;
}

function promote(items: readonly DraftItem[]): void {
  const habits = new Map<string, Habit>();
  const groups = items.filter((item) => item.children.length > 1);
  for (const group of groups) {
    const habit = habitOf(habits, group);
    const having = group.children.filter((child) => hasAny(child)).length;
    if (having > 1) habit.each++;
    else if (onlyLastHas(group)) habit.last++;
  }
  // From the leaves up, so that a line which closes several levels at once climbs as far as it should.
  for (const group of [...groups].reverse()) {
    if (!onlyLastHas(group)) continue;
    const { each, last } = habitOf(habits, group);
    if (each > 0 && last <= each && group.children.length < 4) continue;
    const child = group.children.at(-1);
    for (const one of child?.responsibilities.splice(0) ?? []) group.responsibilities.push(one);
  }
}

function habitOf(habits: Map<string, Habit>, group: DraftItem): Habit {
  const key = `${group.children[0]?.marker.style ?? ""}`;
  const habit = habits.get(key) ?? { each: 0, last: 0 };
  habits.set(key, habit);
  return habit;
}

function hasAny(item: DraftItem): boolean {
  return item.responsibilities.length > 0 || item.children.some(hasAny);
}

function onlyLastHas(group: DraftItem): boolean {
  const last = group.children.at(-1);
  return (
    last !== undefined &&
    last.responsibilities.length > 0 &&
    group.responsibilities.length === 0 &&
    group.children.slice(0, -1).every((child) => !hasAny(child))
  );
}
