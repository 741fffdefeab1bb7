import { ANY_SPACE, BULLETS, isSpace, lettersOf } from "../text/characters.js";
import type { Span } from "../text/span.js";
import { type Cue, DEED_FIRST, DEEDS_ONLY } from "./cues.js";
import type { Quantity } from "./quantity.js";
import { matchesIn } from "../text/matches.js";
import { SIGN } from "./signs.js";

export interface Indicator {
  readonly text: string;
  readonly span: Span;
}

/** Words before the name of what is measured: times, places, wishes. */
const LEAD =
  /^(?:\s|[，,、—•·*●■◆▲★▪□◇➢]|-\s|\d{1,2}[.．](?:(?!\d)|(?=\d{3,5}[\u4e00-\u9fff]))|[A-Z]\d{0,2}(?:\.\d{1,2})?[.．、](?!\d)|\d{1,2}[.．]\d{1,2}\s|（[一二三四五六七八九十\d]{1,3}）|(?:力争|确保|争取|努力|预计|计划(?!生育|完成|免疫|开工)|着力|全面|切实|不断|继续|持续|进一步|逐步|稳步|加快|大力|积极|重点(?=实现|推动|推进|促进|保障|确保|做好|抓好)|扎实|其中|同时|并且|并(?!网|轨)|且|还要|要(?![素件])|将|使得?(?!用)|让|实现|推动|促进|落实|保障(?![房性网])|保证(?!金)|保持|推进|与|和(?![谐美])|及(?![时格])|以及|再(?!就业|生|利用|贷款)|有序|共(?![建享同])|具体|分别|把(?!关)|原则上|(?<!\d)(?:1[0-2]|[1-9])\s?月底?(?:之?前|(?=[\u4e00-\u9fff]))|年内|全年|今年|每年|当年|年底前?|年初|[上下]半年|期内|期末|规划期内?|在(?![用线校册岗职建读园籍编库训])|到(?![位户岗账期校货])|至|力争到)(?![率比])|全(?:省|市|区|县|镇|国|域)(?!覆盖)|[我本](?:省|市|区|县|镇)|(?:到|至|在)?(?:19|20)\d\d\s?(?:—|-|至|～)?\s?(?:(?:19|20)\d\d)?\s?(?:学年|年度|年|春季|秋季|底|末)*\d{0,2}月?底?(?:以?之?前|内)?|[“"]?[一二三四五六七八九十]{2}五[”"]?(?:末|期末|期间|时期)|用[一二三四五两\d]{1,2}(?:个月|年)(?:左右)?的?时间|(?:今后|未来)?[一二三四五六七八九十两\d]\s?年(?!级)内?|[一二三四五]是|第[一二三四五]，)+/;
/** Words between the name and the verb of the level. */
const TAIL =
  /(?:\s|[，,、的“]|力争|确保|要|将|应|均|都|全部|年内|全年|[三五两]年|(?<!\d)\d年|总体|分别|普遍|平均|稳步|逐步|持续|进一步|基本|至少|总体上|率先|累计|年均|同比|每(?:年|季度?|月|旬|周|天|日)|逐年|不断|约|近|占|仅|由|从|实现|稳定|达|在|一般|原则上|预计|预期){1,8}$/;
/** 比2020年提高, 较上年下降: the base is no part of the name. */
const BASE =
  /(?:比|较|在|与|同)(?:(?:19|20)\d\d|去年|上(?:一?年|学[年期]|季度|半?月|一?[届期])|“|全[国省市]|现有|目前|十).{0,14}$/;
/** 占比到2027年, 入学率2026年起: the time stands behind the name. */
const YEAR_BEHIND = /(?:到|至|在|自|从)?(?:19|20)\d\d\s?年(?:\d{1,2}月)?(?:底|末|起|前|年?底前|以?后|以来)?$/;
const FROM = /[由从](?=[^，]{0,10}\d)[^，]{0,14}$/;
const OBJECT =
  /^\s?的?((?:“[^”，。；]{0,16}”|《[^》，。；]{0,16}》|[\u4e00-\u9fffA-Za-z（）/])(?:“[^”，。；]{0,16}”|[\u4e00-\u9fffA-Za-z（）/、]){0,28})/;
