import { endOfWords } from "../plan/closing.js";
import type { Item, PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";
import { spaceless, trimmed } from "../text/spaceless.js";

/** A heading without its spaces: one object for all items of a comparison that bear it. */
export interface TitleText {
  readonly text: string;
  /** True where two or more items of one plan bear it. */
  isRepeated: boolean;
  /** Whether it says nothing of one task alone; found when it is asked for. */
  isStock: boolean | undefined;
}

/** What items say: one object for those with the same words under the same heading. */
export interface Wording {
  /** Its place among all wordings of the comparison. */
  readonly place: number;
  /** A number for the words without spaces and final stop, from 0, whatever the heading is. */
  readonly said: number;
  readonly title: TitleText;
  /** Where it stands first. */
  readonly text: string;
  readonly heading: Span;
  readonly body: Span;
  /** In how many items it stands. */
  times: number;
}

/** An item as matching sees it. */
export interface ItemText {
  readonly item: Item;
  /** The item's, and its parent: asked for again and again, and nearer here than in the plan. */
  readonly index: number;
  readonly parent: ItemText | undefined;
  /** It has children. */
  readonly isSection: boolean;
  /** What the item says itself, without its marker: heading, body, responsibility. What children say is theirs. */
  readonly passage: Span;
  readonly wording: Wording;
  /** True where the item itself says little more than its heading. */
  readonly bare: boolean;
}

/** All items of several plans; the lists are in the order of the plans. */
export interface ReadPlans {
  readonly plans: readonly (readonly ItemText[])[];
  readonly wordings: readonly Wording[];
  /** How many different numbers `said` has. */
  readonly sayings: number;
}

/** Two items say the same, but for spaces and the final stop. */
export function saysTheSame(one: ItemText, other: ItemText): boolean {
  return one.wording.said === other.wording.said;
}

export function hasSameTitle(one: ItemText, other: ItemText): boolean {
  return one.wording.title === other.wording.title;
}

/** Characters behind the heading below which there is no body to speak of. */
const BARE = 8;

export function readItems(plans: readonly PlanDocument[]): ReadPlans {
  const reading: Reading = { wordings: [], sayings: { count: 0, byText: new Map() }, titles: new Map() };
  const read = plans.map(({ text, items }, plan) => {
    const texts: ItemText[] = [];
    for (const item of items) {
      const end = endOfWords({ text, items }, item);
      texts.push(readItem({ text, item, end, plan, before: texts }, reading));
    }
    return texts;
  });
  return { plans: read, wordings: reading.wordings, sayings: reading.sayings.count };
}

/** What some items say, with its number. */
interface Saying {
  readonly number: number;
  /** Under the heading that was read last. */
  wording: Wording | undefined;
}

interface Sayings {
  count: number;
  /** Also by what was written, spaces and all: most tasks of a plan may stand in the next one word for word. */
  readonly byText: Map<string, Saying>;
}

interface ReadTitle extends TitleText {
  /** The plan in which it was read last. */
  plan: number;
}

interface Reading {
  readonly wordings: Wording[];
  readonly sayings: Sayings;
  readonly titles: Map<string, ReadTitle>;
}

/** An item in its plan, the plans numbered. */
interface ItemOfPlan {
  readonly text: string;
  readonly item: Item;
  /** Where its words end. */
  readonly end: number;
  readonly plan: number;
  /** What stands before it in the plan, its parent too. */
  readonly before: readonly ItemText[];
}

function readItem({ text, item, end, plan, before }: ItemOfPlan, reading: Reading): ItemText {
  const { index, headingEnd, markerEnd } = item;
  const passage = trimmed(text, Math.min(markerEnd, end), end);
  const bodyStart = Math.max(headingEnd, passage.start);
  const saying = readSaying(text.slice(passage.start, beforeStop(text, passage)), reading.sayings);
  const title = readTitle(item.title, plan, reading);
  let { wording } = saying;
  if (wording?.title !== title) {
    const body = { start: bodyStart, end: Math.max(bodyStart, passage.end) };
    const place = reading.wordings.length;
    wording = { place, said: saying.number, title, text, heading: item.heading, body, times: 0 };
    saying.wording = wording;
    reading.wordings.push(wording);
  }
  wording.times++;
  const parent = item.parent && before[item.parent.index];
  const isSection = item.children.length > 0;
  return { item, index, parent, isSection, passage, wording, bare: passage.end - bodyStart < BARE };
}

function readSaying(written: string, sayings: Sayings): Saying {
  const { byText } = sayings;
  let saying = byText.get(written);
  if (saying) return saying;
  const said = spaceless(written);
  if (said !== written) saying = byText.get(said);
  if (!saying) byText.set(said, (saying = { number: sayings.count++, wording: undefined }));
  if (said !== written) byText.set(written, saying);
  return saying;
}

function readTitle(written: string, plan: number, { titles }: Reading): TitleText {
  const text = titles.has(written) ? written : spaceless(written);
  let title = titles.get(text);
  if (!title) titles.set(text, (title = { text, isRepeated: false, isStock: undefined, plan }));
  else if (title.plan === plan) title.isRepeated = true;
  title.plan = plan;
  return title;
}

/** Before the final stop. */
function beforeStop(text: string, { start, end }: Span): number {
  return end > start && isStop(text.charCodeAt(end - 1)) ? end - 1 : end;
}

/** 。；; */
function isStop(code: number): boolean {
  return code === 0x3002 || code === 0xff1b || code === 0x3b;
}
