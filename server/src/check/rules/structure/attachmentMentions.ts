import type { PlanDocument } from "../../../plan/model.js";
import type { Remark } from "../../rule.js";
import { type AttachmentPage, ordinalOf } from "./attachments.js";
import { matchesIn } from "../../../text/matches.js";

const REFERENCE =
  /(?:见|详见|参见|填写|填报)\s?[“"《（(]?附件\s?(\d{1,2}|[一二三四五六七八九十]{1,2})?(?![\u4e00-\u9fff])/g;
/** 见附件3, and no third attachment is named or follows. */
export function* unknownMentions(
  plan: PlanDocument,
  there: readonly Pick<AttachmentPage, "ordinal">[],
): Generator<Remark> {
  if (!plan.text.includes("附件")) return;
  const known = new Set(there.map(({ ordinal }) => ordinal));
  for (const match of matchesIn(plan.text, REFERENCE)) {
    const number = match[1] ?? "";
    const isKnown = number === "" ? known.size > 0 : known.has(ordinalOf(number));
    if (isKnown) continue;
    const start = match.index + match[0].indexOf("附件");
    yield {
      span: { start, end: match.index + match[0].length },
      message: { key: "unknown", fill: { number } },
    };
  }
}