/** 20套、1502平方米周转公寓: a second measure of the same thing. */
const SECOND_MEASURE = /^\s?、\s?\d+(?:\.\d+)?\s?[万亿]?(?:平方米|亩|公里|米|吨|人|个|套)/;
/** 200台（套）: another name of the unit. */
const OTHER_UNIT = /^\s?（[套台辆架列部件处个户段批次组]）/;
const OBJECT_END =
  /(?:达到|建成|完成|开设|实现|通过|达标|配备|接入|进行|如期|全部|开展|纳入|以及|和\d|、(?:\d|不少于|不低于|至少|超过)|用于|赴|给予|，)/;

/** The last letters of what TAIL and YEAR_BEHIND cut off, and the first of what LEAD does. */
const MAY_CLOSE_TAIL = lettersOf(
  `${ANY_SPACE}，,、的“争保要将应均都部体别遍步续本少上先计比年断约近占仅由从现定达在般则期内季度月旬周天日`,
);
const MAY_CLOSE_YEAR = lettersOf("年月底末起前后来");
const MAY_LEAD = lettersOf(
  `${ANY_SPACE}原，,、—*${BULLETS}-0123456789（力确争努预计着全切不继持进逐稳加大积重扎其同并且还要将使让实推促落保与和及以再有共具分把年今每当上下期规用在到至我本1２“"一二三四五六七八九十两未第ABCDEFGHIJKLMNOPQRSTUVWXYZ`,
);

/** What is measured, for a level or a change: the words of the clause up to the verb, without time and wish. */
export function measuredName(text: string, { from, cueAt, signs }: Measured): Indicator {
  let start = behindLead(text, behindCounted(text, behindNumber(text, from), cueAt), cueAt);
  let end = withoutTail(text, start, cueAt);
  if ((signs & SIGN.base) !== 0) end = cutAt(BASE, text, { start, end });
  if ((signs & SIGN.from) !== 0) end = cutAt(FROM, text, { start, end });
  end = withoutTail(text, start, end);
  if (end > start && MAY_CLOSE_YEAR[text.charCodeAt(end - 1)] === 1)
    end = cutAt(YEAR_BEHIND, text, { start, end });
  end = withoutTail(text, start, end);
  if ((signs & SIGN.wish) !== 0) start = afterWish(text, start, end);
  start = behindLead(text, start, end);
  // 实现“培养人才达到2000名…”的目标: the quotation goes on behind the number.
  if (text[start] === "“" && !text.slice(start, end).includes("”")) start = behindLead(text, start + 1, end);
  if (start > end) start = end;
  const name = text.slice(start, end);
  return { text: (signs & SIGN.space) === 0 ? name : name.replace(/\s+/g, ""), span: { start, end } };
}

/** The stretch of a clause that holds a name, and the signs of its line. */
export interface Measured {
  readonly from: number;
  readonly cueAt: number;
  readonly signs: number;
}

/** 一、财政收入增长5%: the number of the item at the head of its line. The others LEAD knows wherever they stand. */
const NUMBER_AT_HEAD = /^\s*[一二三四五六七八九十]{1,3}、/;

function behindNumber(text: string, start: number): number {
  return start === 0 ? (NUMBER_AT_HEAD.exec(text)?.[0].length ?? 0) : start;
}

function behindLead(text: string, start: number, end: number): number {
  if (start >= end || MAY_LEAD[text.charCodeAt(start)] === 0) return start;
  return start + (LEAD.exec(text.slice(start, end))?.[0].length ?? 0);
}

function withoutTail(text: string, start: number, end: number): number {
  if (end <= start || MAY_CLOSE_TAIL[text.charCodeAt(end - 1)] === 0) return end;
  return cutAt(TAIL, text, { start, end });
}

/** Where what an expression finds in a stretch begins; its end where that finds nothing. */
function cutAt(pattern: RegExp, text: string, { start, end }: Span): number {
  const found = pattern.exec(text.slice(start, end));
  return found ? start + found.index : end;
}

const WISHES = /(?:确保|力争|实现|使得?(?!用)|推动|促进|保证(?!金)|着力提升)(?=[\u4e00-\u9fff“]{4})/g;

/** 完善机制确保毛入园率: the name begins behind the last wish. */
function afterWish(text: string, start: number, end: number): number {
  let at = start;
  for (const match of matchesIn(text.slice(start, end), WISHES)) at = start + match.index + match[0].length;
  return at;
}

/** What may stand between the name and the number. */
const TRAILING =
  /(?:不少于|不低于|至少|超过|突破|首批|等|至|共计|共|和|总数|累计(?:完成|新增|建成|达)?|的|各|\s|约|近|\d{1,4}(?:期|场次|轮次|班次|批次)){1,4}$/;
