import { SENTENCE_REACH } from "./clauses.js";
import { type Cue, DEED_FIRST } from "./cues.js";
import { type Indicator, measuredName, objectAfter } from "./indicator.js";
import type { Target } from "./model.js";
import type { Quantity } from "./quantity.js";

/** A goal that has been read, with what follows it in its sentence to be told by. */
export interface Found {
  readonly target: Target;
  readonly cue: Cue;
  readonly sentence: number;
}

/** A quantity where it stands, with the goal before it. */
export interface Place {
  readonly text: string;
  readonly signs: number;
  readonly quantity: Quantity;
  readonly clause: { readonly start: number; readonly end: number };
  readonly sentence: number;
  readonly previous: Found | undefined;
}

export interface Reading {
  readonly cue: Cue;
  readonly before: string;
  readonly indicator: Indicator;
}

const SERVED = /^[为向对给]$/;

/** 为不少于1500户群众提供服务: the words on both sides of the number name it. */
export function servedName({ text, quantity }: Place, { text: to }: Indicator): Indicator | undefined {
  if (quantity.isRate || !SERVED.test(to)) return undefined;
  const object = objectAfter(text, quantity);
  if (object === "") return undefined;
  const at = text.indexOf(object, quantity.span.end);
  return { text: to + object, span: { start: at, end: at + object.length } };
}

/** 培养不少于10名带头人、不少于20名骨干: the bound goes on with the deed, and what stands behind it is counted. */
export function boundOfDeed(
  { previous, text, quantity, sentence }: Place,
  before: string,
): Reading | undefined {
  if (!previous || previous.sentence !== sentence || previous.cue.kind !== "deed" || quantity.isRate)
    return undefined;
  const object = objectAfter(text, quantity);
  if (object === "") return undefined;
  const at = text.indexOf(object, quantity.span.end);
  const { cue } = previous;
  return {
    cue,
    before,
    indicator: { text: cue.word + object, span: { start: at, end: at + object.length } },
  };
}

const RISES =
  /(?:逐年|逐步|稳步|持续|不断|明显|大幅|显著|进一步|有序|平稳|继续|较快|总体){0,3}(?:提高|提升|增长|增加|上升|下降|降低|减少|缩小|扩大)，$/;

/** 毛入学率逐年提高，到2030年达到98%: the clause before says of what. */
export function risen({ text, clause, sentence, signs }: Place): Indicator | undefined {
  const from = Math.max(sentence, clause.start - SENTENCE_REACH);
  const lead = text.slice(from, clause.start);
  const rises = RISES.exec(lead);
  if (!rises) return undefined;
  const start = Math.max(lead.lastIndexOf("，", rises.index), lead.lastIndexOf("；", rises.index)) + 1;
  const named = measuredName(text, { from: from + start, cueAt: from + rises.index, signs });
  return named.text.length < 2 || /\d/.test(named.text) ? undefined : named;
}

/** 选派骨干进修，每年不少于15人次: the clause before names what is done so often. */
export function doneBefore({ text, clause, quantity, previous, sentence }: Place): Indicator | undefined {
  if (quantity.isRate || previous?.sentence === sentence || text[clause.start - 1] !== "，") return undefined;
  const lead = text.slice(Math.max(sentence, clause.start - SENTENCE_REACH), clause.start - 1);
  const start = Math.max(lead.lastIndexOf("，"), lead.lastIndexOf("；"), lead.lastIndexOf(" ")) + 1;
  const words = lead.slice(start).replace(/^\d{1,2}[.．、]/, "");
  if (words.length > 16 || /[\d。：:]/.test(words) || !DEED_FIRST.test(words)) return undefined;
  const end = clause.start - 1;
  return { text: words, span: { start: end - words.length, end } };
}

/** A name before the colon at which a clause begins. */
const LABEL = /(?:^|[，；。、\s）])([\u4e00-\u9fff][\u4e00-\u9fff“”]{1,11})[：:]\s?$/;
/** Before a colon these say that something follows, not what. */
const ANNOUNCES =
  /(?:目标|任务|指标|要求|标准|条件|比例|其中|如下|包括|情况|方面|目的|原则|内容|措施|时限|时间|[单点]位|科室|部门|分别|即|为|是)$/;
/** A label and what surrounds it is no longer (characters). */
const LABEL_REACH = 16;

/** 新增学位数：≥2400个: the name stands before the colon. */
export function labelled({ text, clause }: Place): Indicator | undefined {
  const { start } = clause;
  const before = text.slice(Math.max(0, start - LABEL_REACH), start);
  const words = LABEL.exec(before)?.[1];
  if (words === undefined || ANNOUNCES.test(words)) return undefined;
  const from = start - before.length + before.lastIndexOf(words);
  return { text: words, span: { start: from, end: from + words.length } };
}

