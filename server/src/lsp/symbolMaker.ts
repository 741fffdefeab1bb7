import type { DocumentSymbol } from "vscode-languageserver";
import type { OutlineNode } from "../outline/outlineTree.js";
import type { PlanDocument } from "../plan/model.js";
import { isSymbolOf, toSymbol } from "./toLsp.js";

export type SymbolMaker = (plan: PlanDocument, chapters: readonly OutlineNode[]) => DocumentSymbol[];

/**
 * Makes the symbols of one draft from version to version. Most edits leave the lines and columns of nearly all chapters as
 * they were: what was made of those is given again.
 */
export function createSymbolMaker(): SymbolMaker {
  let made: readonly DocumentSymbol[] = [];
  return (plan, chapters) => {
    const { starts } = plan;
    let next = 0;
    made = chapters.map((chapter) => {
      while (next < made.length && startOf(made[next] as DocumentSymbol, starts) < chapter.span.start) next++;
      const known = made[next];
      return known && isSymbolOf(known, chapter, starts) ? known : Object.freeze(toSymbol(plan, chapter));
    });
    return [...made];
  };
}

function startOf({ range: { start } }: DocumentSymbol, starts: PlanDocument["starts"]): number {
  return (starts[start.line] ?? Infinity) + start.character;
}
