import type { Span } from "../../../text/span.js";

/**
 * Single characters that never stand twice, save where the first ends a word (目的|的) or the second begins one
 * (为了|了解): `after` and `before` name the neighbours that make it so.
 */
const DOUBLES: Readonly<Record<string, { readonly after: string; readonly before: string }>> = {
  的: { after: "目标有之鹄美", before: "确" },
  了: { after: "不明为除", before: "解结断却然如事" },
  和: { after: "共温缓总调平饱亲谐随中", before: "气美睦谐平" },
  在: { after: "存所现潜内外正实旨好", before: "职校建岗册编读营" },
  与: { after: "参给赋授", before: "会" },
  及: { after: "普涉波危企顾触论提言", before: "时" },
  被: { after: "棉植", before: "" },
  将: { after: "大名干部老", before: "军" },
};
/** Longest words first looked for twice in a row. */
const LONGEST = 8;
/** 基础教育教育质量, 党组织组织生活 and the like: the end of one name and the beginning of the next. */
const NAME_ENDS = new Set([
  "教育",
  "工作",
  "管理",
  "服务",
  "发展",
  "建设",
  "研究",
  "学校",
  "学生",
  "教师",
  "中心",
  "合作",
  "组织",
  "代表",
  "领导",
  "机关",
  "编制",
  "居民",
  "监督",
  "检查",
  "督查",
  "考核",
  "评估",
  "审计",
  "执法",
  "预算",
  "报告",
  "支部",
  "党委",
  "党组",
  "社区",
  "医院",
  "机构",
  "企业",
  "人员",
  "家庭",
  "单位",
  "部门",
  "生产",
  "会议",
  "规定",
  "年度",
]);

/** Two like words in a row, with both: 的的, 进一步进一步. */
export function doubledWords(text: string): readonly Span[] {
  return mayBeDoubled(text) ? findDoubled(text) : NO_SPANS;
}

const NO_SPANS: readonly Span[] = [];

/**
 * Few lines say any word twice in a row, and the others are told in one pass: each character is compared with those that
 * stand up to eight places before it (a is the one right before, b the one before that …).
 */
function mayBeDoubled(text: string): boolean {
  let a = 0,
    b = 0,
    c = 0,
    d = 0,
    e = 0,
    f = 0,
    g = 0,
    h = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isNear =
      code === a ||
      code === b ||
      code === c ||
      code === d ||
      code === e ||
      code === f ||
      code === g ||
      code === h;
    if (isNear) {
      // Of a word of two and more the character before it is said again, too.
      const isAgain =
        code === a ||
        (code === b && a === c) ||
        (code === c && a === d) ||
        (code === d && a === e) ||
        (code === e && a === f) ||
        (code === f && a === g) ||
        (code === g && a === h) ||
        code === h;
      if (isAgain && endsDoubled(text, at)) return true;
    }
    h = g;
    g = f;
    f = e;
    e = d;
    d = c;
    c = b;
    b = a;
    a = code;
  }
  return false;
}

/** Whether the character at a place ends a word that stands right before itself, too. */
function endsDoubled(text: string, at: number): boolean {
  const [code, before] = [text.charCodeAt(at), text.charCodeAt(at - 1)];
  if (code === before && DOUBLES[text[at] ?? ""]) return true;
  for (let length = 2; length <= LONGEST && 2 * length <= at + 1; length++) {
    if (text.charCodeAt(at - length) !== code || text.charCodeAt(at - 1 - length) !== before) continue;
    let same = 2;
    while (same < length && text.charCodeAt(at - same) === text.charCodeAt(at - same - length)) same++;
    if (same === length) return true;
  }
  return false;
}

function findDoubled(text: string): Span[] {
  const found: Span[] = [];
  const codes = codesOf(text);
  const { length: size } = text;
  let taken: Uint8Array | undefined;
  for (let length = 1; length <= LONGEST; length++) {
    // Of two like words in a row every character equals the one a word before it: looking at one place a word will do.
    for (let at = length; at < size; at += length) {
      if (codes[at] !== codes[at - length]) continue;
      const span = length === 1 ? { start: at - 1, end: at + 1 } : doubledAt({ codes, size }, at, length);
      if (!span || taken?.subarray(span.start, span.end).includes(1)) continue;
      const word = text.slice(span.start, span.start + length);
      if (
        !(length === 1
          ? isDouble(text, at)
          : isDoubled(word) && !opensPhrase(text, span) && !opensName(text, span))
      )
        continue;
      if (length > 1 && !VERBS.has(word) && followsMarker(text, span.start)) continue;
      taken ??= new Uint8Array(text.length);
      taken.fill(1, span.start, span.end);
      found.push(span);
    }
  }
  return found;
}

/** Room for the characters of one line at a time; a longer one gets its own. */
const ROOM = new Uint16Array(4096);

