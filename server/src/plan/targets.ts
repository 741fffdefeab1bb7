import type { Span } from "../text/span.js";
import type { Comparator, Target } from "./model.js";
import { dueYears, TIMED } from "./years.js";

const UNITS =
  "个百分点|百分点|%|％|‰|倍|人次|万人次|万人|人|名|位|户|家|个|处|所|套|台|辆|条|项|件|门|节|场次?|次|班|间|张|册|本|部|期|批|对|支|片|座|栋|幢|间|亩|万亩|公里|千米|米|平方米|万平方米|㎡|吨|万吨|亿斤|万头|公顷|亿元|万元|千元|元|个工作日|工作日|天|小时|学时|课时|分钟|分|级|学位|床位|微克\\/立方米|微克";
const NUMBER =
  '(?<![\\d.A-Za-z“"+＋第])((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)\\s?(万|亿|千|百)?(?:余|多)?';
const VALUE = new RegExp(
  `${NUMBER}(?:%|％|[\\u4e00-\\u9fff]{0,2})?(?:\\s?(?:—{1,2}|~|～|-|–|至|到)\\s?(\\d+(?:\\.\\d+)?)\\s?(万|亿)?)?\\s?(?:余|多)?(${UNITS})?`,
  "g",
);

const RISE = /(?:提高|提升|增加|增长|上升|扩大|新增)(?:了|约|近)?$/;
const FALL = /(?:下降|降低|减少|缩减|压缩|压减)(?:了|约|近)?$/;
const LEVEL =
  /(?:达到?|达标率|提高到|提升到|提升至|提高至|增加到|增加至|保持在?|稳定在|维持在|不低于|不少于|不小于|超过|突破|高于|降至|降到|下降到|控制在|压缩到|压缩至|缩短至|缩短到|低于|不高于|不超过|占比?|实现|为|率|增至|扩大到|达|至|到)(?:约|近|全市|全县|全区)?$/;
const ACTION =
  /(?:新建|新增|改扩建|改建|扩建|新改扩建|建成|建设|创建|培育|打造|培养|培训|引进|选派|遴选|评选|评定|认定|完成|实施|开展|举办|组织|组建|设立|建立|配备|配置|招聘|补充|选聘|推出|形成|改造|提升|开工|投用|启用|争取|争创|力争|确保|发展|支持|扶持|推广|安装|更新|资助|接收|开办|达标)(?:了|约|近|不少于|至少|至|到|第[一二三四]批|首批|全市|全区|全县|市级|省级|县级|国家级|区级|一批)*$/;

/** What may follow the value and bounds it. */
const BOUND_AFTER = /^\s?(以上|以下|以内|之内|左右|及以上|及以下|上下)/;
const NOT_LESS = /(?:不低于|不少于|不小于|超过|突破|高于|至少|大于)(?:约)?$/;
const NOT_MORE = /(?:不超过|不高于|低于|控制在|少于|不大于|小于)(?:约)?$/;

/** The past is reported, not promised: 已建成, 累计, 现有. */
const PAST =
  /已|累计|先后|共有|现有|目前|荣获|获评|获得|被评为|以来|同比|较上年|(?:达到|完成|新增|建成|提高|下降|增长|增加|投入|实现)了|上年度|去年|从20\d\d年的|由20\d\d年的|截[至止]20\d\d|基数/;

/** A norm, a condition or a share of a rule: it holds always and has no year by which it is due. */
const NORM =
  /每(?:人|生|校|班|名|个|所|位|天|周|日|月|学期|年级|学年|次)|人均|生均|师生比|班额|标准(?:为|不低于|不少于|是|按)|按照?.{0,12}(?:比例|标准)|满分|总分|分值|占.{0,6}分|权重|不得|不能|严禁|禁止|处以|罚款|不足|以上的(?:学校|教师|学生|单位|幼儿园)|年龄|周岁|岁|至少掌握|掌握|熟练|时间不|不少于\d+(?:\.\d+)?个?(?:小时|分钟|学时|课时|天)|学制|编制标准|第[一二三四五六七八九十\d]+[届期批次轮]/;

/**
 * The quantities of a paragraph that read as goals or achievements. Year is that of the clause or the sentence; what
 * only item, section or title give is left to the caller. Spans count from the paragraph's first character.
 */
