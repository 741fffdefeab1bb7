import type { Before } from "./before.js";
import type { Chapters } from "./chapters.js";
import { DraftItem, PLACES, ROW, ROWS, type Shelf } from "./draftItem.js";

/** The items of a plan in which some chapters have come in the place of others. */
export function splicedItems(
  { was, at, by }: Before,
  { items: come, gone, parts: change }: Chapters,
  room: Pick<Shelf, "text" | "parts" | "targetsOf">,
): DraftItem[] {
  const before = was.items();
  const { shelf: old } = before[0] as DraftItem;
  const { shelf: own } = come[0] as DraftItem;
  const [end, more] = [gone.item + come.length, gone.item + come.length - gone.itemEnd];
  const places = spliced(old.places, own.places, { width: PLACES, from: gone.item, to: gone.itemEnd });
  for (let i = end * PLACES; i < places.length; i++) places[i] = (places[i] as number) + by;
  const rows = spliced(old.rows, own.rows, { width: ROWS, from: gone.item, to: gone.itemEnd });
  moveRows(rows, [gone.item, end], { lines: gone.line, items: gone.item, parts: change.first });
  const parts = change.first + 1 + change.opened.length - change.rest;
  moveRows(rows, [end, rows.length / ROWS], { lines: at.after - at.before, items: more, parts });
  const items: DraftItem[] = [];
  const shelf: Shelf = { ...room, items, places, rows };
  const all: readonly Taken[] = [
    { list: before, from: 0, to: gone.item, more: 0, by: 0 },
    { list: come, from: 0, to: come.length, more: gone.item, by: 0 },
    { list: before, from: gone.itemEnd, to: before.length, more, by },
  ];
  for (const taken of all) take(taken, shelf);
  for (const taken of all) raise(taken, items);
  return items;
}

interface Stretch {
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

function spliced(old: Int32Array, come: Int32Array, { width, from, to }: Stretch): Int32Array {
  const all = new Int32Array(old.length + come.length - (to - from) * width);
  all.set(old.subarray(0, from * width));
  all.set(come, from * width);
  all.set(old.subarray(to * width), from * width + come.length);
  return all;
}

interface Further {
  readonly lines: number;
  readonly items: number;
  readonly parts: number;
}

function moveRows(
  rows: Int32Array,
  [from, to]: readonly [number, number],
  { lines, items, parts }: Further,
): void {
  for (let at = from * ROWS; at < to * ROWS; at += ROWS) {
    rows[at + ROW.line] = (rows[at + ROW.line] as number) + lines;
    rows[at + ROW.part] = (rows[at + ROW.part] as number) + parts;
    const parent = rows[at + ROW.parent] as number;
    if (parent !== -1) rows[at + ROW.parent] = parent + items;
  }
}

/** Items that are taken over, how much further on they stand in the list and in the text. */
interface Taken {
  readonly list: readonly DraftItem[];
  readonly from: number;
  readonly to: number;
  readonly more: number;
  readonly by: number;
}

function take({ list, from, to, more, by }: Taken, shelf: Shelf): void {
  for (let i = from; i < to; i++) {
    const old = list[i] as DraftItem;
    const item = new DraftItem(shelf, i + more, old.mark);
    item.answerAs(old, by);
    shelf.items.push(item);
  }
}

/** Gives their children to the items when all are there. */
function raise({ list, from, to, more }: Taken, items: readonly DraftItem[]): void {
  for (let i = from; i < to; i++) {
    const { children } = list[i] as DraftItem;
    if (children.length === 0) continue;
    (items[i + more] as DraftItem).children = children.map(({ index }) => items[index + more] as DraftItem);
  }
}
