import { lettersOf, ANY_SPACE } from "../text/characters.js";
import type { Comparator } from "./model.js";
import type { Quantity } from "./quantity.js";

/** The word that makes a goal of a number: a level to be reached, a change to be made, or a deed to be done so often. */
export interface Cue {
  readonly kind: "level" | "change" | "deed";
  /** Where it begins in the text before the number. */
  readonly at: number;
  readonly word: string;
}

const APPROXIMATE = "(?:\\s|了|约|近|大约|均|各|总量|总数|共计|合计|以上|[:：]){0,4}$";
const LEVEL = new RegExp(
  "(?:力争|确保|要|(?<!年)均|总体|分别|总体上|全部|基本|稳定|持续|至少|普遍|平均|合计|率先|累计|全省|全市|全区|全县|全镇)?" +
    "(达到|达至|(?<!雷)达|(?:提高|提升|增加|增长|上升|上调|扩大|下降|降低|压缩|压减|缩短|减少|缩减|拓展|扩容|发展|增|升|降|减|控制|保持|稳定|维持)(?:到|至|在)|" +
    "不(?:得|应)?(?:低于|少于|小于|超过|高于|大于|多于)|低于|少于|高于|大于|超过|超|突破|至少|不足|保持|占到|占(?!比)|为|[≥≤⩾⩽＞＜>])" +
    APPROXIMATE,
);
const CHANGE = new RegExp(
  "((?:年均|平均|同比|分别|每年|逐年|累计|总体)?(?:提高|提升|增长|增加|上升|扩大|下降|降低|减少|缩减|压缩|压减|缩短|递增|递减))" +
    APPROXIMATE,
);
const NAMED_RATE = new RegExp(
  "[\\u4e00-\\u9fff”](?:率|比例|比重|占比|百分比|程度|满意度|普及度)" + APPROXIMATE,
);

/** 新建, 培育 and the like. What they count is to be made or done. */
const DEEDS =
  "新改扩建|新建|新增|新开办|新开工|新设|新办|改扩建|改造|改建|扩建|续建|迁建|重建|建成|建设|建立|建好|筹建|组建|创建|创成|创办|开办|兴办|举办|承办|开展|开设|开工|竣工|投产|交付|开通|开发|培育|培养|培训|轮训|打造|引进|引入|招引|招聘|招录|招收|招募|选派|选聘|选拔|选树|选取|选择|选培|遴选|评选|评定|评出|认定|命名|推选|完成|实施|推进|推动|推广|推出|推行|设立|设置|成立|形成|配备|配置|配齐|配建|补充|更新|安装|购置|增设|增加|增添|新添|扩充|提升|优化|投入|投资|投用|投放|启用|启动|争取|争创|获得|申报|通过|达标|发展|支持|扶持|资助|帮扶|救助|接收|接纳|落实|安排|筹措|吸引|吸纳|储备|编制|制定|制修订|修订|出台|发布|公布|编写|办好|做好|做优|深化|扩大|预增|净增|减少|压减|关停|淘汰|撤并|整合|化解|消除|治理|整治|排查|整改|检查|抽查|巡查|评估|创评|消化|清理|汇聚|集聚|聚集|孵化|确定|确保|惠及|覆盖|派出(?!所)|交流|评聘|晋升|种植|收购|实现|解决|新栽|栽植|植树|绿化|硬化(?!路)|转移(?!支付)|恢复|修复|修缮|维修|复垦|垦造|供应|筹集|盘活|出栏|提供|办理|处置|结对|建有|拥有|设有|聘请|聘任|送教|研发|攻克|突破|制作|录制|征集|表彰|奖励|接待(?!中心|站|室|大厅|能力)|铺设|敷设|架设|加装|募集|收储|新造|造林|拆除|清运|疏浚|发放|发表|立项|适配";