const TRAILS = `于少过破批等至计共成增达和数的各约近期次${ANY_SPACE}`;

/** What is counted, for a deed: the verb with its object, wherever that stands — 新建公办幼儿园(15所), 新建(3所)幼儿园. */
export function countedName(text: string, from: number, cue: Cue, quantity: Quantity): Indicator {
  const start = shareOf(text, from, cue) ?? behindCounted(text, from + cue.at, quantity.span.start);
  const object = objectAfter(text, quantity);
  const words = text.slice(start, quantity.span.start);
  // 淘汰企业4家 大气科: behind the space another column begins.
  const isApart = isSpace(text.charCodeAt(quantity.span.end)) && words.trim().length > cue.word.length + 1;
  if (object === "" || isApart || DEED_FIRST.test(object)) {
    const mayTrail = TRAILS.includes(words.at(-1) ?? "\0");
    const head = mayTrail ? words.replace(TRAILING, "") : words;
    if (head === cue.word || DEEDS_ONLY.test(head))
      return namedBefore(text, { from, verb: start, end: start + head.length });
    return { text: shortened(head), span: { start, end: start + head.length } };
  }
  const end = text.indexOf(object, quantity.span.end) + object.length;
  return { text: shortened(cue.word + object), span: { start, end } };
}

/** 每千人口拥有医师(3.6人): the measure is part of the name. */
function shareOf(text: string, from: number, { at }: Cue): number | undefined {
  const lead = at < 3 ? "" : text.slice(from, from + at);
  const share = lead.includes("每") ? /每[十百千万][^，；、\d]{0,12}$/.exec(lead) : null;
  return share ? from + share.index : undefined;
}

/** 认证产品新增(25个): what is counted stands before the verb. */
function namedBefore(
  text: string,
  { from, verb, end }: { from: number; verb: number; end: number },
): Indicator {
  const start = behindLead(text, from, verb);
  return { text: shortened(text.slice(start, end)), span: { start, end } };
}

/** 新建城市道路6000公里、改造农村道路(4万公里): the name begins behind the count before it. */
function behindCounted(text: string, start: number, end: number): number {
  // Not beyond the clause: a line may hold thousands of counts and no such mark.
  const comma = start + text.slice(start, end + 1).lastIndexOf("、");
  if (comma <= start || end - comma < 4) return start;
  return /\d(?:[万亿]?[\u4e00-\u9fff]{1,2}|[%％‰])(?:以[上下内]|左右)?$/.test(text.slice(start, comma))
    ? comma + 1
    : start;
}

/** 95%的学生达到标准 → 学生达到标准. */
export function sharedName(text: string, quantity: Quantity, end: number): Indicator {
  const skip = /^\s?的?/.exec(text.slice(quantity.span.end, end))?.[0].length ?? 0;
  const start = quantity.span.end + skip;
  return { text: text.slice(start, Math.max(start, end)), span: { start, end: Math.max(start, end) } };
}

export function objectAfter(text: string, quantity: Quantity): string {
  const from = quantity.span.end;
  if (from >= text.length || NO_OBJECT[text.charCodeAt(from)] === 1) return "";
  const behind = text
    .slice(from, from + OBJECT_REACH)
    .replace(SECOND_MEASURE, "")
    .replace(OTHER_UNIT, "");
  const after = OBJECT.exec(behind)?.[1] ?? "";
  if (after === "") return "";
  const stop = after.search(OBJECT_END);
  const object = (stop === -1 ? after : after.slice(0, stop)).replace(ASIDE, "");
  return (object.includes("（") ? object.replace(/（[^（）]{0,30}$/, "") : object).replace(
    /^）|[、的和与及]{1,3}$/g,
    "",
  );
}

/** 购置客车12辆（其中新能源车不少于一半）: what the bracket says of them. */
const ASIDE = /^（[^（）]{0,30}）/;
/** So many letters behind a quantity are looked at for what it counts. */
const OBJECT_REACH = 46;
/** Behind most quantities the clause ends, and nothing is named. */
const NO_OBJECT = lettersOf("，。；：！？,;:!?|/／");

function shortened(name: string): string {
  const clean = /\s/.test(name) ? name.replace(/\s+/g, "") : name;
  return clean.length <= 30 ? clean : clean.slice(0, 30);
}
