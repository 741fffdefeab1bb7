import type { DocumentSymbol } from "vscode-languageserver";
import type { PlanDocument } from "../plan/model.js";
import { type OutlineChapter, outlineChapters } from "../service/outlineChapters.js";
import { isSymbolOf, toSymbol } from "./toLsp.js";

export type SymbolMaker = (plan: PlanDocument) => DocumentSymbol[];

/** What was made of a chapter. */
interface Made extends Pick<OutlineChapter, "key" | "line"> {
  readonly symbol: DocumentSymbol;
}

/**
 * Makes the symbols of one draft from version to version. Most edits leave the lines and columns of nearly all chapters as
 * they were: what was made of those is given again.
 */
export function createSymbolMaker(): SymbolMaker {
  let made: readonly Made[] = [];
  return (plan) => {
    const { starts } = plan;
    const before = made;
    const byKey = new Map(before.map((one) => [one.key, one]));
    let next = 0;
    made = outlineChapters(plan).map(({ key, line, node }): Made => {
      const same = byKey.get(key);
      if (same?.line === line) return same;
      const chapter = node();
      while (next < before.length && startOf(before[next] as Made, starts) < chapter.span.start) next++;
      const known = before[next]?.symbol;
      const isKnown = known && isSymbolOf(known, chapter, starts);
      return { key, line, symbol: isKnown ? known : Object.freeze(toSymbol(plan, chapter)) };
    });
    return made.map(({ symbol }) => symbol);
  };
}

function startOf({ symbol: { range } }: Made, starts: PlanDocument["starts"]): number {
  return (starts[range.start.line] ?? Infinity) + range.start.character;
}
