import { matchesIn } from "../text/matches.js";

/**
 * When two plans name the same indicator. 全市学前教育毛入园率 and 学前教育三年毛入园率 are one; 公办园占比 and 普惠园占比 are two
 * however alike they look: words that say *which* share or rate is meant must agree.
 */

const LEAD =
  /^(?:全市|全区|全县|全省|我市|我区|我县|本市|本区|市域|区域|辖区|力争|确保|把|将|实现|推动|促进|保持|使|其中|年内|全年|今年|到?[0-9〇零一二三四五六七八九]{4}年底?前?|的|内|、|，)+/;
const TAIL =
  /(?:达到|达|保持在|保持|稳定在|提高到|提高至|提升到|提升至|提高|提升|不低于|不少于|控制在|降至|降到|下降|超过|为|力争|均|分别|总体|都|要|的)$/;
/** Most names hold no mark, which is sooner found out than each character's class. */
const ONLY_HAN = /^[\u4e00-\u9fff]*$/;

/** Ways of saying the same, longest first. */
const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/比例|比重|占比率|所占比率/g, "占比"],
  [/普惠性/g, "普惠"],
  [/幼儿园在园幼儿|园在园幼儿|在园幼儿/g, "园"],
  [/幼儿园/g, "园"],
  [/(?:学前教育|学前)(?:三年)?/g, "学前"],
  [/九年义务教育|义务教育阶段/g, "义务教育"],
  [/高中阶段教育|高中教育阶段/g, "高中阶段"],
  [/儿童青少年|青少年儿童|中小学生|中小学|青少年/g, ""],
  [/消费价格(?:总水平|总?指数)/g, "消费价格"],
  [/价格上涨(?:幅度)?/g, "价格涨幅"],
  [/广义货币M2/g, "广义货币"],
  [/农民(?=人均)/g, "农村居民"],
  [/总体|综合|平均|整体/g, ""],
  [/三年/g, ""],
  [/残疾儿童少年|适龄残疾儿童/g, "残疾儿童"],
];
/** Most names hold none of them. */
const ANY_SAME_WORD = new RegExp(SAME_WORDS.map(([pattern]) => pattern.source).join("|"));

/** What is done to reach a number says little of what is counted: 遴选 one year, 建设 the next. */
const DOING =
  /^(?:建设|建成|建好|组建|打造|培育|培养|遴选|评选|选树|认定|创建|创成|开展|组织|举办|完成|开发|推出|配备|招聘|引进|发放|改造|设立|建立|支持|实施)+(?=.{2})/;
/** Of these the number is what is added, not what there is. */
const ADDING = /^(?:新增|新建|增设|新开设|增加|再建)(?=.{2})/;

/** Numbers in a name are part of what is measured (收入20万元以上的村); years are not. */
const NUMBERS = /(?<![0-9])(?!(?:19|20)[0-9]{2}(?:年|届|级))[0-9]+(?:\.[0-9]+)?/g;

/** Words of which an indicator has the same ones or is another indicator. */
const TELLING =
  "公办 民办 普惠 学前 幼儿 小学 初中 高中 中职 职业 义务 特殊 残疾 随迁 留守 农村 乡村 城区 城镇 县域 常住 户籍 进出口 出口 进口 男 女 骨干 双师 优质 优良 优秀 合格 及格 毛入 净入 巩固 辍学 失业 登记 调查 就业 近视 肥胖 改扩建 培训 交流 覆盖 参与 满意 知晓 入学 入园 升学 达标 示范 集团 共同体 资助 专任 本科 研究生 硕士 博士 学位 学校 班 党 课后 心理 智慧 数字".split(
    " ",
  );

/** The places of these words in the list, by their first characters. */
const TELLING_PLACES: ReadonlyMap<number, readonly number[]> = placesByFirst(TELLING);

