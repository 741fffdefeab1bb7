import policyPlanSnippets from "../../../snippets/policy-plan.json";
import sectionOrder from "../../../snippets/sections.json";
import { completionsAt } from "../author/completionsAt.js";
import { expandSnippet } from "../author/draft/expandSnippet.js";
import { type NewDraft, newDraft } from "../author/draft/newDraft.js";
import type { SectionOrder, SectionShelf, SectionSnippet } from "../author/draft/sections.js";
import { formatDocument, formatRange } from "../author/format/formatDocument.js";
import { definitionAt } from "../author/see/definitionAt.js";
import { documentLinks } from "../author/see/documentLinks.js";
import { hoverAt } from "../author/see/hoverAt.js";
import { inlayHints } from "../author/see/inlayHints.js";
import { lensCounts } from "../author/see/lensCounts.js";
import { references, renameDepartment } from "../author/see/references.js";
import { selectionRanges } from "../author/see/selectionRanges.js";
import { semanticTokens, STRENGTH } from "../author/see/semanticTokens.js";
import { subjectAt } from "../author/see/subject.js";
import { say } from "../author/see/texts.js";
import { afterEnter } from "../author/typing/afterEnter.js";
import { cleanPaste } from "../author/typing/cleanPaste.js";
import { continueItem } from "../author/typing/continueItem.js";
import { moveItem } from "../author/typing/moveItem.js";
import { renumber, renumberAll } from "../author/typing/renumberAll.js";
import { demote, promote } from "../author/typing/shiftLevel.js";
import { halfWidthMarksOn } from "../check/rules/words/halfWidthMarks.js";
import type { PlanDocument, PlanKind } from "../plan/model.js";
import { cleanText } from "../read/clean/cleanText.js";
import type { Edit, Span } from "../text/span.js";
import { proposeConfig } from "./proposeConfig.js";
import { taskJudge } from "./taskJudge.js";

/** A snippet in the form that VS Code reads. */
export interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description?: string;
  readonly body: string | readonly string[];
}

/** The standard sections with their snippets, as they come with the program. */
const sections: SectionShelf = {
  order: sectionOrder as SectionOrder,
  snippets: policyPlanSnippets as Readonly<Record<string, SectionSnippet>>,
};

/** What helps the hand that writes: plain functions of a draft and an offset, with what the other rooms lend them. */
export const author = Object.freeze({
  completionsAt,
  expandSnippet,
  format: (plan: PlanDocument): readonly Edit[] => formatDocument(plan, halfWidthMarksOn),
  formatRange: (plan: PlanDocument, range: Span): readonly Edit[] =>
    formatRange(plan, range, halfWidthMarksOn),
  definitionAt,
  documentLinks,
  hoverAt,
  inlayHints,
  lensCounts,
  taskJudge,
  references,
  renameDepartment,
  selectionRanges,
  semanticTokens,
  /** What the kinds of these tokens stand for. */
  tokenTypes: STRENGTH,
  subjectAt,
  say,
  cleanPaste: (text: string) => cleanPaste(text, cleanText),
  continueItem,
  afterEnter,
  moveItem,
  renumber,
  renumberAll,
  demote,
  promote,
  newDraft: (kind: PlanKind, year: number, lastYear: PlanDocument | undefined): NewDraft =>
    newDraft(kind, year, { ...sections, ...(lastYear ? { lastYear } : {}) }),
  proposeConfig,
  sections,
});
