import { letterSurvey } from "../text/letterSurvey.js";

const NUMERALS = "一二三四五六七八九十";
const DIGITS = "0123456789";
const WIDE_DIGITS = "０１２３４５６７８９";
/** ① … ⒛ and ㈠ … ㈩. */
const ENCLOSED = Array.from({ length: 70 }, (_, i) =>
  String.fromCharCode(i < 60 ? 0x2460 + i : 0x3220 + i - 60),
).join("");

const survey = letterSurvey({
  /** A quantity in digits. */
  digit: `[${DIGITS}]`,
  space: "␣",
  /** 全覆盖, 翻番, 百分之九十五, 九成: a value without a digit. */
  wordValue: "全覆 翻[番一两] 分之 [一二两三四五六七八九]成",
  /** A bracket that may hold names. */
  opener: "（ ( 〔 [ 【 ［",
  /** Who does it. 指导 that closes a line is no pair. */
  duty: "责任 牵头 负责 主办 承办 配合 协[办同作助] 参[与加] 实[单部主] 施[单主部] 成时 时限 间节 分管 主管 督办 据提 导[，。；）)〕]",
  bracketAlone: "[。；][（(␣]",
  enumeration: [`[${NUMERALS}][是要]`, `[第其][${NUMERALS}]`],
  /** A marker inside the line, behind a mark or a space; or behind a word, where it needs a form of its own. */
  markerBehindMark: [
    ['。！？；：”）》〕】』…!?;:)]"␣.', `（(第${NUMERALS}${DIGITS}${WIDE_DIGITS}${ENCLOSED}`],
  ],
  markerBehindWord: [
    ["（(", `${NUMERALS}百千〇零○两${DIGITS}${WIDE_DIGITS}）)␣`],
    [NUMERALS, "章节、"],
    [DIGITS, ".．、␣"],
  ],
  century: ["19", "20"],
  fiveYears: `[${NUMERALS}]五`,
  /** A time without a year, or one that recurs. */
  timed: [
    '每[学年月周天日季两三] 逐年 历年 今年 明年 本年 当年 全年 常年 学[年期] 三年 五[年”"时期末] 今后 到期 届时 划期',
    "年[内均底末度左时行计来] 月[底前份] 季度 半年 近期 期[期末内] 暑假 寒假 同步 长期",
    `[${NUMERALS}${DIGITS}]月`,
  ],
  /** 《, “ and ‘, which may begin a name. */
  quote: "《 “ ‘",
  /** 在…等, …基础上. */
  located: "在 础上",
  norm: [
    "每[天周日课节台] 生均 人均 班额 课时 学时 小时 分钟 标准 不超 满分 总分 分值 权重 严禁 禁止 罚款 处以 罚金",
    "师生 生师 补助 补贴 奖励 奖补 奖金 贷款 贴息 额度 返还 减免 免除 折扣 保费 缴纳 注册 编制 厚度 利率 租金 津贴 收费 税率",
  ],
  normForCounts: [
    "每[人生校班名位月学年次平亩半季旬] 不得 周岁 年龄 掌握 熟练 工资 薪酬 费用",
    `学制 第[${NUMERALS}${DIGITS}]`,
  ],
  already: "已",
  past: "累计 先后 [共现]有 目前 荣获 获评 分获 被评 被授 以来 [到成增高升降长加入现得]了 上年 去年 共[认投建完获] 仅 圆满 成功 顺利",
  pastLead: `截[至止] 目前 现有 近[年两三几五] 过去 多年 [${NUMERALS}两]年 年[以，全我]`,
  base: "[比较在与同][12上去“全现目十]",
  from: "由 从",
  wish: ["确保 力争 实现 推动 保证", "使 促进 着力"],
});

/** The bits by which `signsIn` tells what a line shows. */
export const SIGN = survey.bits;

/**
 * The letters of a line, looked at once for all that read it: a reader whose sign is not there has nothing to find.
 * A sign that is too narrow would lose something, one that is too wide costs a look.
 */
export const signsIn = survey.in;
