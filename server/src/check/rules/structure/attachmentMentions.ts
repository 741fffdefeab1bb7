import type { PlanDocument } from "../../../plan/model.js";
import type { Remark } from "../../rule.js";
import { type AttachmentPage, ordinalOf } from "./attachments.js";

/** A blank between them never ends the line. */
const LEAD = /(?:见|填写|填报)[^\S\r\n]?[“"《（(]?$/;
/** No lead is longer. */
const LONGEST_LEAD = 4;
const ATTACHMENT = /附件[^\S\r\n]?(\d{1,2}|[一二三四五六七八九十]{1,2})?(?![\u4e00-\u9fff])/y;

/** ……报送。附件：1.任务分工表: in a text that lost its line breaks the list of attachments stands in the midst of a line. */
const NAMED_INLINE = /[^\s“”《》（()【]附\s?件\s?(?:\d{1,2}\s?)?[：:]/;

/** 见附件3, and no third attachment is named or follows. */
export function* unknownMentions(
  { text }: PlanDocument,
  there: readonly Pick<AttachmentPage, "ordinal">[],
): Generator<Remark> {
  const known = new Set(there.map(({ ordinal }) => ordinal));
  let isNamedInline: boolean | undefined;
  for (let at = text.indexOf("附件"); at !== -1; at = text.indexOf("附件", at + 2)) {
    if (!LEAD.test(text.slice(Math.max(0, at - LONGEST_LEAD), at))) continue;
    ATTACHMENT.lastIndex = at;
    const match = ATTACHMENT.exec(text);
    if (!match) continue;
    const number = match[1] ?? "";
    const isKnown = number === "" ? known.size > 0 : known.has(ordinalOf(number));
    if (isKnown) continue;
    if ((isNamedInline ??= NAMED_INLINE.test(text))) return;
    yield {
      span: { start: at, end: at + match[0].length },
      message: { key: "unknown", fill: { number } },
    };
  }
}
