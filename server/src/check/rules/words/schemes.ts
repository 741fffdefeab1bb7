import {
  differenceOf,
  isApart,
  isNumeral,
  type Named,
  numeralsIn,
  type Places,
  wordsAfter,
} from "./variants.js";

/** Shorter names are too often a pair on purpose: 好学校, 好学生. */
const LONG_NAME = 6;
const LONG_TITLE = 8;
const LONG_LAW = 13;
/**
 * 十四五 and 十五五, 七五 and 八五, 3+2 and 3+4, 三个一 and 五个一, 人才新政20条 and 30条, 2.0 and 3.0, 护苗2025 and 护苗2026 are several
 * things of one kind.
 */
const IN_SERIES = /^(?:十?[一二三四五六七八九]|十)五$|[+＋个条]|\d\.\d|20[0-4]\d/;
/** “12345”热线, “119”宣传月, “6·26”国际禁毒日, “双11”: numbers to call and days to remember, each one of its own. */
const CALLED = /^(?:1\d\d|1[26]\d{3}|9\d{4,5}|\d{1,2}[·•.．]\d{1,2}|双(?:1[12]|十[一二]))$/;
/** 会计法, 统计法, 水法, 刑法: what all laws begin with makes no long name of a short one. */
const STATE = /^中华人民共和国/;

/** A name in quotes that is long, or tells by its numerals which scheme it is. */
export function mayBeScheme({ name }: Named): boolean {
  return (numeralsIn(name) > 1 && !CALLED.test(name)) || name.length >= LONG_NAME;
}

export function isLongTitle({ name }: Named): boolean {
  return name.length >= LONG_TITLE && !(STATE.test(name) && name.length < LONG_LAW);
}

/**
 * “三六九” and “五六九”: a numeral that differs counts where the name has more numerals than that and the words after
 * the quotes are the same; another character only in a long name that stands more than once, and not where it says what
 * kind of thing it is: 示范带, 示范点; 奖章, 奖状.
 */
export function isOneScheme(text: string, first: Places, second: Places): boolean {
  const [a, b] = [first[0]?.name ?? "", second[0]?.name ?? ""];
  const difference = differenceOf(a, b);
  if (difference.every(isNumeral)) {
    if (numeralsIn(a) < 2 || IN_SERIES.test(a) || IN_SERIES.test(b)) return false;
    const after = new Set(first.map((one) => wordsAfter(text, one)).filter((words) => words !== ""));
    return second.some((one) => after.has(wordsAfter(text, one)));
  }
  const isKind = a.length === b.length && a.at(-1) !== b.at(-1);
  const isRare = first.length + second.length < 3;
  return a.length >= LONG_NAME && b.length >= LONG_NAME && !isRare && !isKind && !isApart(difference);
}
