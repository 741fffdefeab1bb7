import { lettersOf, ANY_SPACE } from "../text/characters.js";
import type { Span } from "../text/span.js";
import { SENTENCE_REACH } from "./clauses.js";
import { SPENT_ON } from "./cues.js";
import type { Quantity } from "./quantity.js";
import { goesOnLookingBack } from "./reviewed.js";
import { SIGN } from "./signs.js";
import { isInTitle } from "./years.js";

/** A norm, a price, a condition: it holds always and is not something to be reached by a year. */
const NORM =
  /每(?:天|周|日|课时|节|台)|生均|人均(?:标准|补助|经费)|师生比|生师比|班额(?:不|控制|为|达|在)|课时|学时|小时(?![\u4e00-\u9fff]{1,10}率)|分钟|标准(?:为|不低于|不少于|是|按|的?\d|不超过)|满分|总分|分值|权重|严禁|禁止|罚款|处以|罚金|补助|补贴(?!性)|奖励|奖补|奖金|贷款(?!余额)|贴息|额度|返还|减免|免除|折扣|保费|缴纳|注册资本|编制标准|厚度|利率|租金|津贴|收费标准|税率/;
const NORM_FOR_COUNTS =
  /每(?:人|生|校|班|名|位|半年|季|月|旬|学期|年级|次|平方米|亩)|不得(?!低于|少于)|周岁|年龄(?:不|在|为|控制|达到)|掌握|熟练|学制|工资|薪酬|费用|第[一二三四五六七八九十\d]+[届期批次轮]/;
/** 每千人口 and 每万名 are part of an indicator's name, 每年 is a time. */
const DESCRIBES = /基础上$|在([^，。；]{0,20})$/;
/** Where 在 is no place, or where what is done stands behind the place: 控制在, 在校生不少于, 在园区建成. */
const DOES =
  /(?:控制|保持|稳定|维持|压减|压缩)在$|(?:不(?:少|低|多|高)于|不超过|达到?|至少|超过|突破)$|在[^，。；]{1,20}(?:建成|新建|新增|完成|打造|培育|创建|开展|举办)[^，。；]{0,16}(?<![等的])$/;
const LISTED =
  /^(?:方面|环节|步骤|阶段|层面|维度|部分|原则|专题|问题|重点任务|重点工作|任务|字|月|小时|工作组|要点|坚持|关键|大类|转变|统一|结合|确保|必须|不得|一律)/;
/** 培育年产值10亿元以上企业5家, 引进总投资5亿元项目8个: the first number says what kind of things the second counts. */
const KIND_OF = /^[\u4e00-\u9fff（）“”]{1,16}\d+(?:\.\d+)?\s?[个家条户所项名人座处只栋]/;
/** 按每百户不少于20平方米标准配建: how it is done. */
const MEASURE = /^\s?的?(?:标准|要求|比例|规定|原则)/;
/** 组建40人的半专业队伍1支: how large each is. */
const SIZE_OF = /^的[\u4e00-\u9fff（）“”]{1,16}\d+\s?[个家条户所项支队处座只栋]/;
/** 检查项目42个的落实情况. */
const AFFAIRS = /^的[^，。；]{0,8}(?:情况|问题|使用|管理|落实)/;
/** 实现20户以上自然村全覆盖: which of them. */
const REACHES = /(?:覆盖|达标|贯通|联通|畅通|通达|清零)$/;
const CONDITION = /^(?:的?(?:企业|学校|单位|幼儿园|教师|人员|的|（含）))/;

/** 超过100人的企业, 合格率低于60%的学校: a condition, unlike 达到60%的目标. */
const CONDITIONAL =
  /^\s?(?:以上|以下)?的(?!(?:发展|总体|具体|三大|既定|预期)?(?:目标|水平|任务|要求|规模|指标|能力))/;
/** 平时考核占40%: what part of the marks it makes. */
const WEIGHS =
  /(?:(?:考核|考评|测评|测试|考试|笔试|面试|答辩|评议|成绩|得分|评分|打分)(?:结果|情况|成绩|得分)?占(?:总分的?|总成绩的?|总评的?)?|权重[占为]?)$/;
/** 到会人数达到80%以上，方可议事: what must be so before something else may be. */
const BEFOREHAND =
  /^[^。；！？]{0,24}?(?<![双对各多甲乙地四南北东西我])方(?:可|能(?![力源量])|准|得)|^[，,]?才(?:可|能)/;

