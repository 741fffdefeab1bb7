import type { PlanDocument } from "../plan/model.js";
import { caretAt } from "./caret.js";
import type { Completion, Pinyin } from "./complete/completion.js";
import { departmentCompletions } from "./complete/departments.js";
import { indicatorCompletions } from "./complete/indicators.js";
import { lineStartCompletions } from "./complete/lineStart.js";
import { titleCompletions } from "./complete/titles.js";
import { yearCompletions } from "./complete/years.js";
import type { SectionShelf } from "./draft/sections.js";
import type { Folder } from "./folder.js";

/** What is known beside the draft. Without `pinyin` names are found by their characters alone; without `sections` none is offered. */
export interface CompletionContext {
  readonly folder: Folder;
  readonly pinyin?: Pinyin;
  readonly sections?: SectionShelf;
}

/**
 * What can be put at `offset` (UTF-16 units), the best first; empty on ordinary prose. The place decides which one kind
 * is meant: a title inside 《, departments after a label, a year after 到, an indicator where a target is being typed,
 * markers and sections at the head of a line.
 */
export function completionsAt(plan: PlanDocument, offset: number, context: CompletionContext): Completion[] {
  const caret = caretAt(plan, offset);
  if (caret.line.role === "metadata" || caret.line.role === "residue") return [];
  const { folder, pinyin, sections } = context;
  const offers: readonly (() => Completion[])[] = [
    () => titleCompletions(caret, { folder, pinyin }),
    () => departmentCompletions(plan, caret, { folder, pinyin }),
    () => yearCompletions(plan, caret),
    () => indicatorCompletions(caret, { folder, pinyin }),
    () => lineStartCompletions(plan, caret, { sections, pinyin }),
  ];
  for (const offer of offers) {
    const found = offer();
    if (found.length > 0) return found;
  }
  return [];
}
