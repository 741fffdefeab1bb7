import type { PlanDocument, Target } from "../plan/model.js";
import { wordSearch } from "../text/wordSearch.js";
import { indicatorLikeness, type IndicatorName, readIndicator, writtenName } from "./indicatorName.js";
import { createNameShelf, type NameShelf } from "./nameShelf.js";
import { ALIKE, type Series } from "./seriesList.js";

/** How a draft speaks of an indicator that it sets no value to: as of a thing done, or by name only. */
export type Mention = "reached" | "named";

/** Series of the nearest earlier plan that the draft does not go on with, and those that it sets a value to. */
interface Known {
  readonly gone: readonly Series[];
  readonly set: readonly Series[];
}

/** Tells how the draft speaks of an indicator of the nearest earlier plan; undefined where it does not. */
export function createMentions(
  draft: PlanDocument,
  known: Known,
  counterpartsOf: (item: number) => readonly number[],
): (series: Series) => Mention | undefined {
  let achieved: NameShelf<IndicatorName> | undefined;
  let said: Said | undefined;
  return ({ name, target, points }) => {
    achieved ??= achievedIn(draft);
    if (achieved.like(name.family, name).some((one) => indicatorLikeness(one, name) >= ALIKE))
      return "reached";
    said ??= saidIn(draft, known);
    if (said.words.has(asWritten(target))) return "reached";
    if (said.words.has(writtenName(target.indicator)) || said.goals.has(withoutNumbers(name.noun)))
      return "named";
    const item = points[0]?.item;
    if (item === undefined) return undefined;
    const isSaid = isSaidIn(writtenName(target.indicator));
    return counterpartsOf(item).some((at) => isSaid(wordsOf(draft, at))) ? "named" : undefined;
  };
}

/** Where an item holds on to what the name is the rate of, the rate itself need not be named: 巩固(全流程电子化)成果. */
const HELD = /巩固|保持|稳定|成果|常态|全覆盖|全部/;
/** So many characters tell what is measured. */
const TELLING_STEM = 5;

/** Tells whether the words of an item name an indicator in short, or hold on to what it measures. */
function isSaidIn(name: string): (words: string) => boolean {
  const end = COMMON_END.exec(name)?.[0].length ?? 0;
  const ending = tellingEnd(name, end);
  const stem = name.slice(0, name.length - end);
  return (words) => {
    if (ending !== "" && words.includes(ending)) return true;
    if (stem.length < TELLING_STEM || !words.includes(stem)) return false;
    return words.split(/[，。；\n]/).some((clause) => clause.includes(stem) && HELD.test(clause));
  };
}

interface Said {
  /** Those of the dropped ones' words that stand in the draft. */
  readonly words: ReadonlySet<string>;
  /** What the draft's goals count, whatever the unit, the kind of goal, and the numbers in the name. */
  readonly goals: ReadonlySet<string>;
}

/** A name shorter than this stands in many sentences that speak of something else. */
const SHORTEST = 4;

function saidIn(draft: PlanDocument, { gone, set }: Known): Said {
  const words = gone.flatMap(({ target }) => {
    const name = writtenName(target.indicator);
    return name.length < SHORTEST ? [asWritten(target)] : [asWritten(target), name];
  });
  const goals = new Set(set.map(({ name }) => withoutNumbers(name.noun)));
  return { words: wordsIn(draft.text, words), goals };
}

function asWritten({ indicator, value }: Target): string {
  return indicator + value;
}

function withoutNumbers(noun: string): string {
  return noun.replace(/[0-9]+(?:\.[0-9]+)?/g, "#");
}

/** What many an indicator ends with; by itself it tells none from another. */
const COMMON_END =
  /(?:覆盖|达标|完成|合格|优良|优秀|满意|参与|知晓|普及|办结|处置|巩固|增长|占|总)?(?:率|度|比|比例|占比|比重|面|数|量|面积)?$/;

/** 案件发案数 → 发案数: the common end and the two characters in front of it; "" where there are none. */
function tellingEnd(name: string, end: number): string {
  const telling = Math.max(end + 2, 3);
  return name.length < telling ? "" : name.slice(-telling);
}

/** So many characters of an item are looked through. */
const REACH = 3000;

function wordsOf({ text, items }: PlanDocument, index: number): string {
  const item = items[index];
  return item ? text.slice(item.start, Math.min(item.end, item.start + REACH)) : "";
}

/** So few words are soonest looked for one by one. */
const FEW_WORDS = 16;

/** Those of many words that stand in a text. */
function wordsIn(text: string, words: readonly string[]): Set<string> {
  if (words.length <= FEW_WORDS) return new Set(words.filter((word) => text.includes(word)));
  const search = wordSearch(words);
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) for (const word of search(text, at)) found.add(word);
  return found;
}

/** The indicators that the draft reports as reached, by their families. */
function achievedIn({ targets }: PlanDocument): NameShelf<IndicatorName> {
  const shelf = createNameShelf<IndicatorName>();
  for (const { kind, indicator } of targets) {
    if (kind !== "achievement") continue;
    const name = readIndicator(indicator);
    shelf.add(name.family, name, name);
  }
  return shelf;
}
