import { type DraftItem, ROW } from "./draftItem.js";
import { PlacedResponsibility } from "./placedResponsibility.js";
import { HOLDS } from "./holds.js";
import type { Line, MarkerStyle, Responsibility } from "./model.js";
import { type HoldingLines, wrappedResponsibilities } from "./wrapped.js";

/** How a draft says who does the children of a group, counted by the form of their markers. */
export interface Habit {
  /** Groups in which two children or more have a responsibility of their own. */
  readonly each: number;
  /** Groups in which only the last child has one. */
  readonly last: number;
}

export type Habits = ReadonlyMap<MarkerStyle, Habit>;

/** How a group does it, as one of its numbers. */
const CUSTOM = { none: 0, each: 1, last: 2 } as const;

/**
 * Gives every responsibility to the item it closes. Where one stands after the last child of a group whose other
 * children have none, and the draft writes its groups so, it serves the group and goes to the parent.
 */
export function attachResponsibilities(source: HoldingLines, items: readonly DraftItem[]): Habits {
  handOut(source, items);
  const habits = habitsAfter(new Map(), [], items);
  promote(items, habits);
  return habits;
}

/** Gives every responsibility to the item that it stands in, and takes down how its groups do it. */
export function handOut(source: HoldingLines, items: readonly DraftItem[]): void {
  let all: Responsibility[] = [];
  const { lines, holds } = source;
  for (let i = 0; i < lines.length; i++) {
    if (((holds[i] as number) & HOLDS.responsibility) === 0) continue;
    const { paragraph, start } = lines[i] as Line;
    for (const one of paragraph.responsibilities) all.push(new PlacedResponsibility(one, start));
  }
  const wrapped = wrappedResponsibilities(source);
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
  for (const item of items) if (item.children.length > 1) item.say(ROW.custom, customOf(item));
}

function customOf(group: DraftItem): number {
  const having = group.children.filter((child) => hasAny(child)).length;
  if (having > 1) return CUSTOM.each;
  return onlyLastHas(group) ? CUSTOM.last : CUSTOM.none;
}

/** The habits of a draft in which some items have come in the place of others. */
export function habitsAfter(before: Habits, gone: readonly DraftItem[], come: readonly DraftItem[]): Habits {
  const habits = new Map(before);
  const count = (group: DraftItem, by: 1 | -1): void => {
    const custom = group.row(ROW.custom);
    if (custom === CUSTOM.none) return;
    const style = styleBelow(group);
    const { each, last } = habits.get(style) ?? NO_HABIT;
    habits.set(style, custom === CUSTOM.each ? { each: each + by, last } : { each, last: last + by });
  };
  for (const item of gone) count(item, -1);
  for (const item of come) count(item, 1);
  return habits;
}

const NO_HABIT: Habit = { each: 0, last: 0 };

function styleBelow(group: DraftItem): MarkerStyle {
  return (group.children[0] as DraftItem).mark.style;
}

/** Whether each item is said to be done by somebody, rather than the group by a line below its last. */
function isOfEach({ each, last }: Habit = NO_HABIT): boolean {
  return each > 0 && last <= each;
}

/** Whether what goes to the group does so in both. */
export function promoteAlike(a: Habits, b: Habits): boolean {
  return [...a.keys(), ...b.keys()].every((style) => isOfEach(a.get(style)) === isOfEach(b.get(style)));
}

export function promote(items: readonly DraftItem[], habits: Habits): void {
  // From the leaves up, so that a line which closes several levels at once climbs as far as it should.
  for (let i = items.length - 1; i >= 0; i--) {
    const group = items[i] as DraftItem;
    if (group.children.length < 2 || !onlyLastHas(group)) continue;
    if (isOfEach(habits.get(styleBelow(group))) && group.children.length < 4) continue;
    group.children.at(-1)?.handOver(group);
  }
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
