import type { Locale } from "../check/rule.js";
import type { Comparison, ItemReference, Match, YearComparison } from "../compare/comparePlans.js";
import type { Item, PlanDocument } from "../plan/model.js";
import {
  changedCharacters,
  departmentNotes,
  fullName,
  markedPieces,
  passageOf,
} from "../write/report/model.js";
import { type AnswerBook, answerFor } from "./compareAnswers.js";
import type { Against, ComparedItem, ComparedPair, ItemFate, TextPiece } from "./compareProtocol.js";
import { compareWords } from "./compareWords.js";
import { toRange } from "./toLsp.js";

/** The draft beside one earlier plan, with all that its tree is made of. */
export interface YearScene {
  readonly locale: Locale;
  readonly draft: PlanDocument;
  readonly earlier: PlanDocument;
  readonly comparison: Comparison;
  readonly year: YearComparison;
  readonly answers: AnswerBook;
  readonly against: Against;
}

/** The draft's items as a tree, and among them what was dropped, where a reader would look for it. */
export function comparedItems(scene: YearScene): ComparedItem[] {
  const matches = matchesByDraft(scene.year);
  const dropped = droppedByPlace(scene);
  const node = (item: Item): ComparedItem => ({
    ...draftItem(scene, item, matches.get(item.index) ?? []),
    children: [...item.children.map(node), ...(dropped.get(item.index) ?? [])],
  });
  return [...scene.draft.roots.map(node), ...(dropped.get(undefined) ?? [])];
}

export function matchesByDraft(year: YearComparison): Map<number, Match[]> {
  const found = new Map<number, Match[]>();
  for (const match of year.matches)
    found.set(match.draft.index, [...(found.get(match.draft.index) ?? []), match]);
  return found;
}

function draftItem(scene: YearScene, item: Item, matches: readonly Match[]): Omit<ComparedItem, "children"> {
  const { draft } = scene;
  const { index, level, title, heading, span, marker } = item;
  const added: ComparedPair = {
    earlierName: "",
    earlierRange: null,
    before: [],
    now: whole(draft, { index, level, title, heading, span, marker: marker.text }, "inserted"),
    changed: 0,
    notes: [],
  };
  return {
    id: `d${item.index}`,
    fate: matches[0]?.relation ?? "added",
    marker: item.marker.text,
    title: item.title,
    path: fullName(draft, { index: item.index, title: "" }),
    range: toRange(draft, item.heading),
    summary: itemSummary(scene, matches),
    pairs: matches.length === 0 ? [added] : matches.map((match) => pairOf(scene, match)),
    answer: null,
  };
}

function pairOf(scene: YearScene, match: Match): ComparedPair {
  const { draft, earlier } = scene;
  return {
    earlierName: fullName(earlier, match.earlier),
    earlierRange: toRange(earlier, match.earlier.heading),
    before: markedPieces(match, earlier, "earlier"),
    now: markedPieces(match, draft, "draft"),
    changed: changedCharacters(match),
    notes: matchNotes(scene, match),
  };
}

/** 承2025年（二）3.，改38字，目标95%→96%, beside a long-term plan 对应规划四、（二）3.，12字不同; "" where nothing was done to the item. */
export function itemSummary(scene: YearScene, matches: readonly Match[]): string {
  const words = compareWords(scene.locale, scene.against);
  const [first] = matches;
  if (!first) return "";
  const year = scene.year.years?.[1];
  const notes = matches.flatMap((match) => matchNotes(scene, match));
  if (notes.length === 0 && first.relation === "same") return "";
  const label = year === undefined ? "" : scene.locale === "en" ? String(year) : `${year}年`;
  const paths = matches.map(({ earlier }) => fullName(scene.earlier, { index: earlier.index, title: "" }));
  return [words.from(label, paths.join("、")), ...new Set(notes)].join(words.comma);
}

/** 改38字 and 目标95%→96% and the departments. */
function matchNotes(scene: YearScene, match: Match): string[] {
  const words = compareWords(scene.locale, scene.against);
  const changed = changedCharacters(match);
  const at = scene.comparison.years.indexOf(scene.year);
  const targets = scene.comparison.targets.filter(
    ({ change, draft, earlier }) =>
      (change === "raised" || change === "lowered") &&
      earlier?.plan === at &&
      draft?.item === match.draft.index,
  );
  return [
    ...(changed > 0 ? [words.changed(changed)] : []),
    ...targets.map(({ draft, earlier }) => words.target(earlier?.value ?? "", draft?.value ?? "")),
    ...departmentNotes(match.departments, words.departments),
  ];
}

/** What was dropped, by the draft item that holds the counterpart of what it stood under; undefined for none. */
function droppedByPlace(scene: YearScene): Map<number | undefined, ComparedItem[]> {
  const { year, earlier } = scene;
  const counterpart = new Map(year.matches.map((match) => [match.earlier.index, match.draft.index]));
  const gone = new Map(year.dropped.map((reference) => [reference.index, reference]));
  const places = new Map<number | undefined, ComparedItem[]>();
  const node = (reference: ItemReference): ComparedItem => ({
    ...droppedItem(scene, reference),
    children: (earlier.items[reference.index]?.children ?? []).flatMap(({ index }) => {
      const child = gone.get(index);
      return child ? [node(child)] : [];
    }),
  });
  for (const reference of year.dropped) {
    let above = earlier.items[reference.index]?.parent;
    if (above && gone.has(above.index)) continue;
    while (above && !counterpart.has(above.index)) above = above.parent;
    const place = above && counterpart.get(above.index);
    places.set(place, [...(places.get(place) ?? []), node(reference)]);
  }
  return places;
}

function droppedItem(
  { earlier, year, answers }: YearScene,
  reference: ItemReference,
): Omit<ComparedItem, "children"> {
  const fate: ItemFate = "dropped";
  const range = toRange(earlier, reference.heading);
  const { marker, title, index } = reference;
  const pair = {
    earlierName: fullName(earlier, reference),
    earlierRange: range,
    before: whole(earlier, reference, "deleted"),
    now: [],
    changed: 0,
    notes: [],
  };
  return {
    id: `e${index}`,
    fate,
    marker,
    title,
    path: fullName(earlier, { index, title: "" }),
    range,
    summary: "",
    pairs: [pair],
    answer: answerFor(answers, year.name, reference),
  };
}

function whole(plan: PlanDocument, reference: ItemReference, kind: TextPiece["kind"]): TextPiece[] {
  const { start, end } = passageOf(plan, reference);
  return [{ kind, text: plan.text.slice(start, end) }];
}
