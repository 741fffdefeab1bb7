import type { Item } from "../plan/model.js";
import { type Candidate, isSection } from "./candidates.js";
import { type BothPlans, sectionCandidates } from "./sectionCandidates.js";

/** Why two items were taken for one another, strongest first. Each says what spoke for the pair, never against. */
export type Reason =
  | "same-text"
  | "same-title"
  | "similar-title"
  | "similar-body"
  | "same-parent"
  | "same-neighbours"
  | "same-position"
  | "shares-text";

/** One pair of the assignment, with the score (0 … 1) that won it. */
export interface Assigned {
  readonly candidate: Candidate;
  readonly score: number;
}

/** The counterpart of a draft item among the earlier plan's, by both indices. */
export interface Assignment {
  readonly byDraft: ReadonlyMap<number, Assigned>;
  readonly byEarlier: ReadonlyMap<number, Assigned>;
}

/** What context adds to or takes from the likeness of two texts (0 … 1). Found by measurement on made variants. */
const PARENT = 0.1;
const OTHER_PARENT = -0.04;
const NEIGHBOUR = 0.04;
const POSITION = 0.05;
const LEVEL = -0.04;
const LEAF_AND_SECTION = -0.12;
/** What it adds that no rival of either item comes near: plans rewritten from end to end still differ from noise. */
const LEAD = 0.2;
/** Below this score two items are two items. */
const ACCEPTED = 0.18;
/** Without at least this likeness of text no context makes a pair. */
const LEAST_TEXT = 0.06;
/** The same for sections: less than a third of their tasks in common is chance. */
const LEAST_SECTION = 0.18;
/** From this likeness of text on surroundings count in full. */
const TRUSTED_TEXT = 0.15;
/** What the likeness of whole texts counts beside that of headings and of bodies. */
const WHOLE = 0.9;
const ROUNDS = 3;

/**
 * One-to-one: the best pair first, then the next of those left. Texts alone pair the tasks in the first round, and
 * tasks pair the sections; each further round knows from the one before which parents and neighbours belong together.
 */
export function assign(candidates: readonly Candidate[], plans: BothPlans): Assignment {
  const sectionsByText = candidates.filter((one) => isSection(one.draft) && isSection(one.earlier));
  const tasks = scoredTexts(candidates.filter((one) => !(isSection(one.draft) && isSection(one.earlier))));
  let known = bestFirst(contextScores(tasks, { byDraft: new Map(), byEarlier: new Map() }, plans));
  for (let round = 1; round < ROUNDS; round++) {
    const pairs = [...known.byDraft.values()].map(({ candidate }) => candidate);
    const sections = scoredTexts(sectionCandidates(plans, pairs, sectionsByText));
    known = bestFirst(contextScores([...tasks, ...sections], known, plans));
  }
  return known;
}

/** A candidate with what its texts say for it; the rest of its score depends on its surroundings. */
interface TextScored {
  readonly candidate: Candidate;
  readonly text: number;
  readonly lead: number;
}

function scoredTexts(candidates: readonly Candidate[]): TextScored[] {
  const texts = candidates.map(textScore);
  const leads = leadsOverRivals(candidates, texts);
  return candidates.map((candidate, i) => ({ candidate, text: texts[i] ?? 0, lead: leads[i] ?? 0 }));
}

function contextScores(scored: readonly TextScored[], known: Assignment, plans: BothPlans): Assigned[] {
  return scored.map(({ candidate, text, lead }) => {
    if (text < (isSection(candidate.draft) ? LEAST_SECTION : LEAST_TEXT)) return { candidate, score: 0 };
    // A new task often stands where an old one was dropped: surroundings weigh in full only beside some likeness.
    const trust = Math.min(1, text / TRUSTED_TEXT);
    const score = text + LEAD * lead + trust * neighbourhood(candidate, known) + place(candidate, plans);
    return { candidate, score: Math.max(0, Math.min(1, score)) };
  });
}

/** How alike two items are by what they say. A stock heading counts little: it must not make a pair by itself. */
export function textScore({ draft, earlier, title, body, whole }: Candidate): number {
  const stock = draft.boilerplate || earlier.boilerplate;
  if (whole === 1 && !isSection(draft)) return 1;
  if (isSection(draft) && isSection(earlier))
    return stock ? 0.25 * title + 0.75 * body : 0.4 * title + 0.6 * body;
  if (draft.bare && earlier.bare) return stock ? 0.5 * title : title;
  if (draft.bare || earlier.bare) return Math.max(stock ? 0.15 * title : 0.7 * title, whole);
  const share = stock ? 0.12 : 0.4;
  const blend = share * title + (1 - share) * body;
  // What was the heading last year may be said in the body this year: the whole text knows.
  return Math.max(blend, stock ? body : WHOLE * whole);
}

