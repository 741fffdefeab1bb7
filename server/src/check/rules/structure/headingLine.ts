import type { Item, Paragraph, PlanDocument } from "../../../plan/model.js";
import { hasLetters, skipSpaces } from "../../../text/characters.js";
import { lineAt, lineSpan } from "../../../text/lines.js";
import { slice, type Span } from "../../../text/span.js";

/** What stands between a heading and the end of its line, without spaces: its final mark, or a body that was run in. */
export function afterHeading(plan: PlanDocument, item: Item): Span {
  const line = lineSpan(plan.text, plan.starts, lineAt(plan.starts, item.headingEnd));
  const start = skipSpaces(plan.text, item.headingEnd, line.end);
  return { start, end: start + plan.text.slice(start, line.end).trimEnd().length };
}

/** What stands behind a heading that is alone on its line, a mark at most; undefined where more than that does. */
export function loneMark(plan: PlanDocument, item: Item): string | undefined {
  if (item.runIn) return undefined;
  const after = slice(plan.text, afterHeading(plan, item));
  return /^[。；：，、,;:.．]?$/.test(after) ? after : undefined;
}

/** What stands behind the heading of a paragraph: a mark, or a body however long; and whether it is a sentence. */
export function behindHeading({ text, heading }: Paragraph): string {
  const rest = text.slice(heading?.span.end ?? 0).trim();
  return `${heading?.runIn ?? false} ${rest.length > 1 ? "body" : rest} ${takesEffect(text)}`;
}

/** 本通知自2026年3月1日起施行: a sentence that stands where a heading would. */
export function takesEffect(text: string): boolean {
  return /自[^。]{1,20}起[^。]{0,4}(?:施行|实施|执行|生效)/.test(text);
}

/** Words of its own below or behind the heading; what says who does it does not count. */
export function hasBody(plan: PlanDocument, item: Item): boolean {
  if (item.runIn) return true;
  let at = item.headingEnd;
  let body = "";
  for (const { span } of item.responsibilities) {
    if (span.start < at || span.end > item.ownEnd) continue;
    body += plan.text.slice(at, span.start);
    at = span.end;
  }
  body += plan.text.slice(at, Math.max(at, item.ownEnd));
  return hasLetters(body);
}

/** What `hasBody` takes from one paragraph: whether it has words beside its heading and those that say who does it. */
export function bodyLeft({ text, heading, responsibilities }: Paragraph): string {
  let at = heading?.span.end ?? 0;
  let body = "";
  for (const { span } of responsibilities) {
    body += text.slice(at, Math.max(at, span.start));
    at = Math.max(at, span.end);
  }
  return `${hasLetters(body + text.slice(at))}`;
}

/** Items that stand side by side, part by part and parent by parent. */
export function siblingGroups(plan: PlanDocument): (readonly Item[])[] {
  const groups = plan.parts.map((part) => part.items);
  for (const { children } of plan.items) if (children.length > 0) groups.push(children);
  return groups.filter((group) => group.length > 0);
}
