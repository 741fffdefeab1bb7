import type { BothPlans, Candidate, OpenPairs } from "./candidates.js";
import type { ItemText } from "./itemText.js";
import { createSectionSearch } from "./sectionCandidates.js";

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

/** What became of each item: the pair it is in, or nothing. Both lists are by the item's `index`. */
export interface Assignment {
  readonly byDraft: readonly (Assigned | undefined)[];
  readonly byEarlier: readonly (Assigned | undefined)[];
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
export function assign(open: OpenPairs, plans: BothPlans): Assignment {
  const tasks = scoredTexts(open.texts, plans);
  const sectionsFor = createSectionSearch(plans, open.sections);
  const counterparts = new Int32Array(plans.draft.length).fill(NONE);
  let won = winners(tasks, counterparts, plans);
  for (let round = 1; round < ROUNDS; round++) {
    counterparts.fill(NONE);
    for (const { draft, earlier } of plans.settled) counterparts[draft.index] = earlier.index;
    for (const { one, other } of won) counterparts[one.index] = other.index;
    const sections = sectionsFor(won.map(({ candidate }) => candidate));
    won = winners([...tasks, ...scoredTexts(sections, plans)], counterparts, plans);
  }
  return assignmentOf(won, plans);
}

/** A pair of the same words is certain, whatever stands around it. */
function assignmentOf(won: readonly Scored[], plans: BothPlans): Assignment {
  const byDraft = new Array<Assigned | undefined>(plans.draft.length).fill(undefined);
  const byEarlier = new Array<Assigned | undefined>(plans.earlier.length).fill(undefined);
  const put = (candidate: Candidate, score: number): void => {
    byDraft[candidate.draft.index] = byEarlier[candidate.earlier.index] = { candidate, score };
  };
  for (const candidate of plans.settled) put(candidate, 1);
  for (const { candidate, score } of won) put(candidate, score);
  return { byDraft, byEarlier };
}

const NONE = -1;

/** A candidate with what does not depend on its surroundings, and the score of this round. */
interface Scored {
  readonly candidate: Candidate;
  readonly one: ItemText;
  readonly other: ItemText;
  /** What its texts say for it; 0 where they are too unlike for anything else to matter. */
  readonly fixed: number;
  /** What its place says for it. */
  readonly place: number;
  /** How far its surroundings count: a new task often stands where an old one was dropped. */
  readonly trust: number;
  score: number;
}

/** Those whose texts are alike enough for anything else to matter. */
function scoredTexts(candidates: readonly Candidate[], plans: BothPlans): Scored[] {
  const texts = new Float64Array(candidates.length);
  for (let i = 0; i < texts.length; i++) texts[i] = textScore(candidates[i] as Candidate);
  const leads = leadsOverRivals(candidates, texts, plans);
  const scored: Scored[] = [];
  candidates.forEach((candidate, i) => {
    const text = texts[i] ?? 0;
    if (text < (candidate.draft.isSection ? LEAST_SECTION : LEAST_TEXT)) return;
    scored.push({
      candidate,
      one: candidate.draft,
      other: candidate.earlier,
      fixed: text + LEAD * (leads[i] ?? 0),
      place: placeOf(candidate, plans),
      trust: Math.min(1, text / TRUSTED_TEXT),
      score: 0,
    });
  });
  return scored;
}

/** How alike two items are by what they say. A stock heading counts little: it must not make a pair by itself. */
export function textScore({ draft, earlier, stock, title, body, whole }: Candidate): number {
  if (whole === 1 && !draft.isSection) return 1;
  if (draft.isSection && earlier.isSection)
    return stock ? 0.25 * title + 0.75 * body : 0.4 * title + 0.6 * body;
  if (draft.bare && earlier.bare) return stock ? 0.5 * title : title;
  if (draft.bare || earlier.bare) return Math.max(stock ? 0.15 * title : 0.7 * title, whole);
  const share = stock ? 0.12 : 0.4;
  const blend = share * title + (1 - share) * body;
  // What was the heading last year may be said in the body this year: the whole text knows.
  return Math.max(blend, stock ? body : WHOLE * whole);
}

/** For each candidate how far its text is ahead of the best rival for either item: 1 without rival, -1 far behind. */
function leadsOverRivals(
  candidates: readonly Candidate[],
  texts: Float64Array,
  plans: BothPlans,
): Float64Array {
  const draft = createTopTwo(plans.draft.length);
  const earlier = createTopTwo(plans.earlier.length);
  const comparable = (one: Candidate): boolean => one.draft.isSection === one.earlier.isSection;
  candidates.forEach((candidate, i) => {
    if (!comparable(candidate)) return;
    draft.note(candidate.draft.index, texts[i] ?? 0);
    earlier.note(candidate.earlier.index, texts[i] ?? 0);
  });
  const leads = new Float64Array(candidates.length);
  candidates.forEach((candidate, i) => {
    const text = texts[i] ?? 0;
    if (!comparable(candidate) || text === 0) return;
    const rival = Math.max(
      draft.rivalOf(candidate.draft.index, text),
      earlier.rivalOf(candidate.earlier.index, text),
    );
    leads[i] = Math.max(-1, (text - rival) / text);
  });
  return leads;
}

/** The best and the second best text of each item. */
function createTopTwo(items: number): {
  note(index: number, text: number): void;
  rivalOf(index: number, text: number): number;
} {
  const first = new Float64Array(items);
  const second = new Float64Array(items);
  return {
    note(index, text) {
      const best = first[index] ?? 0;
      if (text > best) {
        second[index] = best;
        first[index] = text;
      } else if (text > (second[index] ?? 0)) second[index] = text;
    },
    rivalOf: (index, text) => (text === first[index] ? second[index] : first[index]) ?? 0,
  };
}

/** The draft's items by the `index` of their counterparts in the round before. */
type Counterparts = Int32Array;

function neighbourhood(one: ItemText, other: ItemText, known: Counterparts): number {
  let sum = parents(one.parent, other.parent, known);
  // Outside the plan there is nobody, and no counterpart of anybody.
  if (one.index > 0 && other.index > 0 && known[one.index - 1] === other.index - 1) sum += NEIGHBOUR;
  if (known[one.index + 1] === other.index + 1) sum += NEIGHBOUR;
  return sum;
}

function parents(one: ItemText | undefined, other: ItemText | undefined, known: Counterparts): number {
  if (!one || !other) return one === other ? PARENT / 2 : 0;
  const counterpart = known[one.index];
  if (counterpart === NONE) return 0;
  return counterpart === other.index ? PARENT : OTHER_PARENT;
}

function placeOf({ draft, earlier }: Candidate, plans: BothPlans): number {
  const apart = Math.abs(draft.index / plans.draft.length - earlier.index / plans.earlier.length);
  const kinds = draft.isSection === earlier.isSection ? 0 : LEAF_AND_SECTION;
  // A task keeps its depth only where the plan keeps its chapters; a section that changes depth is rarely the same.
  const levels = draft.isSection ? LEVEL * Math.abs(draft.item.level - earlier.item.level) : 0;
  return POSITION * (0.5 - apart) + levels + kinds;
}

/**
 * The pairs that win, were they taken best first. One that is ahead of every other pair of either item wins whatever
 * becomes of those, and most are so: only what these leave is put in order.
 */
function winners(scored: readonly Scored[], known: Counterparts, plans: BothPlans): Scored[] {
  const accepted: Scored[] = [];
  const [ofDraft, ofEarlier] = [createTopTwo(plans.draft.length), createTopTwo(plans.earlier.length)];
  for (const one of scored) {
    const around = neighbourhood(one.one, one.other, known);
    one.score = Math.max(0, Math.min(1, one.fixed + one.trust * around + one.place));
    if (one.score < ACCEPTED) continue;
    accepted.push(one);
    ofDraft.note(one.one.index, one.score);
    ofEarlier.note(one.other.index, one.score);
  }
  const [mine, theirs] = [new Uint8Array(plans.draft.length), new Uint8Array(plans.earlier.length)];
  const isTaken = ({ one, other }: Scored): boolean => mine[one.index] === 1 || theirs[other.index] === 1;
  const won: Scored[] = [];
  const take = (pair: Scored): void => {
    mine[pair.one.index] = theirs[pair.other.index] = 1;
    won.push(pair);
  };
  for (const pair of accepted) {
    const rival = Math.max(
      ofDraft.rivalOf(pair.one.index, pair.score),
      ofEarlier.rivalOf(pair.other.index, pair.score),
    );
    if (pair.score > rival) take(pair);
  }
  const left = accepted.filter((pair) => !isTaken(pair)).sort(byScore);
  for (const pair of left) if (!isTaken(pair)) take(pair);
  return won;
}

/** Equal scores are settled by nearness in the numbering, then by reading order, so that no run differs from another. */
function byScore(a: Scored, b: Scored): number {
  if (a.score !== b.score) return b.score - a.score;
  return (
    Math.abs(a.one.index - a.other.index) - Math.abs(b.one.index - b.other.index) ||
    a.other.index - b.other.index ||
    a.one.index - b.one.index
  );
}