/** 每低于95%扣5分, 达到90%得满分: how marks are given. */
const MARKED =
  /^\s?(?:以上|以下|的|以上的|以下的)?(?:，|每(?:次|项|个|处|起))?(?:不?得|倒?扣|加|计|记|减)(?:满|零|\d{1,3}(?:\.\d)?\s?)?分/;

/** Whether what stands behind a value makes it the condition of something else. */
export function isCondition(behind: string): boolean {
  return BEFOREHAND.test(behind);
}

/** 20户以上自然村通硬化路率: the count says of what the rate is. */
const OF_RATE = /^[\u4e00-\u9fff（）]{1,20}(?:率|比例|占比|比重)/;
/** A row of a table: 毛入园率 91.5% 95%. */
const TABLE_AFTER = /^\s+\d/;
const TABLE_BEFORE = /[%％\d]\s+$/;

/** 提高到每人每月(800元): a sum that is paid is a norm, but one that it is raised to is a goal. */
const RAISED_TO =
  /(?<=(?:提高|提升|增加|上调|提标|增长)[到至])(?:每(?:人|户|生|亩|孩|名|床|位)(?:每(?:年|月|天|日|次|学年|学期|亩))?|每(?:年|月|天|日))\s?$/;

/** 由每人每年300元提高到(420元). */
const RAISED_FROM = /[由从]每[^，；。]{1,16}元(?:提高|提升|增加|上调|提标)[到至]\s?$/;

/** The words before a sum up to 每人每月, where it is what that is raised to. */
export function raisedTo(before: string, { unit }: Quantity): string | undefined {
  if (unit !== "元") return undefined;
  if (RAISED_FROM.test(before)) return before;
  const each = RAISED_TO.exec(before);
  return each ? before.slice(0, each.index) : undefined;
}

/** Letters behind a quantity with which a condition or a row of a table may begin. */
const MAY_CONDITION = lettersOf(`的以${ANY_SPACE}`);
const SPACE = lettersOf(ANY_SPACE);

/** The words of a clause on both sides of a quantity, and the signs of the line. */
export interface Sides {
  readonly before: string;
  readonly after: string;
  readonly signs: number;
}

/** True for a number that is none of the plan's goals, whatever verb stands near it. */
export function isNoGoal(sides: Sides, quantity: Quantity): boolean {
  const { before, after, signs } = sides;
  if ((signs & SIGN.quote) !== 0 && quotedName(before, after)) return true;
  if (countsOtherwise(before, after, quantity) && raisedTo(before, quantity) === undefined) return true;
  if (!quantity.isRate && (LISTED.test(after) || standsWithin(sides))) return true;
  if (quantity.bound !== "" && !quantity.isRate && before === "" && OF_RATE.test(after)) return true;
  if (!quantity.isRate && after !== "" && describes(sides, quantity)) return true;
  if (
    quantity.bound !== "" &&
    !quantity.isRate &&
    CONDITION.test(after) &&
    !/[\u4e00-\u9fff](?:培育|培养|建设|打造|引进)$/.test(before)
  )
    return true;
  if (after !== "" && MAY_CONDITION[after.charCodeAt(0)] === 1) {
    if (CONDITIONAL.test(after) && /(?:超|超过|大于|突破|高于|不足|达到|低于|少于|达)\s?$/.test(before))
      return true;
    if (TABLE_AFTER.test(after)) return true;
  }
  if (before !== "" && SPACE[before.charCodeAt(before.length - 1)] === 1 && TABLE_BEFORE.test(before))
    return true;
  if (/^\s*按/.test(before) && /标准|要求|比例/.test(after)) return true;
  if (raisedTo(before, quantity) !== undefined) return false;
  if (quantity.isRate && WEIGHS.test(before)) return true;
  if (after.includes("分") && MARKED.test(after)) return true;
  if (MEASURE.test(after) && /按[^，；。]{0,30}$/.test(before)) return true;
  return isNorm(sides, quantity);
}

/** The first of two counts says what kind of things the second one counts. */
function describes({ before, after }: Sides, { bound, unit }: Quantity): boolean {
  if ((bound !== "" || (unit === "元" && !SPENT_ON.test(after))) && KIND_OF.test(after)) return true;
  if (SIZE_OF.test(after) || AFFAIRS.test(after)) return true;
  return bound !== "" && /(?:实现|推动|推进|确保)$/.test(before) && REACHES.test(after);
}

