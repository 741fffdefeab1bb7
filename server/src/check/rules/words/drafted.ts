import { isHan } from "../../../text/characters.js";
import type { Line, Paragraph, PlanDocument } from "../../../plan/model.js";
import type { RuleContext } from "../../rule.js";
import type { Words } from "../../sees.js";
import { isSiteLine, maybeSiteLines } from "./siteLines.js";

/** The lines that somebody drafted: no blank ones, no metadata of a page, no contents, nothing of a site. */
export function draftedLines(plan: PlanDocument, context: RuleContext): readonly Line[] {
  const ofSite = siteLines(plan, context);
  return context.once("draftedLines", () =>
    plan.lines.filter(
      ({ paragraph, role }) =>
        !paragraph.blank &&
        role !== "metadata" &&
        role !== "residue" &&
        (ofSite.size === 0 || !ofSite.has(paragraph)),
    ),
  );
}

/** Those of the drafted lines that hold what the rule wants. */
export function wantedDraftedLines(plan: PlanDocument, context: RuleContext): readonly Line[] {
  const ofSite = siteLines(plan, context);
  return context
    .wanted()
    .filter(
      ({ paragraph, role }) =>
        role !== "metadata" && role !== "residue" && (ofSite.size === 0 || !ofSite.has(paragraph)),
    );
}

/** A site's lines: in most drafts there are none. */
export function siteLines(plan: PlanDocument, context: RuleContext): ReadonlySet<Paragraph> {
  return context.once(
    "siteLines",
    () => new Set(maybeSiteLines(plan).filter((paragraph) => isOfSite(paragraph, context))),
  );
}

function isOfSite(paragraph: Paragraph, context: RuleContext): boolean {
  return context.ofParagraph("isSiteLine", paragraph, isOfASite);
}

const isOfASite = (paragraph: Paragraph): boolean => isSiteLine({ paragraph });

/** What a rule of drafted lines sees of a paragraph: whether it is one, and of those that are what it is given. */
export function drafted(words: Words): Words {
  return (paragraph) => (isSiteLine({ paragraph }) ? "\u0000" : words(paragraph));
}

const FULL_WIDTH_MARKS = "，。；：？！、“”‘’《》〈〉（）〔〕【】「」『』…—～·％";

/** A Chinese character or a mark that stands among Chinese only. */
export function isChinese(character: string | undefined): boolean {
  if (character === undefined) return false;
  return isHan(character.charCodeAt(0)) || FULL_WIDTH_MARKS.includes(character);
}
