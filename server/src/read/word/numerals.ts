/**
 * The numerals of Word's numbering formats (ECMA-376 part 1, 17.18.59). A test compares them with what LibreOffice
 * prints; where LibreOffice knows a format less well than Word (full-width figures, 一〇 for ideographDigital, ⒈,
 * ㈠), Word is followed.
 */
import { spelledOut } from "../../text/numerals.js";

type Spelling = (value: number) => string;

const HAN = "〇一二三四五六七八九";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

const FORMATS = new Map<string, Spelling>([
  ["bullet", () => ""],
  ["chineseCounting", (value) => counting(value, "十")],
  ["chineseCountingThousand", (value) => counting(value, "十")],
  ["chineseLegalSimplified", legal],
  ["decimal", String],
  ["decimalEnclosedCircle", circled],
  ["decimalEnclosedCircleChinese", circled],
  ["decimalEnclosedFullstop", (value) => enclosed(value, 0x2488)],
  ["decimalEnclosedParen", (value) => enclosed(value, 0x2474)],
  ["decimalFullWidth", fullWidth],
  ["decimalFullWidth2", fullWidth],
  ["decimalHalfWidth", String],
  ["decimalZero", (value) => String(value).padStart(2, "0")],
  ["hex", (value) => value.toString(16).toUpperCase()],
  ["ideographDigital", digits],
  ["ideographEnclosedCircle", (value) => within("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", value)],
  ["ideographLegalTraditional", legalTraditional],
  ["ideographTraditional", (value) => within(STEMS, value)],
  ["ideographZodiac", (value) => within(BRANCHES, value)],
  ["ideographZodiacTraditional", sexagenary],
  ["japaneseCounting", (value) => counting(value, "十")],
  ["japaneseDigitalTenThousand", digits],
  ["lowerLetter", (value) => letters(value, 97)],
  ["lowerRoman", (value) => roman(value).toLowerCase()],
  ["none", () => ""],
  ["ordinal", (value) => `${value}${ordinalSuffix(value)}`],
  ["taiwaneseCounting", (value) => counting(value, "十")],
  ["taiwaneseCountingThousand", (value) => counting(value, "十")],
  ["taiwaneseDigital", digits],
  ["upperLetter", (value) => letters(value, 65)],
  ["upperRoman", roman],
]);

/** A number as Word shows it in a format; formats that Chinese documents do not use fall back to 1, 2, 3. */
export function spellNumber(value: number, format: string): string {
  return (FORMATS.get(format) ?? String)(value);
}

/** The character at a place in a short series; beyond its end Word goes on in figures. */
function within(characters: string, value: number): string {
  return characters[value - 1] ?? String(value);
}

function digits(value: number): string {
  return [...String(value)].map((digit) => HAN[Number(digit)] ?? digit).join("");
}

/** 12 → 十二 or 一十二, as `teens` says; a gap gets one 零 (一百零一, 一万零二十). */
function counting(value: number, teens: string): string {
  if (value < 1 || value > 99_999_999) return value === 0 ? "零" : digits(value);
  const low = value % 10_000;
  const high = Math.floor(value / 10_000);
  const spelled =
    high === 0
      ? spelledOut(low)
      : `${spelledOut(high)}万${low > 0 && low < 1_000 ? "零" : ""}${spelledOut(low)}`;
  return spelled.startsWith("一十") ? teens + spelled.slice(2) : spelled;
}

function replaceEach(text: string, from: string, to: string): string {
  return [...text].map((character) => to[from.indexOf(character)] ?? character).join("");
}

function legal(value: number): string {
  const spelled = counting(value, "一十");
  return replaceEach(spelled, "一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟");
}

function legalTraditional(value: number): string {
  const spelled = counting(value, "一十");
  return replaceEach(spelled, "一二三四五六七八九十百千万", "壹貳參肆伍陸柒捌玖拾佰仟萬");
}

function sexagenary(value: number): string {
  if (value < 1 || value > 60) return String(value);
  return within(STEMS, ((value - 1) % 10) + 1) + within(BRANCHES, ((value - 1) % 12) + 1);
}

function fullWidth(value: number): string {
  return String(value).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function circled(value: number): string {
  if (value === 0) return "⓪";
  if (value >= 1 && value <= 20) return String.fromCharCode(0x245f + value);
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCharCode(0x32b1 + value - 36);
  return String(value);
}

function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20 ? String.fromCharCode(first + value - 1) : String(value);
}

/** a…z, aa…zz, aaa…: Word repeats the letter. */
function letters(value: number, first: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value < 1 || value > 32_767) return String(value);
  let rest = value;
  let result = "";
  for (const [worth, letter] of ROMAN) {
    result += letter.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return result;
}

function ordinalSuffix(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}
