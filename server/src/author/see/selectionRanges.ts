import { itemAt, type PlanDocument } from "../../plan/model.js";
import { isCloser, isSentenceEnd, skipSpaces, trimEnd } from "../../text/characters.js";
import { contains, type Span } from "../../text/span.js";
import { caretAt } from "../caret.js";
import { withAncestors } from "../../plan/around.js";

/**
 * What a growing selection takes in at `offset` (UTF-16 units), the smallest first: the sentence, the paragraph, what the
 * item says itself, the item with all below it, the items that hold it, the part, the whole text. Each holds the one before.
 */
export function selectionRanges(plan: PlanDocument, offset: number): Span[] {
  const { line, offset: at } = caretAt(plan, offset);
  const { text } = line.paragraph;
  const paragraph = {
    start: line.start + skipSpaces(text, 0),
    end: line.start + trimEnd(text, skipSpaces(text, 0), text.length),
  };
  const item = itemAt(plan, at);
  const part = plan.parts.find((one) => one.span.start <= at && at < one.span.end);
  const steps: Span[] = [
    sentenceAround(plan.text, paragraph, at),
    paragraph,
    ...(item ? [item.own] : []),
    ...withAncestors(item).map((one) => one.span),
    ...(part ? [part.span] : []),
    { start: 0, end: plan.text.length },
  ];
  const ranges: Span[] = [];
  for (const step of steps) {
    const last = ranges.at(-1);
    const isEmpty = step.end <= step.start;
    const grows = !last || (contains(step, last) && !contains(last, step));
    if (!isEmpty && grows && step.start <= at && at <= step.end) ranges.push(step);
  }
  return ranges;
}

/** From the mark before the offset to the mark behind it, with the quotes and brackets that close after that. */
function sentenceAround(text: string, within: Span, offset: number): Span {
  let start = offset;
  while (start > within.start && !endsSentence(text, start)) start--;
  let end = Math.max(offset, within.start);
  while (end < within.end && !(end > start && endsSentence(text, end))) end++;
  return { start: skipSpaces(text, Math.max(start, within.start), end), end };
}

/** True where a sentence ends right before an offset: behind its mark and the closers that follow the mark. */
function endsSentence(text: string, offset: number): boolean {
  let at = offset;
  if (isCloser(text.charCodeAt(at)) && isSentenceEnd(text.charCodeAt(at - 1))) return false;
  while (at > 0 && offset - at < 4 && isCloser(text.charCodeAt(at - 1))) at--;
  return at > 0 && isSentenceEnd(text.charCodeAt(at - 1));
}
