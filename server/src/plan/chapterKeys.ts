import type { DraftItem } from "./draftItem.js";

interface Keyed {
  readonly chapterKeys: readonly object[];
  readonly roots: () => readonly DraftItem[];
}

/** Keys of chapters that nobody has seen before. */
export function newKeys(chapters: readonly unknown[]): object[] {
  return chapters.map(() => ({}));
}

/** The keys after quiet edits of some lines. */
export function keysAfterEdits(was: Keyed, edits: readonly { readonly line: number }[]): readonly object[] {
  const roots = was.roots();
  return was.chapterKeys.map((key, i) => {
    const from = roots[i]?.line ?? 0;
    // A chapter may begin in the line in which the one before it ends.
    const to = roots[i + 1]?.line ?? Infinity;
    return edits.some(({ line }) => line >= from && line <= to) ? {} : key;
  });
}

/** Items that have come in the place of others, from one chapter to another. */
interface Come {
  readonly items: readonly DraftItem[];
  readonly gone: { readonly item: number; readonly itemEnd: number };
}

export function keysAfterSplice(was: Keyed, { items, gone }: Come): readonly object[] {
  const roots = was.roots();
  const come = items.filter(({ parent }) => !parent);
  const head = was.chapterKeys.filter((_, i) => (roots[i]?.index ?? 0) < gone.item);
  const rest = was.chapterKeys.filter((_, i) => (roots[i]?.index ?? 0) >= gone.itemEnd);
  return [...head, ...newKeys(come), ...rest];
}