export function targetsIn(text: string): Target[] {
  if (!/\d/.test(text)) return [];
  const found: Target[] = [];
  for (const sentence of sentences(text)) {
    const raw = text.slice(sentence.start, sentence.end);
    if (!/\d/.test(raw)) continue;
    const years = dueYears(raw);
    for (const clause of clauses(text, sentence)) {
      const one = targetOf(text, clause, { sentence, raw, years });
      if (one) found.push(...one);
    }
  }
  return found;
}

interface Around {
  readonly sentence: Span;
  readonly raw: string;
  readonly years: readonly { readonly year: number; readonly span: Span }[];
}

function* sentences(text: string): Generator<Span> {
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === "。" || c === "！" || c === "？" || c === "!" || c === "?") {
      yield { start, end: at };
      start = at + 1;
    }
  }
  if (start < text.length) yield { start, end: text.length };
}

function* clauses(text: string, sentence: Span): Generator<Span> {
  let start = sentence.start;
  let depth = 0;
  for (let at = sentence.start; at < sentence.end; at++) {
    const c = text[at] ?? "";
    if ("（(《“〔".includes(c)) depth++;
    else if ("）)》”〕".includes(c)) depth = Math.max(0, depth - 1);
    else if (isClauseMark(text, at) && depth === 0) {
      yield { start, end: at };
      start = at + 1;
    }
  }
  yield { start, end: sentence.end };
}

function isClauseMark(text: string, at: number): boolean {
  const c = text[at] ?? "";
  if (c === ",") return !/\d/.test(text[at - 1] ?? "") || !/^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));
  return "，；;：:、".includes(c);
}

function targetOf(text: string, clause: Span, around: Around): Target[] | undefined {
  const raw = text.slice(clause.start, clause.end);
  if (!/\d/.test(raw)) return undefined;
  const found: Target[] = [];
  for (const match of raw.matchAll(VALUE)) {
    const one = readValue(raw, match);
    if (!one) continue;
    const year = yearOf(clause, around);
    found.push({
      ...one.target,
      indicatorSpan: { start: clause.start + one.indicator.start, end: clause.start + one.indicator.end },
      indicator: raw.slice(one.indicator.start, one.indicator.end),
      valueSpan: {
        start: clause.start + match.index,
        end: clause.start + match.index + one.target.value.length,
      },
      year: year.year,
      yearFrom: year.from,
      kind: reportsPast(raw, around.raw) ? "achievement" : "goal",
      span: clause,
    });
  }
  return found;
}

interface Reading {
  readonly target: Pick<Target, "value" | "number" | "unit" | "comparator">;
  readonly indicator: Span;
}

/** One number with its unit as a target; undefined for a date, a name, a norm or a number without a goal. */
function readValue(clause: string, match: RegExpMatchArray): Reading | undefined {
  const at = match.index ?? 0;
  const unit = match[5] ?? "";
  const before = clause.slice(0, at).trimEnd();
  const after = clause.slice(at + match[0].length);
  if (unit === "" || isDate(match[1] ?? "", after, unit) || insideName(clause, at)) return undefined;
  if (NORM.test(clause)) return undefined;
  const percent = /[%％‰]|百分点/.test(unit);
  const bound = BOUND_AFTER.exec(after)?.[1] ?? "";
  const level =
    LEVEL.test(before) ||
    NOT_LESS.test(before) ||
    NOT_MORE.test(before) ||
    RISE.test(before) ||
    FALL.test(before);
  const action = ACTION.test(before);
  if (!level && !action && !(percent && bound)) return undefined;
  // 为3个, 到5所: a level verb of one character says little before a count of things.
  if (
    !percent &&
    !action &&
    /(?:为|占|率|实现|到|至)$/.test(before) &&
    !bound &&
    !/提高到|增加到|达到/.test(before)
  )
    return undefined;
  const value = match[0].trimEnd() + bound;
  return {
    target: {
      value,
      unit: unit === "％" ? "%" : unit,
      number: numberOf(match, unit),
      comparator: comparatorOf(before, bound, match[3] !== undefined),
    },
    indicator: indicatorBefore(clause, at),
  };
}

function isDate(digits: string, after: string, unit: string): boolean {
  return (
    (/^(?:19|20)\d\d$/.test(digits) && /^年/.test(after)) ||
    (unit === "" && /^[年月日]/.test(after)) ||
    (unit === "级" && digits.length === 4)
  );
}