function placesByFirst(words: readonly string[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  words.forEach((word, place) => {
    const first = word.charCodeAt(0);
    places.set(first, [...(places.get(first) ?? []), place]);
  });
  return places;
}

/** The telling words of a name, in the order of the list, a space behind each. */
function tellingWords(name: string): string {
  const found: number[] = [];
  for (let at = 0; at < name.length; at++) {
    const places = TELLING_PLACES.get(name.charCodeAt(at));
    if (!places) continue;
    for (const place of places)
      if (name.startsWith(TELLING[place] ?? "", at) && !found.includes(place)) found.push(place);
  }
  return found.sort((a, b) => a - b).reduce((words, place) => `${words}${TELLING[place] ?? ""} `, "");
}

/** Characters of a name that are read, from its end: what is measured stands there, however long the clause. */
const LONGEST = 80;

/** A number added and a number there is may be one indicator only where more speaks for it. */
const DOUBT = 0.7;

/** An indicator's name, read for comparing. */
export interface IndicatorName {
  /** Without place, year and the wording that varies between offices; empty where nothing is named. */
  readonly key: string;
  /** The key without what is done: what is counted. */
  readonly noun: string;
  /** True where the number is what is added (新建3所) and not what there is. */
  readonly adding: boolean;
  /** Names with other telling words, other numbers or another last character are never one indicator. */
  readonly family: string;
  /** The pairs of neighbouring characters in `noun`. */
  readonly pairs: () => ReadonlySet<string>;
}

export function readIndicator(name: string): IndicatorName {
  let key = markless(name.slice(-LONGEST)).replace(LEAD, "");
  if (ANY_SAME_WORD.test(key)) for (const [pattern, word] of SAME_WORDS) key = key.replace(pattern, word);
  key = withoutTail(key.replace(LEAD, ""));
  const noun = key.replace(DOING, "").replace(ADDING, "");
  const family = tellingWords(noun) + numbersIn(noun) + noun.slice(-1);
  let pairs: ReadonlySet<string> | undefined;
  return { key, noun, adding: ADDING.test(key), family, pairs: () => (pairs ??= pairsIn(noun)) };
}

export type NameReader = (name: string) => IndicatorName;

/** The same with a memory: a draft that is compared after each edit names almost the same indicators every time. */
export function rememberedNames(capacity = 20_000): NameReader {
  const kept = new Map<string, IndicatorName>();
  return (name) => {
    const known = kept.get(name);
    if (known) return known;
    // A slice would keep the whole text alive that it was cut from.
    const own = ` ${name}`.slice(1);
    const read = readIndicator(own);
    if (kept.size >= capacity) kept.clear();
    kept.set(own, read);
    return read;
  };
}

/** The name as it stands in a text, without what is done, by when, and how far. */
export function writtenName(name: string): string {
  const led = withoutTail(name.slice(-LONGEST).replace(LEAD, ""));
  return led.replace(DOING, "").replace(ADDING, "");
}

function numbersIn(noun: string): string {
  return /[0-9]/.test(noun)
    ? matchesIn(noun, NUMBERS)
        .map(([number]) => `${number} `)
        .join("")
    : "";
}

function markless(name: string): string {
  return ONLY_HAN.test(name) ? name : name.replace(/[\p{P}\s]/gu, "");
}

function pairsIn(noun: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 1; i < noun.length; i++) pairs.add(noun.slice(i - 1, i + 1));
  return pairs;
}

/** How alike two names are, 0 … 1; 0 where they are of two families. */
export function indicatorLikeness(one: IndicatorName, other: IndicatorName): number {
  if (one.key === "" || other.key === "" || one.family !== other.family) return 0;
  if (one.key === other.key) return 1;
  const factor = one.adding === other.adding ? 1 : DOUBT;
  if (one.noun === other.noun) return factor;
  const [mine, theirs] = [one.pairs(), other.pairs()];
  let shared = 0;
  for (const pair of mine) if (theirs.has(pair)) shared++;
  return (factor * 2 * shared) / Math.max(1, mine.size + theirs.size);
}

/** One verb at a time: repeating them in the expression would take the square of the length. */
function withoutTail(name: string): string {
  let rest = name;
  for (let tail = TAIL.exec(rest); tail; tail = TAIL.exec(rest)) rest = rest.slice(0, tail.index);
  return rest;
}
