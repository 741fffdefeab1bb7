import { fill } from "../check/phrase.js";
import type { Locale } from "../check/rule.js";

const TEXTS = {
  "zh-CN": {
    syntax: "JSON 写法有误，此处未能读出",
    tooLong: "文件太长（超过 {limit} 个字符），未读",
    notObject: "配置文件应当是一个对象 {…}",
    unknown: "没有“{name}”这一项。{hint}",
    didYouMean: "是不是“{name}”？",
    expected: "此处应为{types}",
    choice: "“{value}”不可用，可用：{choices}",
    tooSmall: "不能小于 {minimum}",
    empty: "不能为空",
    missing: "缺少“{name}”",
    repeated: "“{name}”重复，以最后一处为准",
    repeatedEntry: "“{name}”与前面的重复",
    years: "起始年份晚于终止年份",
    outside: "继承的文件须在工作区之内",
    absolute: "只能用相对路径",
    notFound: "找不到继承的文件",
    cycle: "继承关系成环，此处不再继承",
    inherited: "继承的文件有误：{message}",
  },
  en: {
    syntax: "Not valid JSON; this could not be read",
    tooLong: "The file is too long (more than {limit} characters) and was not read",
    notObject: "The file must hold one object {…}",
    unknown: 'There is no "{name}". {hint}',
    didYouMean: 'Did you mean "{name}"?',
    expected: "Expected {types} here",
    choice: '"{value}" is not one of {choices}',
    tooSmall: "Must be at least {minimum}",
    empty: "Must not be empty",
    missing: '"{name}" is missing',
    repeated: '"{name}" stands here twice; the last one holds',
    repeatedEntry: '"{name}" stands here already',
    years: "The first year is later than the last",
    outside: "The file must lie inside the workspace",
    absolute: "Only a relative path will do",
    notFound: "The file is not there",
    cycle: "The files extend each other in a circle; it is cut here",
    inherited: "In the file that is extended: {message}",
  },
} as const;

const TYPES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  "zh-CN": {
    object: "对象 {…}",
    array: "列表 […]",
    string: "文字",
    number: "数",
    integer: "整数",
    boolean: "true 或 false",
  },
  en: {
    object: "an object {…}",
    array: "a list […]",
    string: "a text",
    number: "a number",
    integer: "a whole number",
    boolean: "true or false",
  },
};

export type ConfigTextKey = keyof (typeof TEXTS)["zh-CN"];

export function configText(
  locale: Locale,
  key: ConfigTextKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(TEXTS[locale][key], values).trimEnd();
}

export function typeNames(locale: Locale, types: readonly string[]): string {
  return types.map((type) => TYPES[locale][type] ?? type).join(locale === "en" ? " or " : "或");
}
