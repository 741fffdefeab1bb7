import { endOfWords } from "../plan/closing.js";
import { later } from "../plan/later.js";
import type { Item, PlanDocument } from "../plan/model.js";

/** A task of fewer pairs of characters shares too few with anything by which it could be known. */
const TELLING = 60;
/** Unlike matters share up to a quarter of them with a long address. */
const SHARED = 0.4;

/**
 * Tells whether the draft says behind its last item, in its closing address, what was an item of its own last year:
 * 各位代表！…… on the government's own work. It is no counterpart, and nothing was lost.
 */
export function createSaidInClosing(draft: PlanDocument): (text: string, item: Item) => boolean {
  const closing = later(() => {
    const last = draft.items.at(-1);
    return last ? pairsIn(draft.text.slice(endOfWords(draft, last), last.ownEnd)) : new Set<string>();
  });
  return (text, item) => {
    if (closing.get().size < TELLING) return false;
    const pairs = pairsIn(text.slice(item.headingStart, item.end));
    if (pairs.size < TELLING) return false;
    let shared = 0;
    for (const pair of pairs) if (closing.get().has(pair)) shared++;
    return shared / pairs.size >= SHARED;
  };
}

const HAN = /[\u4e00-\u9fff]+/g;

/** The pairs of neighbouring Chinese characters. */
function pairsIn(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const words of text.match(HAN) ?? [])
    for (let at = 1; at < words.length; at++) pairs.add(words.slice(at - 1, at + 1));
  return pairs;
}
