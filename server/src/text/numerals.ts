/** Chinese, full-width and ASCII numerals ⇄ numbers, for counts up to 9999: numbering never goes further. */

const DIGITS = "〇一二三四五六七八九";
const DIGIT_VALUES = new Map<string, number>([
  ...[...DIGITS].map((digit, value) => [digit, value] as const),
  ["零", 0],
  ["○", 0],
  ["两", 2],
]);
const UNIT_VALUES = new Map<string, number>([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** By the code of a character: the digit that it stands for, the unit, or `NONE`. */
const VALUES = new Int16Array(0x10000).fill(-1);
const NONE = -1;
for (const [character, value] of [...DIGIT_VALUES, ...UNIT_VALUES]) VALUES[character.charCodeAt(0)] = value;

/** True for the code of a character that can stand in a Chinese numeral (一 … 九, 十, 百, 千, 〇, 零). */
export function isChineseNumeral(code: number): boolean {
  return code > 0 && VALUES[code] !== NONE;
}

/** The value of 十二, 二十, 一百零三, or digit by digit 二〇二六; undefined where the text is no numeral. */
export function fromChinese(text: string): number | undefined {
  if (text === "") return undefined;
  /** Read digit by digit; a unit ends that. */
  let spelled: number | undefined = 0;
  let total = 0;
  let digit: number | undefined;
  let isNumber = true;
  for (let at = 0; at < text.length; at++) {
    const value = VALUES[text.charCodeAt(at)] as number;
    if (value === NONE) return undefined;
    if (value >= 10) {
      spelled = undefined;
      total += (digit ?? 1) * value;
      digit = undefined;
    } else {
      if (digit !== undefined && digit !== 0) isNumber = false;
      if (spelled !== undefined) spelled = spelled * 10 + value;
      digit = value;
    }
  }
  if (spelled !== undefined) return spelled;
  return isNumber ? total + (digit ?? 0) : undefined;
}

/** 1 → 一, 12 → 十二, 20 → 二十, 103 → 一百零三. Outside 1…9999 the digits are given one by one. */
export function toChinese(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) {
    return [...String(value)].map((d) => DIGITS[Number(d)] ?? d).join("");
  }
  const spelled = spelledOut(value);
  return spelled.startsWith("一十") ? spelled.slice(1) : spelled;
}

/** 12 → 一十二, 103 → 一百零三, up to 9999; nothing for 0. */
export function spelledOut(value: number): string {
  const units = ["", "十", "百", "千"];
  let result = "";
  let skipped = false;
  const digits = [...String(value)].map(Number);
  digits.forEach((digit, i) => {
    if (digit === 0) {
      skipped = true;
      return;
    }
    if (skipped && result !== "") result += "零";
    skipped = false;
    result += (DIGITS[digit] ?? "") + (units[digits.length - 1 - i] ?? "");
  });
  return result;
}

/** ASCII for full-width digits: １２ → 12. Other characters stay. */
export function toHalfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

const MOST_DIGITS = 9;
const ZERO = 0x30;
const WIDE_ZERO = 0xff10;

/** The value of 12 or １２; undefined where the text is no such number. */
export function fromArabic(text: string): number | undefined {
  if (text === "" || text.length > MOST_DIGITS) return undefined;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code < WIDE_ZERO ? code - ZERO : code - WIDE_ZERO;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

const RANGES: readonly (readonly [first: number, count: number, from: number])[] = [
  [0x2460, 20, 1], // ①…⑳
  [0x2474, 20, 1], // ⑴…⒇
  [0x2488, 20, 1], // ⒈…⒛
  [0x3220, 10, 1], // ㈠…㈩
  [0x2160, 12, 1], // Ⅰ…Ⅻ
  [0x2776, 10, 1], // ❶…❿
  [0x3251, 15, 21], // ㉑…㉟
];

/** The number that a single code point such as ③, ⑶, ⒊ or ㈢ stands for. */
export function fromEnclosed(character: string): number | undefined {
  const code = character.charCodeAt(0);
  // Before all of them stands what is Latin, behind them what is Chinese.
  if (code < 0x2160 || code > 0x325f) return undefined;
  for (const [first, count, from] of RANGES) {
    if (code >= first && code < first + count) return code - first + from;
  }
  return undefined;
}

/** The enclosed character of the same kind as `like` for another number; undefined where that kind ends earlier. */
export function toEnclosed(value: number, like: string): string | undefined {
  const code = like.charCodeAt(0);
  for (const [first, count, from] of RANGES) {
    if (code >= first && code < first + count) {
      const index = value - from;
      return index >= 0 && index < count ? String.fromCharCode(first + index) : undefined;
    }
  }
  return undefined;
}