/** 占比比2020年提高5个百分点，达到60%: the name was said before. Which of several 分别 means nobody can tell. */
export function inherited(place: Place, none: Indicator): Indicator {
  const { previous, sentence, text, clause, quantity } = place;
  if (!previous || previous.sentence !== sentence) return none;
  if (text.slice(clause.start, quantity.span.start).includes("分别")) return none;
  const { indicator, indicatorSpan, valueSpan } = previous.target;
  const between = text.slice(valueSpan.end, clause.start);
  if (COUNTED.test(between)) {
    const named = lastNamed(between, clause.start);
    if (named?.text !== "") return named ?? none;
  }
  // 事项新增15项、累计达到40项: of that there are so many, not added.
  return { text: indicator.replace(/(?<=.{2})(?:新增|净增|预增)$/, ""), span: indicatorSpan };
}

/** A number that is no year and no date. */
const COUNTED = /(?<![\d.])\d{1,3}(?!\d)(?!\s?[月日])|\d{5}/;

/** 引进项目8个；实际到位内资85亿元，同比增长10%: what stands between is named without being a goal of its own. */
function lastNamed(between: string, end: number): Indicator | undefined {
  const found = /[，；。、\s]([\u4e00-\u9fff“”（）]{2,20})\d[^，；。、]{0,16}[，；、]$/.exec(between);
  if (!found?.[1]) return undefined;
  const start = end - found[0].length + 1;
  const text = found[1].replace(/^(?:力争|确保|争取|其中|预计|累计)+|(?:达到?|突破|超过|为|约|近)$/g, "");
  return { text, span: { start, end: start + found[1].length } };
}

const GOES_ON = /^、\s?(?:同比|年均|平均|[比较]上一?年)?$/;

/** 收入突破4.8万元、增长5.5%: what grows is what was named before. */
export function goingOn({ previous, sentence, text }: Place, cueAt: number): Indicator | undefined {
  if (!previous || previous.sentence !== sentence) return undefined;
  const { indicator, indicatorSpan, valueSpan } = previous.target;
  return valueSpan.end < cueAt && GOES_ON.test(text.slice(valueSpan.end, cueAt))
    ? { text: indicator, span: indicatorSpan }
    : undefined;
}

/** 改造小区96个，其中2026年改造38个、2027年完成33个: the things are those of the goal before. */
export function sameThing(place: Place, cue: Cue, { text }: Indicator): Indicator | undefined {
  const { previous, sentence, quantity } = place;
  if (text.length > cue.word.length + 2 || text.replace(/^(?:累计|共计?|再)/, "") !== cue.word)
    return undefined;
  if (!previous || previous.sentence !== sentence || previous.cue.kind !== "deed") return undefined;
  const { indicator, indicatorSpan, unit } = previous.target;
  if (unit !== quantity.unit) return undefined;
  const { word } = previous.cue;
  const things =
    word !== "" && indicator.startsWith(word) ? cue.word + indicator.slice(word.length) : indicator;
  return { text: things, span: indicatorSpan };
}

/** 收入增速高于全市增速2个百分点: with what it is compared is no part of the name. */
export function faster({ unit }: Quantity, { text, span }: Indicator): Indicator {
  const at = unit.endsWith("百分点") ? text.search(/[高低快优]于/) : -1;
  return at < 2
    ? { text, span }
    : { text: text.slice(0, at), span: { start: span.start, end: span.start + at } };
}

/** “雪亮工程”2027年实现行政村全覆盖: when, and that it shall be so, is no part of the name. */
export function covered({ isWord }: Quantity, { text, span }: Indicator): Indicator {
  return { text: isWord ? text.replace(COVERS, "") : text, span };
}
const COVERS = /(?<=.)(?:[到至])?(?:20\d\d年(?:年?底|末)?前?)?(?:基本|全面|率先)?实现(?=.)/;

const LEVEL_ONLY = /^(?:国家|[省市县区镇乡村校院局]|[一二三四五]|[A-Z])级$/;
const OF_LEVEL = /^(?:国家|[省市县区镇乡村校院局]|[一二三四五]|[A-Z])级/;

/** 建成国家级良种场1家、省级5家: the thing is the same. */
export function ofLevel(name: string, { target, cue }: Found): string | undefined {
  if (!LEVEL_ONLY.test(name) || !target.indicator.startsWith(cue.word)) return undefined;
  const thing = target.indicator.slice(cue.word.length);
  return OF_LEVEL.test(thing) ? name + thing.replace(OF_LEVEL, "") : undefined;
}
