import type { Reader } from "../author/typing/afterEnter.js";
import type { Typed } from "../author/typing/typed.js";
import type { PlanDocument } from "../plan/model.js";
import { author } from "../service/author.js";
import { lineColumn, lineStarts } from "../text/lines.js";
import { applyEdits, type Edit } from "../text/span.js";
import { authorCommands, type TypedEdit } from "./authorProtocol.js";
import type { Draft } from "./drafts.js";
import { isRecord } from "./clientFacts.js";
import { toSpan } from "./fromLsp.js";
import type { Session } from "./session.js";
import { toTextEdit } from "./toLsp.js";

type Key = (plan: PlanDocument, offset: number, read: Reader) => Typed | undefined;

const KEYS: Readonly<Record<string, Key>> = {
  [authorCommands.continueItem]: author.continueItem,
  [authorCommands.afterEnter]: author.afterEnter,
  [authorCommands.demote]: author.demote,
  [authorCommands.promote]: author.promote,
  [authorCommands.moveItemUp]: (plan, offset) => author.moveItem(plan, offset, "up"),
  [authorCommands.moveItemDown]: (plan, offset) => author.moveItem(plan, offset, "down"),
  [authorCommands.renumber]: (plan, offset) => withCaret(author.renumber(plan, offset), offset),
  [authorCommands.renumberAll]: (plan, offset) => withCaret(author.renumberAll(plan), offset),
};

export function isTypingCommand(command: string): boolean {
  return command in KEYS;
}

/** What a key does to an open draft, as edits for the client to make. Waits for nothing: it is the hand that waits. */
export function typed(session: Session, command: string, params: unknown): TypedEdit | null {
  const draft = isRecord(params) ? session.drafts.get(String(params["uri"])) : undefined;
  const key = KEYS[command];
  if (!draft || !key) return null;
  const read: Reader = (text) => session.drafts.readBeside(draft, text);
  const result = key(draft.plan, offsetIn(draft, params), read);
  return result ? typedEdit(draft, result) : null;
}

function offsetIn({ plan }: Draft, params: unknown): number {
  const position = isRecord(params) && isRecord(params["position"]) ? params["position"] : {};
  const at = { line: Number(position["line"] ?? 0), character: Number(position["character"] ?? 0) };
  return toSpan(plan, { start: at, end: at }).start;
}

function withCaret(edits: readonly Edit[], offset: number): Typed | undefined {
  if (edits.length === 0) return undefined;
  const before = edits.filter(({ span }) => span.end <= offset);
  const shift = before.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  return { edits, caret: offset + shift };
}

function typedEdit({ plan, version }: Draft, { edits, caret }: Typed): TypedEdit {
  const starts = lineStarts(applyEdits(plan.text, edits));
  return {
    version,
    edits: edits.map((edit) => toTextEdit(plan, edit)),
    caret: lineColumn(starts, caret),
  };
}
