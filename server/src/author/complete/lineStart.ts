import type { PlanDocument } from "../../plan/model.js";
import {
  type OfferedSection,
  sectionsToOffer,
  type SectionShelf,
  skeletonsToOffer,
} from "../draft/sections.js";
import { type Caret, wordsAbove } from "../caret.js";
import { numberSnippet } from "../draft/numberSnippet.js";
import { lineEnding } from "../../text/lines.js";
import { nextMarkers } from "../nextMarkers.js";
import { type Completion, couldMean, type Pinyin } from "./completion.js";

/** What may stand of a marker or of a section's name when it is completed: a bracket, a numeral, a word, letters. */
const BEGUN = /^(\s*)([（(第]?[一二三四五六七八九十\d]{0,3}|[a-z]{1,12}|[\u4e00-\u9fff]{1,6})$/i;
/** Fewer empty lines are no habit. */
const FEW_BLANK = 3;
const ABOVE_ROLES = new Set(["heading", "body", "responsibility"]);

/**
 * The next markers and the sections that are missing, on an empty line or one on which such a thing has just been begun.
 * In a draft that parts its paragraphs by empty lines an empty line alone asks for nothing.
 */
export function lineStartCompletions(
  plan: PlanDocument,
  caret: Caret,
  from: { readonly sections: SectionShelf | undefined; readonly pinyin?: Pinyin | undefined },
): Completion[] {
  const begun = BEGUN.exec(caret.before);
  if (!begun || plan.flattened || caret.after.trim() !== "") return [];
  const typed = begun[2] ?? "";
  if (typed === "" && !isOpenLine(plan, caret)) return [];
  const above = wordsAbove(plan, caret.at);
  if (above && !ABOVE_ROLES.has(above.role) && !(above.role === "title" && plan.items.length === 0))
    return [];
  const at = { offset: caret.line.start, start: caret.offset - typed.length, caret, typed };
  return [...markers(plan, at), ...sections(plan, at, from)];
}

/** An empty line that is not merely the space between two paragraphs. */
function isOpenLine(plan: PlanDocument, caret: Caret): boolean {
  const before = plan.lines[caret.at - 1]?.paragraph.blank ?? true;
  const after = plan.lines[caret.at + 1]?.paragraph.blank ?? true;
  if (!partsByBlankLines(plan)) return !before || !after || plan.lines.length === 1;
  return plan.lines.length === 1 || (before && after) || (before && caret.at + 1 === plan.lines.length);
}

function partsByBlankLines(plan: PlanDocument): boolean {
  const blank = plan.lines.filter((line) => line.paragraph.blank).length;
  return blank >= FEW_BLANK && blank * 5 > plan.lines.length;
}

/** Fewer letters call for nothing in particular. */
const LEAST_LETTERS = 2;

/** Snippets that do not fit the place (the draft has one, its kind is unknown) and yet are called by their very name. */
function calledFor(typed: string, shelf: SectionShelf, offered: readonly OfferedSection[]): OfferedSection[] {
  if (typed.length < LEAST_LETTERS) return [];
  const known = new Set([...offered, ...skeletonsToOffer(shelf.order)].map(({ title }) => title));
  return Object.entries(shelf.snippets)
    .filter(
      ([title, { prefix }]) =>
        !known.has(title) && [title, ...[prefix].flat()].some((one) => one.startsWith(typed)),
    )
    .map(([title]) => ({ title, marker: "", level: 0, missing: false }));
}

interface Begun {
  readonly offset: number;
  readonly start: number;
  readonly caret: Caret;
  readonly typed: string;
}

function markers(plan: PlanDocument, at: Begun): Completion[] {
  return nextMarkers(plan, at.offset)
    .filter((one) => one.text.startsWith(at.typed) && one.text !== at.typed)
    .map((one) => ({
      kind: "marker",
      label: one.text,
      detail: one.after ? `${one.after.marker.text}${one.after.title}` : "",
      filters: [one.text],
      edit: { span: { start: at.start, end: at.caret.offset }, newText: one.text },
    }));
}

function sections(
  plan: PlanDocument,
  at: Begun,
  from: { readonly sections: SectionShelf | undefined; readonly pinyin?: Pinyin | undefined },
): Completion[] {
  const shelf = from.sections;
  if (!shelf) return [];
  const isEmpty = plan.text.trim() === at.typed;
  const offered = isEmpty ? skeletonsToOffer(shelf.order) : sectionsToOffer(plan, at.offset, shelf.order);
  return [
    ...offered.filter((one) => couldMean(at.typed, [one.title])),
    ...calledFor(at.typed, shelf, offered),
  ].map((one) => {
    const known = shelf.snippets[one.title];
    const body = known && (one.marker === "" ? known.body : numberSnippet(plan, known.body, one));
    return {
      kind: "section",
      label: one.marker + one.title,
      detail: "",
      filters: [
        ...new Set([one.title, ...[known?.prefix ?? []].flat(), ...(from.pinyin?.(one.title) ?? [])]),
      ],
      edit: { span: { start: at.start, end: at.caret.offset }, newText: one.marker + one.title },
      ...(body && { snippet: body.join(lineEnding(plan.text)) }),
    };
  });
}
