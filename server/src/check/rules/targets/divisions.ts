import { quantitiesIn, type Quantity } from "../../../plan/quantity.js";
import { matchesIn } from "../../../text/matches.js";

/** 其中 behind a mark: what follows are parts of what was counted before it. */
const AMONG = /[，,。；;（(]其中[，,：:]?/g;
/** So far before 其中 the whole may stand, and so far behind it the parts. */
const REACH = 120;
const SENTENCE_END = /[。；;！？!?]/g;
/** Words with which a part is no part: a level, a sum or a change of its own, what there is already or elsewhere. */
const NO_PART =
  /累计|达到?|总|共|合计|每|均|单价|同比|比|增|突破|超|带动|辐射|撬动|惠及|覆盖|服务|产值|收入|销售|现|原有|已|目前|在[校职编册]|全[国省市州县区镇乡街村校]/;

/** A whole, and what is said to be parts of it. */
export interface Division {
  readonly whole: Quantity;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly quantity: Quantity;
  /** The words between the part before it and its number. */
  readonly words: string;
}

/** What is divided by each 其中 of a text. */
export function divisionsIn(text: string): Division[] {
  return matchesIn(text, AMONG).flatMap(
    ({ 0: { length }, index }) => divisionAt(text, index, index + length) ?? [],
  );
}

/** The last count before 其中, which must be near, and the counts of its unit behind it. */
function divisionAt(text: string, before: number, behind: number): Division | undefined {
  const lead = text.slice(Math.max(0, before - REACH), before);
  const opening = before - lead.length;
  const from = opening + (matchesIn(lead, SENTENCE_END).at(-1)?.index ?? -1) + 1;
  const until = text.slice(behind, behind + REACH).search(/[。；;！？!?）)]|另|还|以及|[，,]同时/);
  if (until === -1 && text.length > behind + REACH) return undefined;
  const to = until === -1 ? text.length : behind + until;
  const wholes = quantitiesIn(text.slice(from, before));
  const last = wholes.at(-1);
  if (!last || from + last.span.end < before - NEAR || !isExact(last)) return undefined;
  const same = wholes.filter(({ unit }) => unit === last.unit);
  const isPlain = ({ span }: Quantity): boolean => !BOUNDED.test(text.slice(from, from + span.start));
  if (!same.every(isExact) || !same.every(isPlain)) return undefined;
  const whole = same.reduce((most, one) => ((one.number ?? 0) > (most.number ?? 0) ? one : most));
  const parts = partsOf(text.slice(behind, to), behind, last.unit);
  return parts && { whole: moved(whole, from), parts };
}

/** 不少于(30所): there may be more. */
const BOUNDED = /(?:不少于|不低于|至少|超过|突破|约|近|力争)\s?$/;

/** Behind the whole may stand what it counts. */
const NEAR = 16;

function isExact({ number, isRate, isRange, isWord, bound }: Quantity): boolean {
  return number !== undefined && !isRate && !isRange && !isWord && bound === "";
}

function moved(quantity: Quantity, by: number): Quantity {
  const { start, end } = quantity.span;
  return { ...quantity, span: { start: start + by, end: end + by } };
}

/** The counts of one unit in a stretch, each with its words; undefined where another count stands between them. */
function partsOf(stretch: string, at: number, unit: string): Part[] | undefined {
  const parts: Part[] = [];
  let end = 0;
  for (const quantity of quantitiesIn(stretch)) {
    const words = stretch.slice(end, quantity.span.start);
    if (quantity.unit !== unit || !isExact(quantity)) break;
    if (NO_PART.test(words)) return undefined;
    parts.push({ quantity: moved(quantity, at), words });
    end = quantity.span.end;
  }
  return parts.length === 0 ? undefined : parts;
}