const DEED = new RegExp(`(?:${DEEDS})`);
/** 投入430万元完成9所学校改造, but 引进总投资5亿元建设项目8个. */
const SPENT = new RegExp(`\\d[万亿]{0,2}元(?:资金)?(${DEEDS})(?!项目|工程)`);
export const SPENT_ON = new RegExp(`^(?:资金)?(?:${DEEDS})(?!项目|工程)`);
/** Behind a count a verb begins something else: 培训班5期覆盖全市. */
export const DEED_FIRST = new RegExp(`^(?:${DEEDS}|用于|赴|给予)`);
/** 更新改造, 建成投用: a deed done to what stands before it. */
export const DEEDS_ONLY = new RegExp(`^(?:${DEEDS}){2,3}$`);
const EACH = /每[个所校村镇户家]/;
const DEED_AT_END = new RegExp(`(${DEEDS})(?:至少|不少于|不低于)?\\s?$`);
/** 确保播种面积不少于, 每百户拥有面积不低于: before a bound no deed. */
const NO_DEED = /^(?:确保|实现|拥有|建有|设有)$/;
const BOUND_WORD = /^(?:不(?:得|应)?(?:低于|少于|小于|超过|高于|大于|多于)|至少|超过|突破)$/;
const DEED_AFTER =
  /^[^，。；、]{0,30}(?:建设|改造|升级|提升|达标|创建|开工|投用|竣工|完工|整治|治理|通过|建成|完成|评估|认定)/;
const PASSES_AFTER = /^[^，。；、的]{1,14}(?:通过|创成|达到|建成|完成|实现)/;

/** The last letters of a level and of a change, or of what may stand between them and the number. */
const MAY_CLOSE_CUE = lettersOf(
  `${ANY_SPACE}到至达在于过超少大多破足持占为高升长加降低减缩短增了约近均各量数计上:：≥≤⩾⩽＞＜>`,
);
/** A cue and what stands behind it have no more letters. */
const CUE_REACH = 16;

function mayCloseCue(before: string): boolean {
  return before !== "" && MAY_CLOSE_CUE[before.charCodeAt(before.length - 1)] === 1;
}

/** The cue right before the number or, for a count, the deed in its clause; undefined where the number promises nothing. */
export function cueBefore(before: string, after: string, quantity: Quantity): Cue | undefined {
  const mayBeCued = mayCloseCue(before);
  const from = Math.max(0, before.length - CUE_REACH);
  const tail = mayBeCued ? before.slice(from) : "";
  const level = mayBeCued ? LEVEL.exec(tail) : null;
  const deed = quantity.isRate ? null : deedIn(before, quantity);
  // 培养不少于10名骨干 is a deed with a bound, 在校生不少于1000名 a level.
  if (
    level &&
    deed &&
    deed.index < from + level.index &&
    BOUND_WORD.test(level[1] ?? "") &&
    !NO_DEED.test(deed[0])
  )
    return deedCue(before, deed);
  if (level && (quantity.isRate || !/^(?:为|占|不足|保持)$/.test(level[1] ?? "")))
    return { kind: "level", at: from + level.index, word: level[1] ?? "" };
  const change = mayBeCued && quantity.isRate ? CHANGE.exec(tail) : null;
  if (change) return { kind: "change", at: from + change.index, word: change[1] ?? "" };
  if (quantity.isRate) return rateCue(before, after, quantity);
  if (deed) return deedCue(before, deed);
  // 对…等5所学校进行改造; 3个县通过评估: the deed stands behind the count.
  const behind = /等$|^[对将把]/.test(before.trim())
    ? DEED_AFTER
    : SHARE_LEAD.test(before)
      ? PASSES_AFTER
      : undefined;
  return behind?.test(after) ? { kind: "deed", at: before.length, word: "" } : undefined;
}

interface Deed {
  readonly 0: string;
  readonly index: number;
}

