import type { Rule } from "./rule.js";
import { responsibilityChanged } from "./rules/earlier/responsibilityChanged.js";
import { targetDropped } from "./rules/earlier/targetDropped.js";
import { targetLowered } from "./rules/earlier/targetLowered.js";
import { taskDropped } from "./rules/earlier/taskDropped.js";
import { taskUnchanged } from "./rules/earlier/taskUnchanged.js";
import { numberingDuplicate } from "./rules/numbering/numberingDuplicate.js";
import { numberingFirst } from "./rules/numbering/numberingFirst.js";
import { numberingGap } from "./rules/numbering/numberingGap.js";
import { numberingInline } from "./rules/numbering/numberingInline.js";
import { numberingLevel } from "./rules/numbering/numberingLevel.js";
import { numberingOrder } from "./rules/numbering/numberingOrder.js";
import { numberingRestart } from "./rules/numbering/numberingRestart.js";
import { numberingTable } from "./rules/numbering/numberingTable.js";
import { numberingStyle } from "./rules/numbering/numberingStyle.js";
import { responsibilityAlias } from "./rules/responsibility/responsibilityAlias.js";
import { responsibilityColon } from "./rules/responsibility/responsibilityColon.js";
import { responsibilityDuplicate } from "./rules/responsibility/responsibilityDuplicate.js";
import { responsibilityEmpty } from "./rules/responsibility/responsibilityEmpty.js";
import { responsibilityMissing } from "./rules/responsibility/responsibilityMissing.js";
import { responsibilityNoLead } from "./rules/responsibility/responsibilityNoLead.js";
import { responsibilityOverload } from "./rules/responsibility/responsibilityOverload.js";
import { responsibilitySeparator } from "./rules/responsibility/responsibilitySeparator.js";
import { responsibilityUnknown } from "./rules/responsibility/responsibilityUnknown.js";
import { addresseeColon } from "./rules/structure/addresseeColon.js";
import { attachmentReference } from "./rules/structure/attachmentReference.js";
import { countMismatch } from "./rules/structure/countMismatch.js";
import { crossReference } from "./rules/structure/crossReference.js";
import { dateForm } from "./rules/structure/dateForm.js";
import { dateMismatch } from "./rules/structure/dateMismatch.js";
import { dateOrder } from "./rules/structure/dateOrder.js";
import { documentNumber } from "./rules/structure/documentNumber.js";
import { headingLong } from "./rules/structure/headingLong.js";
import { headingPunctuation } from "./rules/structure/headingPunctuation.js";
import { issuerMismatch } from "./rules/structure/issuerMismatch.js";
import { sectionDuplicate } from "./rules/structure/sectionDuplicate.js";
import { sectionEmpty } from "./rules/structure/sectionEmpty.js";
import { sectionMissing } from "./rules/structure/sectionMissing.js";
import { targetBaseline } from "./rules/targets/targetBaseline.js";
import { targetBeyond } from "./rules/targets/targetBeyond.js";
import { targetBounds } from "./rules/targets/targetBounds.js";
import { targetConflict } from "./rules/targets/targetConflict.js";
import { targetImpossible } from "./rules/targets/targetImpossible.js";
import { tableTotal } from "./rules/targets/tableTotal.js";
import { targetParts } from "./rules/targets/targetParts.js";
import { targetPast } from "./rules/targets/targetPast.js";
import { targetPoints } from "./rules/targets/targetPoints.js";
import { targetTimes } from "./rules/targets/targetTimes.js";
import { targetVague } from "./rules/targets/targetVague.js";
import { targetYear } from "./rules/targets/targetYear.js";
import { untilForm } from "./rules/targets/untilForm.js";
import { yearStale } from "./rules/targets/yearStale.js";
import { yearTitleMismatch } from "./rules/targets/yearTitleMismatch.js";
import { numberApproximate } from "./rules/words/numberApproximate.js";
import { numberForm } from "./rules/words/numberForm.js";
import { numberMixed } from "./rules/words/numberMixed.js";
import { numberWidth } from "./rules/words/numberWidth.js";
import { numberYear } from "./rules/words/numberYear.js";
import { numberZero } from "./rules/words/numberZero.js";
import { paragraphRepeat } from "./rules/words/paragraphRepeat.js";
import { punctuationEnd } from "./rules/words/punctuationEnd.js";
import { punctuationEnumeration } from "./rules/words/punctuationEnumeration.js";
import { punctuationForm } from "./rules/words/punctuationForm.js";
import { punctuationNesting } from "./rules/words/punctuationNesting.js";
import { punctuationPair } from "./rules/words/punctuationPair.js";
import { punctuationPlace } from "./rules/words/punctuationPlace.js";
import { punctuationRange } from "./rules/words/punctuationRange.js";
import { punctuationRepeat } from "./rules/words/punctuationRepeat.js";
import { punctuationWidth } from "./rules/words/punctuationWidth.js";
import { spaceStray } from "./rules/words/spaceStray.js";
import { termAbbreviation } from "./rules/words/termAbbreviation.js";
import { termConfigured } from "./rules/words/termConfigured.js";
import { termDoubtful } from "./rules/words/termDoubtful.js";
import { termInconsistent } from "./rules/words/termInconsistent.js";
import { termTypo } from "./rules/words/termTypo.js";
import { textRepeat } from "./rules/words/textRepeat.js";
import { textResidue } from "./rules/words/textResidue.js";

/** The one list of rules. Everything else (schema, pages, catalogue) is made from it. */
export const rules: readonly Rule[] = [
  responsibilityMissing,
  responsibilityUnknown,
  responsibilityAlias,
  responsibilityDuplicate,
  responsibilityEmpty,
  responsibilityColon,
  responsibilitySeparator,
  responsibilityNoLead,
  responsibilityOverload,
  numberingGap,
  numberingDuplicate,
  numberingOrder,
  numberingFirst,
  numberingStyle,
  numberingLevel,
  numberingRestart,
  numberingInline,
  numberingTable,
  targetYear,
  targetPast,
  targetBeyond,
  targetConflict,
  targetBaseline,
  targetVague,
  yearStale,
  yearTitleMismatch,
  targetBounds,
  targetTimes,
  targetPoints,
  targetImpossible,
  targetParts,
  tableTotal,
  untilForm,
  sectionMissing,
  sectionEmpty,
  sectionDuplicate,
  headingPunctuation,
  headingLong,
  documentNumber,
  dateForm,
  dateMismatch,
  dateOrder,
  addresseeColon,
  attachmentReference,
  crossReference,
  countMismatch,
  issuerMismatch,
  punctuationWidth,
  punctuationPair,
  punctuationNesting,
  punctuationEnumeration,
  punctuationRepeat,
  punctuationEnd,
  punctuationPlace,
  punctuationForm,
  punctuationRange,
  numberYear,
  numberMixed,
  numberForm,
  numberWidth,
  numberZero,
  numberApproximate,
  spaceStray,
  textResidue,
  textRepeat,
  paragraphRepeat,
  termInconsistent,
  termAbbreviation,
  termConfigured,
  termTypo,
  termDoubtful,
  targetLowered,
  targetDropped,
  taskDropped,
  taskUnchanged,
  responsibilityChanged,
];