/** Ages, years, small sums, days and times are goals in few words only. */
function countsOtherwise(before: string, after: string, { unit, number }: Quantity): boolean {
  switch (unit) {
    case "岁":
      return !/寿命/.test(before);
    case "年":
      return !/年限|寿命/.test(before);
    case "元":
      return (number ?? 0) < 1e6 && !/收入/.test(before);
    case "天":
      return !/天数|住院日|压缩|缩短/.test(before);
    case "个工作日":
      return !/压缩|缩短|减少|控制/.test(before);
    case "次":
      return after !== "" && after !== "以上";
    default:
      return false;
  }
}

function standsWithin({ before, after, signs }: Sides): boolean {
  return (
    (signs & SIGN.located) !== 0 &&
    ((DESCRIBES.test(before) && !DOES.test(before)) || /^基础上/.test(after.slice(-4)))
  );
}

function isNorm({ before, after, signs }: Sides, { isRate }: Quantity): boolean {
  if ((signs & SIGN.norm) !== 0 && (NORM.test(before) || NORM.test(after.slice(0, 12)))) return true;
  if (isRate || (signs & SIGN.normForCounts) === 0) return false;
  return NORM_FOR_COUNTS.test(before) || NORM_FOR_COUNTS.test(after.slice(0, 12));
}

/** “2+1”项目, 《……三年计划2018—2020》, “520阳光心育”: a number in a name. */
function quotedName(before: string, after: string): boolean {
  if (isInTitle(before)) return true;
  const open = Math.max(before.lastIndexOf("“"), before.lastIndexOf("‘"));
  if (open === -1 || /[”’]/.test(before.slice(open))) return false;
  const close = after.search(/[”’]/);
  return before.length - open <= 8 && close !== -1 && close <= 12;
}

/** The past is reported, not promised: 已建成, 累计完成, 现有. */
const PAST_CLAUSE =
  /累计(?:完成|投入|建成|培训|新增|新建|引进|认定|发放|资助|获|实施|改造|安排|争取|选派|创建)|先后|共有|现有|目前|荣获|获评|分获|被评为|被授予|以来|(?:达到|完成|新增|建成|提高|提升|下降|增长|增加|投入|实现|获得)了|(?<![比较])(?:上年|去年)(?!度?[^，。；]{0,8}(?:查出|发现|排查|反馈|交办|指出|提出|移交|遗留|结转))|共(?:认定|建成|完成|获)|(?<![二三四五]年)共投入|仅占?|圆满|成功(?![\u4e00-\u9fff]{0,4}率)|顺利(?!率)/;
const PAST_SENTENCE =
  /^\s*(?:截[至止]|目前|现有|近[年两三几五]|过去|多年来|五年[来间]|[五三]年来|[一二两三四五六七八九十]+年来|20\d\d年以来|20\d\d年，?(?:全|我)[市县区省国](?:共|累计|先后|已))/;
/** 已建成, but not 已开工项目 or 已建成的学校: those are described. */
const ALREADY = /已(?!经?(?:有条件|开工|建成的|[^，。；]{0,5}的))/;
const INTENT =
  /20\d\d\s?年?[—\-～至]{1,2}20\d\d年|力争|争取|确保|计划|拟|将|到20|到“|年[底内]前|再|继续|新的/;

/** The sentence around a clause, as far as it is read. */
export function sentenceUpTo(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - SENTENCE_REACH);
  const lead = text.slice(from, end);
  return lead.slice(lead.lastIndexOf("。", start - from) + 1);
}

/** 累计建成20万亩 and nothing else that speaks of the past: below 到2030年： it is what there shall be by then. */
export function onlySumsUp(text: string, span: Span): boolean {
  const clause = text.slice(span.start, span.end);
  return (
    clause.includes("累计") &&
    !ALREADY.test(clause) &&
    !PAST_CLAUSE.test(clause.replaceAll("累计", "")) &&
    !/年来|以来|截[至止]|目前|现有|过去/.test(sentenceUpTo(text, span))
  );
}

const PAST_SIGNS = SIGN.already | SIGN.past | SIGN.pastLead;

/** True where a clause, or the sentence that it ends, speaks of what has been done. */
export function reportsPast(text: string, place: { clause: Span; sentence: number; signs: number }): boolean {
  const { clause: at, signs } = place;
  if ((signs & PAST_SIGNS) === 0) return false;
  const clause = text.slice(at.start, at.end);
  const sentence = text.slice(Math.max(place.sentence, at.start - SENTENCE_REACH), at.end);
  if (ALREADY.test(clause) && !/力争|确保|到20\d\d年/.test(clause)) return true;
  if (INTENT.test(clause) || /到20\d\d年/.test(sentence)) return false;
  if (PAST_CLAUSE.test(clause) || PAST_SENTENCE.test(sentence)) return true;
  return goesOnLookingBack(text, place.sentence);
}