/** The first deed of a clause. 投资 is one of sums: 投资审计7个 invests nothing. Behind a sum a deed says what it is for. */
function deedIn(before: string, { unit }: Quantity): Deed | null {
  const first = DEED.exec(before);
  if (!first || unit === "元") return first;
  const spent = before.includes("元") ? SPENT.exec(before) : null;
  if (spent) return { 0: spent[1] ?? "", index: spent.index + spent[0].length - (spent[1] ?? "").length };
  if (first[0] !== "投资") return first;
  const from = first.index + first[0].length;
  const next = DEED.exec(before.slice(from));
  return next && { 0: next[0], index: from + next.index };
}

/** The first deed of a clause, but 每个改造小区至少(配建)1处: what each has done is done right before the number. */
function deedCue(before: string, deed: Deed): Cue {
  const near = EACH.test(before) ? DEED_AT_END.exec(before) : null;
  const at = near?.index ?? deed.index;
  return { kind: "deed", at, word: near?.[1] ?? deed[0] };
}

function rateCue(before: string, after: string, quantity: Quantity): Cue | undefined {
  if (quantity.isWord) {
    if (quantity.unit === "倍") return { kind: "level", at: before.length, word: "达到" };
    return /(?:实现|达到|做到)[\u4e00-\u9fffA-Za-z“”]{0,20}$/.test(before)
      ? { kind: "level", at: before.length, word: "实现" }
      : undefined;
  }
  if (NAMED_RATE.test(before.slice(-12))) return { kind: "level", at: before.length, word: "" };
  if (
    quantity.bound !== "" &&
    /[\u4e00-\u9fff]{2}$/.test(before) &&
    !/[的按以和于]$/.test(before) &&
    after === ""
  )
    return { kind: "level", at: before.length, word: "" };
  // 95%的学生达到标准: the share comes first and the deed behind it.
  return SHARE_OF.test(after) && SHARE_LEAD.test(before)
    ? { kind: "deed", at: before.length, word: "" }
    : undefined;
}

const SHARE_OF =
  /^\s?的[^，。；]{1,24}?(?:达到|建成|完成|开设|实现|通过|达标|配备|接入|开展|纳入|创建|形成|掌握|入住|评为)/;
const SHARE_LEAD =
  /^(?:\s|力争|确保|争取|实现|使|全[市区县省]|到|(?:19|20)\d\d|[，,年底末前和]|至少|不低于|不少于|其中)*$/;

/** `about` beats nothing: 约90%以上 is read as a lower bound, the doubled bound is for a rule to see. */
export function comparatorOf(cue: Cue, before: string, quantity: Quantity): Comparator {
  if (quantity.isRange) return "range";
  if (/左右|上下/.test(quantity.bound)) return "about";
  if (quantity.bound !== "") {
    if (/以上/.test(quantity.bound)) return ">=";
    if (/以下|以内|之内/.test(quantity.bound)) return "<=";
  }
  if (/不(?:得|应)?(?:低于|少于|小于)|^(?:高于|大于|超过|超|突破|至少|[≥⩾＞>])/.test(cue.word)) return ">=";
  if (/不(?:得|应)?(?:超过|高于|大于|多于)|^(?:低于|少于|不足|控制在|[≤⩽＜])/.test(cue.word)) return "<=";
  if (cue.kind === "deed" && before.endsWith("至少", cue.at)) return ">=";
  const isLed = mayCloseCue(before);
  if (isLed && cue.kind === "deed") {
    if (/(?:至少|不少于|不低于|超过|突破)[约近]?\s?$/.test(before)) return ">=";
    if (/(?:不超过|不多于)\s?$/.test(before)) return "<=";
  }
  if (quantity.bound !== "" || (isLed && /[约近]\s?$/.test(before))) return "about";
  if (cue.kind === "change") return /降|减|缩/.test(cue.word) ? "decrease" : "increase";
  return quantity.isWord && quantity.unit === "倍" ? "increase" : "=";
}
