import type { Paragraph, PlanDocument, Responsibility } from "../../../plan/model.js";
import { lineAt } from "../../../text/lines.js";
import { replace } from "../../../text/span.js";
import type { Remark } from "../../rule.js";
import { danglingMark } from "./gaps.js";

/** 责任科室：基教科、 and the next task, or the end: the list goes on nowhere. */
export function* danglingRemarks(plan: PlanDocument, { groups, span }: Responsibility): Generator<Remark> {
  const last = groups.at(-1);
  const at = last && last.departments.length > 0 ? danglingMark(plan.text, last.namesSpan.end) : undefined;
  if (at === undefined) return;
  let next = lineAt(plan.starts, span.start) + 1;
  while (plan.paragraphs[next]?.blank) next++;
  const below = plan.paragraphs[next];
  if (below && mayGoOn(below)) return;
  const fill = { found: plan.text.charAt(at) };
  const fix = {
    title: { key: "remove", fill },
    edits: [replace({ start: at, end: at + 1 }, "")],
    safe: false,
  };
  yield { span: { start: at, end: at + 1 }, message: { key: "dangling", fill }, fixes: [fix] };
}

/** A short line without an end may go on with the names of the line above, in whatever words: 相关科室配合. */
export function mayGoOn({ text, blank, marker, responsibilities }: Paragraph): boolean {
  return (
    !blank && !marker && responsibilities.length === 0 && text.length <= 60 && !/[。！？：:]./.test(text)
  );
}
