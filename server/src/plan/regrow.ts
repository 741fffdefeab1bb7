import type { Assembled } from "./assemblePlan.js";
import { attachResponsibilities } from "./attach.js";
import { type Before, carriedTargets } from "./carryTargets.js";
import { closeAround } from "./items.js";
import type { Paragraph } from "./model.js";
import type { Reading } from "./reread.js";
import { keepsTree } from "./sameTree.js";
import { moving } from "./takeOver.js";
import { targetShelf } from "./targetShelf.js";

/**
 * What was put together of a plan, after an edit of one line that changed who does what, or which targets there are, or
 * whether anything stands there, and no item: the tree is taken over, and what hangs on it is given out anew. Undefined
 * where the edit may have changed more.
 */
export function regrow(edit: Before, now: Reading): Assembled | undefined {
  const { was, old, at, start, by } = edit;
  const line = at.first;
  if (at.before !== line + 1 || at.after !== at.before || !keepsTree({ was, old, now, line }))
    return undefined;
  const [before, after] = [old.paragraphs[line] as Paragraph, now.paragraphs[line] as Paragraph];
  const move = moving(was, [{ line, before, after, changed: [], start, by }], now);
  if (!move) return undefined;
  const { source } = move;
  for (const item of source.items) item.leave();
  attachResponsibilities(source.lines, source.items);
  if (before.blank !== after.blank)
    closeAround({ text: now.text, starts: now.starts, lines: source.lines }, source.items, line);
  const { lines, items, period } = source;
  return move.to(targetShelf(source, carriedTargets(edit, { lines, items, period, flattened: false })));
}