/** The characters as numbers: they are compared many times over. Good until the next text is looked at. */
function codesOf(text: string): Uint16Array {
  const codes = text.length <= ROOM.length ? ROOM : new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

function doubledAt(
  { codes, size }: { readonly codes: Uint16Array; readonly size: number },
  at: number,
  length: number,
): Span | undefined {
  let from = at;
  while (from > length && at - from < length && codes[from - 1] === codes[from - 1 - length]) from--;
  let to = at + 1;
  while (to < size && to - from < length && codes[to] === codes[to - length]) to++;
  return to - from < length ? undefined : { start: from - length, end: from + length };
}

function isDouble(text: string, at: number): boolean {
  const double = DOUBLES[text[at] ?? ""];
  if (!double) return false;
  return !double.after.includes(text[at - 2] ?? "\n") && !double.before.includes(text[at + 1] ?? "\n");
}

/** 执法|依法依规, 剧毒、|高毒|高风险, 重视|巡视|巡察, 体育|教育|教学: the second half belongs to a phrase that repeats its first character. */
const PHRASE_HEADS = "依应自能有无不同多从随且或越又边高低大小新老强优督联巡评农教宣培帮救检监";

function opensPhrase(text: string, span: Span): boolean {
  if (span.end - span.start !== 4) return false;
  const head = text[span.start + 1] ?? "";
  const isVerb = VERBS.has(text.slice(span.start, span.start + 2));
  if (!isVerb && PHRASE_HEADS.includes(head) && /[\u4e00-\u9fff]/.test(text[span.end] ?? "")) return true;
  const after = text.slice(span.end, span.end + 4);
  if (NAMED_AFTER.test(text.slice(span.end - 2, span.end + 4))) return true;
  const begins = BEGINS.get(text.slice(span.start, span.start + 2));
  return (
    (DERIVED.test(after) || begins?.test(after) === true) &&
    /[\u4e00-\u9fff]/.test(text[span.start - 1] ?? "")
  );
}

/** 规范|规范性文件, 保障|保障性住房, 实施|实施方案: a verb before what is named after it. */
const NAMED_AFTER = /^(?:..性(?![质格别])|实施(?:方案|意见|细则|办法|主体))/;

/** 重点项目|项目库, 责任清单|清单化, 综治网格|网格员: the second half is the stem of a longer word. */
const DERIVED =
  /^(?:化(?![解工学])|员(?!工)|组(?![织建])|队(?!伍)|库|者|型|师|家(?![庭长校园])|费|站|室(?!内)|班(?![子级])|率(?!先)|卡|物(?![资业流品价]))/;

/** Verbs that open a heading and are no heading by themselves: 2.强化强化体育工作 is a slip. */
const VERBS = new Set(
  "强化 加强 推进 深化 完善 提升 开展 落实 做好 抓好 加快 推动 健全 优化 实施 组织 建立 规范 扩大 促进 严格 持续 深入 全面 积极 切实 扎实 进一步 大力 着力 坚持".split(
    " ",
  ),
);

/** （一）竞赛内容|竞赛内容主要包括: a heading that lost its line break before a sentence that takes it up. */
function followsMarker(text: string, at: number): boolean {
  return /(?:(?<![\d.])\d{1,2}(?:\.\d{1,2}){1,3}|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])\s?$/.test(
    text.slice(Math.max(0, at - 9), at),
  );
}

/** 主导产业|产业链, 市政府|政府采购: words that end one name and begin another, by what goes on behind them. */
const BEGINS: ReadonlyMap<string, RegExp> = new Map([
  ["产业", /^(?:链|园|集群|基地|工人|带|基金|布局|生态)/],
  ["政府", /^(?:性|采购|债|购买|投资|网|信息|办|专项|工作报告|常务|引导)/],
  ["项目", /^(?:长|秘书|经理|部|法人|业主|资金|公司)/],
  ["人才", /^(?:公寓|津贴|工作|办|市场|引进|之家|驿站|码|安居)/],
  ["资产", /^(?:负债|管理|证券|评估|处置|收益)/],
  ["技术", /^(?:推广|攻关|创新|服务|转移|交易|改造|标准|工人|合同)/],
  ["信息", /^(?:公开|系统|共享|中心|安全|报送)/],
  ["工程", /^(?:款|质量|总承包|机械|造价|验收|监理|设计)/],
  ["市场", /^(?:开办|主体|监管|准入|价格|经营|摊位)/],
  ["卫生", /^(?:应急|院|健康|监督|人才|事业|技术)/],
  ["行政", /^(?:执法|审批|复议|许可|处罚|村|区|诉讼|裁决)/],
  ["数据", /^(?:中心|资源|局|要素|目录|共享|安全|资产|平台|治理|交易|分析|质量)/],
  ["文化", /^(?:传承|活动|中心|广场|礼堂|惠民|产业|遗产|旅游)/],
  ["体育", /^(?:公园|设施|产业|场|中心|局|协会|赛事)/],
  ["安全", /^(?:总监|隐患|生产|评价|出口|帽)/],
  ["保险", /^(?:基金|公司|待遇|机构)/],
  ["依据", /^《/],
  ["出租", /^(?:汽车|车|房屋)/],
]);

/** 管护的村|的村民委员会, 高等教育|等教育机构, 针对|企业|对企业: the little word is said of one name, and then of a longer one. */
function opensName(text: string, span: Span): boolean {
  const head = text[span.start] ?? "";
  if (head === "的" || head === "等") return /[\u4e00-\u9fff]/.test(text[span.end] ?? "");
  return head === "对" && text[span.start - 1] === "针";
}

/**
 * 革新|创新|创业, 铁路|公路|公交, 排水|供水|供电: no word, but the last letter of one and the first of two that begin alike.
 */
const ACROSS =
  /^(?:委监|新创|设建|评考|理管|化文|发研|训培|[建商治享]共|联互|防群|[汛控火管]防|路公|建改|害灾|水治|业[创就产企行工商]|用信|理处|测预|级分|装箱|会委员)$|^[水电气热暖][供用]$/;

/** 一件一件抓, 一个项目一个项目抓, 逐户逐户查 say each of them, 很难很难 and 说着说着 say it with weight. */
const MEANT =
  /^[一逐].$|^一[个件项处条户家村校园所次场座栋块片类级步桩年月天].{1,6}$|^[很最太更].$|^.着$|^非常$/;

function isDoubled(word: string): boolean {
  if (MEANT.test(word) || ACROSS.test(word)) return false;
  return /^[\u4e00-\u9fff]+$/.test(word) && !NAME_ENDS.has(word) && new Set(word).size > 1;
}