/** Inside quotes or 《》 a number belongs to a name: “2+1”项目, 《……2018—2020》. */
function insideName(clause: string, at: number): boolean {
  const head = clause.slice(0, at);
  const open = Math.max(head.lastIndexOf("“"), head.lastIndexOf("《"), head.lastIndexOf("‘"));
  const close = Math.max(head.lastIndexOf("”"), head.lastIndexOf("》"), head.lastIndexOf("’"));
  return open > close;
}

function numberOf(match: RegExpMatchArray, unit: string): number | undefined {
  if (match[3] !== undefined) return undefined;
  const base = Number((match[1] ?? "").replaceAll(",", ""));
  const scale =
    match[2] === "万" ? 1e4 : match[2] === "亿" ? 1e8 : match[2] === "千" ? 1e3 : match[2] === "百" ? 100 : 1;
  if (!Number.isFinite(base)) return undefined;
  if (/[%％]|百分点/.test(unit)) return Number((base / 100).toPrecision(12));
  if (unit === "‰") return Number((base / 1000).toPrecision(12));
  return base * scale;
}

function comparatorOf(before: string, bound: string, isRange: boolean): Comparator {
  if (isRange) return "range";
  if (NOT_LESS.test(before) || bound === "以上" || bound === "及以上") return ">=";
  if (NOT_MORE.test(before) || bound === "以下" || bound === "以内" || bound === "之内" || bound === "及以下")
    return "<=";
  if (bound === "左右" || bound === "上下" || /[约近]$/.test(before)) return "about";
  if (RISE.test(before) && !/新增$/.test(before)) return "increase";
  if (FALL.test(before)) return "decrease";
  return "=";
}

const LEAD =
  /^(?:(?:力争|确保|努力|争取|到|至|在|使|让|全面|切实|不断|继续|进一步|逐步|其中|同时|并|且|预计|计划)|(?:20\d\d年?(?:底|末|前|底前|年底)?)|(?:十[一二三四五六]五”?(?:末|期间)?)|全[市县区省州校]|我[市县区])+/;

/** What is measured: the words of the clause before the verb that leads to the value; after the value for 新建3所幼儿园. */
function indicatorBefore(clause: string, at: number): Span {
  let start = 0;
  const lead = LEAD.exec(clause);
  if (lead) start = lead[0].length;
  while (start < at && /[\s“”"、，,]/.test(clause[start] ?? "")) start++;
  let end = at;
  for (;;) {
    const head = clause.slice(start, end).trimEnd();
    const verb =
      /(?:比例|占比)?(?:达到?|提高到?|提升到?|提升至|提高至|增加到?|增长|保持在?|稳定在|不低于|不少于|超过|突破|控制在|降低到?|下降到?|降至|实现|均|都|约|近|至|到|为|力争|确保|要|在|以上|率先|全部|分别|较|比|将)$/.exec(
        head,
      );
    const cut = verb && /^(?:比例|占比)/.test(verb[0]) ? verb[0].slice(2).length : (verb?.[0].length ?? 0);
    if (!verb || cut === 0) {
      end = start + head.length;
      break;
    }
    end = start + head.length - cut;
  }
  return { start: Math.min(start, end), end };
}

function yearOf(clause: Span, around: Around): { year: number | undefined; from: Target["yearFrom"] } {
  const from = clause.start - around.sentence.start;
  const to = clause.end - around.sentence.start;
  const own = around.years.filter((y) => y.span.start < to && y.span.end > from).at(-1);
  if (own) return { year: own.year, from: "clause" };
  const text = around.raw.slice(from, to);
  const plain = /((?:19|20)\d\d)年/.exec(text);
  if (plain) return { year: Number(plain[1]), from: "clause" };
  if (TIMED.test(text)) return { year: undefined, from: "clause" };
  const earlier = around.years.filter((y) => y.span.end <= from).at(-1) ?? around.years[0];
  if (earlier) return { year: earlier.year, from: "sentence" };
  if (TIMED.test(around.raw)) return { year: undefined, from: "sentence" };
  return { year: undefined, from: "none" };
}

function reportsPast(clause: string, sentence: string): boolean {
  return (
    PAST.test(clause) ||
    (/^(?:截[至止]|目前|\d{4}年以来|[“"]?[一二三四五六七八九十]+五[”"]?(?:期间|时期)(?:以来)?，?(?:全|我|先后|累计))/.test(
      sentence.trim(),
    ) &&
      !/力争|到20|确保/.test(clause))
  );
}
