import type { PlanDocument } from "../../../plan/model.js";
import type { Remark } from "../../rule.js";
import type { AttachmentName } from "./attachments.js";

/** A single name that is numbered, or the first of several that is not in its count. */
export function* wrongNumbers(block: readonly AttachmentName[]): Generator<Remark> {
  const [only] = block;
  if (block.length === 1 && only?.ordinal !== undefined) {
    const fix = {
      title: { key: "remove", fill: { found: `${only.ordinal}.` } },
      edits: [{ span: only.marker, newText: "" }],
    };
    yield { span: only.marker, message: { key: "single" }, fixes: [{ ...fix, safe: true }] };
  }
  const slip = block.length > 1 ? block.findIndex((entry, i) => entry.ordinal !== i + 1) : -1;
  const entry = block[slip];
  if (!entry || block.every(({ ordinal }) => ordinal === undefined)) return;
  const right = `${slip + 1}.`;
  const span = entry.ordinal === undefined ? entry.span : entry.marker;
  const edits = block.map(({ marker }, i) => ({ span: marker, newText: `${i + 1}.` }));
  yield {
    span,
    message: { key: "order", fill: { right } },
    fixes: [{ title: { key: "fix", fill: { right } }, edits: edits.slice(slip), safe: false }],
  };
}

/** What stands behind a name and should not. */
export function* finalMark(plan: PlanDocument, { mark }: AttachmentName): Generator<Remark> {
  if (mark.end === mark.start) return;
  const fill = { found: plan.text.slice(mark.start, mark.end) };
  const fix = { title: { key: "remove", fill }, edits: [{ span: mark, newText: "" }], safe: true };
  yield { span: mark, message: { key: "mark" }, fixes: [fix] };
}
