import type { Rule } from "./rule.js";
import { numberingDuplicate } from "./rules/numbering/numberingDuplicate.js";
import { numberingFirst } from "./rules/numbering/numberingFirst.js";
import { numberingGap } from "./rules/numbering/numberingGap.js";
import { numberingInline } from "./rules/numbering/numberingInline.js";
import { numberingLevel } from "./rules/numbering/numberingLevel.js";
import { numberingOrder } from "./rules/numbering/numberingOrder.js";
import { numberingRestart } from "./rules/numbering/numberingRestart.js";
import { numberingStyle } from "./rules/numbering/numberingStyle.js";
import { responsibilityMissing } from "./rules/responsibility/responsibilityMissing.js";
import { targetYear } from "./rules/targets/targetYear.js";

/** The one list of rules. Everything else (schema, pages, catalogue) is made from it. */
export const rules: readonly Rule[] = [
  responsibilityMissing,
  numberingGap,
  numberingDuplicate,
  numberingOrder,
  numberingFirst,
  numberingStyle,
  numberingLevel,
  numberingRestart,
  numberingInline,
  targetYear,
];