/** For each candidate how far its text is ahead of the best rival for either item: 1 without rival, -1 far behind. */
function leadsOverRivals(candidates: readonly Candidate[], texts: readonly number[]): number[] {
  const draft = new Map<number, TopTwo>();
  const earlier = new Map<number, TopTwo>();
  const comparable = (one: Candidate): boolean => isSection(one.draft) === isSection(one.earlier);
  candidates.forEach((candidate, i) => {
    if (!comparable(candidate)) return;
    note(draft, candidate.draft.item.index, texts[i] ?? 0);
    note(earlier, candidate.earlier.item.index, texts[i] ?? 0);
  });
  return candidates.map((candidate, i) => {
    const text = texts[i] ?? 0;
    if (!comparable(candidate) || text === 0) return 0;
    const rival = Math.max(
      rivalOf(draft.get(candidate.draft.item.index), text),
      rivalOf(earlier.get(candidate.earlier.item.index), text),
    );
    return Math.max(-1, (text - rival) / text);
  });
}

interface TopTwo {
  readonly first: number;
  readonly second: number;
}

function note(best: Map<number, TopTwo>, index: number, text: number): void {
  const known = best.get(index) ?? { first: 0, second: 0 };
  if (text > known.first) best.set(index, { first: text, second: known.first });
  else if (text > known.second) best.set(index, { first: known.first, second: text });
}

function rivalOf(best: TopTwo | undefined, text: number): number {
  if (!best) return 0;
  return text === best.first ? best.second : best.first;
}

function neighbourhood({ draft, earlier }: Candidate, known: Assignment): number {
  const [one, other] = [draft.item, earlier.item];
  let sum = parents(one.parent, other.parent, known);
  for (const step of [-1, 1]) {
    const beside = known.byDraft.get(one.index + step);
    if (beside?.candidate.earlier.item.index === other.index + step) sum += NEIGHBOUR;
  }
  return sum;
}

function parents(one: Item | undefined, other: Item | undefined, known: Assignment): number {
  if (!one || !other) return one === other ? PARENT / 2 : 0;
  const counterpart = known.byDraft.get(one.index)?.candidate.earlier.item;
  if (!counterpart) return 0;
  return counterpart === other ? PARENT : OTHER_PARENT;
}

function place({ draft, earlier }: Candidate, plans: BothPlans): number {
  const [one, other] = [draft.item, earlier.item];
  const apart = Math.abs(one.index / plans.draft.length - other.index / plans.earlier.length);
  const kinds = isSection(draft) === isSection(earlier) ? 0 : LEAF_AND_SECTION;
  // A task keeps its depth only where the plan keeps its chapters; a section that changes depth is rarely the same.
  const levels = isSection(draft) ? LEVEL * Math.abs(one.level - other.level) : 0;
  return POSITION * (0.5 - apart) + levels + kinds;
}

function bestFirst(scored: readonly Assigned[]): Assignment {
  const ordered = scored.filter((one) => one.score >= ACCEPTED).sort(byScore);
  const byDraft = new Map<number, Assigned>();
  const byEarlier = new Map<number, Assigned>();
  for (const one of ordered) {
    const [draft, earlier] = [one.candidate.draft.item.index, one.candidate.earlier.item.index];
    if (byDraft.has(draft) || byEarlier.has(earlier)) continue;
    byDraft.set(draft, one);
    byEarlier.set(earlier, one);
  }
  return { byDraft, byEarlier };
}

/** Equal scores are settled by nearness in the numbering, then by reading order, so that no run differs from another. */
function byScore(a: Assigned, b: Assigned): number {
  const apart = ({ candidate }: Assigned) =>
    Math.abs(candidate.draft.item.index - candidate.earlier.item.index);
  return (
    b.score - a.score ||
    apart(a) - apart(b) ||
    a.candidate.earlier.item.index - b.candidate.earlier.item.index ||
    a.candidate.draft.item.index - b.candidate.draft.item.index
  );
}
