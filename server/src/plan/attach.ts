import type { DraftItem } from "./draftItem.js";
import { PlacedResponsibility } from "./placedResponsibility.js";
import type { Line, Responsibility } from "./model.js";
import { wrappedResponsibilities } from "./wrapped.js";

/**
 * Gives every responsibility to the item it closes. Where one stands after the last child of a group whose other
 * children have none, and the draft writes its groups so, it serves the group and goes to the parent.
 */
export function attachResponsibilities(lines: readonly Line[], items: readonly DraftItem[]): void {
  let all: Responsibility[] = [];
  for (const { paragraph, start } of lines) {
    for (const one of paragraph.responsibilities) all.push(new PlacedResponsibility(one, start));
  }
  const wrapped = wrappedResponsibilities(lines);
  if (wrapped.length > 0) {
    all = all.concat(wrapped);
    all.sort((a, b) => PlacedResponsibility.startOf(a) - PlacedResponsibility.startOf(b));
  }
  let at = -1;
  for (const found of all) {
    const start = PlacedResponsibility.startOf(found);
    while (at + 1 < items.length && (items[at + 1]?.start ?? Infinity) <= start) at++;
    const item = items[at];
    if (item && start < item.part.span.end) item.answer(found);
  }
  promote(items);
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
    group.children.at(-1)?.handOver(group);
  }
}

function habitOf(habits: Map<string, Habit>, group: DraftItem): Habit {
  const key = `${group.children[0]?.mark.style ?? ""}`;
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
