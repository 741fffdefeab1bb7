import type { PlanDocument } from "../../plan/model.js";
import { applyEdits, type Edit, type Span } from "../../text/span.js";
import { caretAt } from "../caret.js";
import { continueItem } from "./continueItem.js";
import { shortest, type Typed } from "./typed.js";

/** Reads another text, close to that of a draft. */
export type Reader = (text: string) => PlanDocument;

/**
 * The same as `continueItem` for an editor that has broken the line already, and stands at `offset` on the new one: the
 * key itself never waits. The answer turns the broken line into what the key was to do.
 */
export function afterEnter(plan: PlanDocument, offset: number, read: Reader): Typed | undefined {
  const caret = caretAt(plan, offset);
  const above = plan.lines[caret.at - 1];
  if (!above || caret.before.trim() !== "" || caret.after.trim() !== "" || above.paragraph.blank)
    return undefined;
  const broken = { start: above.start + above.paragraph.text.length, end: caret.offset };
  const before = read(applyEdits(plan.text, [{ span: broken, newText: "" }]));
  const typed = continueItem(before, broken.start);
  if (!typed) return undefined;
  const edits = typed.edits
    .map((edit) => shortest(plan.text, moved(edit, broken)))
    .filter(({ span, newText }) => newText !== "" || span.end > span.start);
  return { edits, caret: typed.caret };
}

/** An edit of the text without the break, as one of the text with it; the one at the caret takes the break's place. */
function moved({ span, newText }: Edit, broken: Span): Edit {
  const length = broken.end - broken.start;
  const start = span.start > broken.start ? span.start + length : span.start;
  const end = span.end >= broken.start ? span.end + length : span.end;
  return { span: { start, end }, newText };
}
