import type { Settled } from "./attachTargets.js";
import type { Before } from "./before.js";
import type { Chapters } from "./chapters.js";
import type { KnownTargets } from "./targetShelf.js";

/** What is settled of the targets of a plan in which some chapters have come in the place of others; undefined where nobody asked before. */
export function splicedTargets(
  { was, at }: Before,
  { items, settled: come, gone }: Chapters,
): KnownTargets | undefined {
  const known = was.targetShelf.known();
  if (!known) return undefined;
  const shift = at.after - at.before;
  const more = gone.item + items.length - gone.itemEnd;
  const settled: Settled[] = [];
  let next = 0;
  for (; next < known.settled.length; next++) {
    const one = known.settled[next] as Settled;
    if (one.line >= gone.line) break;
    settled.push(one);
  }
  for (const one of come) settled.push(movedBy(one, gone.line, gone.item));
  for (; next < known.settled.length; next++) {
    const one = known.settled[next] as Settled;
    if (one.line >= gone.lineEnd) settled.push(shift === 0 && more === 0 ? one : movedBy(one, shift, more));
  }
  const edited = new Set<number>();
  for (const line of known.edited) {
    if (line < gone.line) edited.add(line);
    else if (line >= gone.lineEnd) edited.add(line + shift);
  }
  return { settled, edited };
}

function movedBy(
  { target, line, span, year, yearFrom, kind, owner }: Settled,
  lines: number,
  items: number,
): Settled {
  return { target, line: line + lines, span, year, yearFrom, kind, owner: owner === -1 ? -1 : owner + items };
}
