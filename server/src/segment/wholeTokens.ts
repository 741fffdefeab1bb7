const DIGIT = "[0-9０-９]";
const MEASURES =
  "个百分点 百分点 个工作日 平方公里 平方米 年级 年度 个月 个 人次 小时 分钟 公里 课时 学时 年 月 日 号 时 所 名 人 位 次 项 门 类 节 期 届 班 级 套 间 台 亩 件 例 场 周 天 条 家 处 座 支 篇 册 本 户 元 米 度 分 岁 % ％ ‰";
const MEASURE = MEASURES.split(" ").join("|");

/**
 * What no difference may tear, whatever an engine makes of it: a number with its measure (95.5%, 3所, 2026年,
 * 1.2亿元, 百分之九十五, 二〇二六年) and a word in Latin letters (STEAM, A1).
 */
const WHOLE = new RegExp(
  [
    `${DIGIT}+(?:[.．]${DIGIT}+)?(?:,[0-9]{3}(?![0-9]))*[百千万亿]{0,2}[余多]?(?:${MEASURE})?`,
    "百分之[〇零一二三四五六七八九十百点]+",
    "[〇零一二三四五六七八九]{4}年",
    "[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9]*",
  ].join("|"),
  "g",
);

/**
 * The words of a line with every number and every Latin word in one piece. Engines differ exactly there (one gives
 * 2|0|2|6|年, the other 2026|年); behind this they give the same words.
 */
export function withWholeTokens(line: string, words: readonly string[]): string[] {
  const wholes = [...line.matchAll(WHOLE)];
  if (wholes.length === 0) return [...words];
  const cuts = new Uint8Array(line.length + 1);
  let at = 0;
  for (const word of words) {
    at += word.length;
    cuts[at] = 1;
  }
  for (const whole of wholes) {
    const end = whole.index + whole[0].length;
    cuts.fill(0, whole.index + 1, end);
    cuts[whole.index] = 1;
    cuts[end] = 1;
  }
  return pieces(line, cuts);
}

function pieces(line: string, cuts: Uint8Array): string[] {
  const found: string[] = [];
  let start = 0;
  for (let i = 1; i <= line.length; i++) {
    if (i < line.length && cuts[i] === 0) continue;
    found.push(line.slice(start, i));
    start = i;
  }
  return found;
}
