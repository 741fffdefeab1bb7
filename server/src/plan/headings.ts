import {
  closingBracket,
  isSpace,
  lettersOf,
  sensesOf,
  skipSpaces,
  SPACES,
  trimEnd,
} from "../text/characters.js";
import type { Heading } from "./model.js";

/**
 * The heading that begins at `from` and ends before `to` at the latest: to the end of its first sentence, or the whole
 * stretch. Final marks, and a closing bracket that names who does it, do not belong to it.
 */
export function headingIn(text: string, from: number, to: number): Heading {
  let start = skipSpaces(text, from, to);
  // **加强领导。**各单位要……: Markdown's bold is no part of the words.
  while (start < to && text.charCodeAt(start) === STAR) start++;
  const cut = sentenceEnd(text, start, to);
  let end = trimEnd(text, start, cut);
  end = withoutResponsibility(text, start, end);
  while (end > start && FINAL[text.charCodeAt(end - 1)] === 1) end--;
  return {
    span: { start, end: Math.max(start, end) },
    runIn: skipSpaces(text, Math.min(to, cut + 1), to) < to,
  };
}

const STAR = 0x2a;
/** Marks that close a heading and are no part of it. */
const FINAL = lettersOf("。；：;:，,、．.*");

const OPENS = 1;
const CLOSES = 2;
const ENDS = 3;
/** The heading goes up to it and with it. */
const ENDS_WITH = 4;
const COLON = 5;
const SPACE = 6;
/** What a letter is to a heading, by its code: it opens or closes a stretch, or may end the heading. Most are 0. */
const SENSE = sensesOf([
  ["“《（(「『【", OPENS],
  ["”’》〉）)」』】", CLOSES],
  ["。；!?;", ENDS],
  ["！？", ENDS_WITH],
  ["：:", COLON],
  [SPACES, SPACE],
]);
/** Behind so many letters a bracket that was never closed holds nothing back. */
const LONGEST_BRACKET = 60;

/** The offset of the mark that ends the first sentence; `to` where there is none. Marks inside quotes do not count. */
function sentenceEnd(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const sense = SENSE[text.charCodeAt(at)] as number;
    if (sense === 0) continue;
    if (sense === OPENS) depth++;
    else if (sense === CLOSES) depth = Math.max(0, depth - 1);
    else if (sense === ENDS || sense === ENDS_WITH) {
      if (depth === 0 || at - from > LONGEST_BRACKET) return sense === ENDS ? at : at + 1;
    } else if (depth !== 0) continue;
    else if (sense === COLON) {
      if (introduces(text, from, at, to)) return at;
    } else if (isSpace(text.charCodeAt(at)) && spaceSeparates(text, from, at, to)) return at;
  }
  return to;
}

/** A colon ends a heading where a short phrase is followed by its body: 指导思想：以……为指导. */
function introduces(text: string, from: number, at: number, to: number): boolean {
  return at - from >= 2 && at - from <= 20 && to - at > 12 && !/[，,、]/.test(text.slice(from, at));
}

/** A space ends a heading where a short phrase without marks is followed by a long text. */
function spaceSeparates(text: string, from: number, at: number, to: number): boolean {
  if (at - from < 3 || at - from > 24) return false;
  const next = skipSpaces(text, at, to);
  if (to - next < 30) return false;
  return (
    !/[，,、]/.test(text.slice(from, at)) && /[，。,；]/.test(text.slice(next, next + 40)) && next - at >= 1
  );
}

/** （责任科室：…） at the end of a heading is not part of it. */
function withoutResponsibility(text: string, start: number, end: number): number {
  const last = text[end - 1];
  if (last !== "）" && last !== ")" && last !== "〕" && last !== "]" && last !== "】") return end;
  for (let at = start + 1; at < end; at++) {
    const c = text[at] ?? "";
    if ("（(〔[【".includes(c) && closingBracket(text, at) === end - 1) {
      const inside = text.slice(at + 1, end - 1);
      return /责任|牵头|负责|配合|承办|主办/.test(inside) ? trimEnd(text, start, at) : end;
    }
  }
  return end;
}

/** Headings of one word that a flattened text runs into its body without any mark. */
const KNOWN =
  /^(?:指导思想|基本原则|工作原则|总体思路|总体要求|总体目标|主要目标|工作目标|发展目标|目标任务|目标要求|发展基础|发展现状|主要成就|面临(?:的)?(?:形势|挑战|问题|机遇)(?:[和与](?:形势|挑战|机遇|问题))?|存在(?:的)?问题|保障措施|组织实施|组织保障|实施步骤|工作要求|加强领导|加大投入|营造氛围|加强组织领导|加强宣传(?:引导)?|强化督导|经费保障|远景目标)/;

/** Words that open a sentence of the body and hardly ever stand inside a heading. */
const OPENERS =
  /(?:以习近平|以[^，,。]{2,12}为(?:指导|重点|抓手|目标|导向|核心|引领|主)|坚持以|党的[一二三四五六七八九十]+大以来|全面贯彻(?:党的)?|认真贯彻|深入贯彻|深入学习|按照|根据|依托|通过|围绕|从[^，,。]{2,8}看|将[^，,。]{4}|把[^，,。]{4}|实施[^，,。]{2,20}(?:工程|计划|行动|项目|改革)|落实[“《]|到20\d\d年|20\d\d年|积极|继续|大力|严格|充分发挥|重点建设|推进[^，,。]{2,14}(?:改革|全覆盖|建设)|加大[^，,。]{4,16}力度|完善[^，,。]{4,50}(?:机制|办法|制度|体系)|深化[^，,。]{2,10}[、，,]|拓宽|建立健全|进一步|鼓励|支持|各[^，,。]{1,8}要|完成[^，,。]{2,50}工作|以[^，,。]{2,16}[、，,])/;
/** A heading has at least so many characters: an opener before that belongs to it. */
const SHORTEST = 6;

/**
 * The heading of a run-in item in a flattened text, where neither a mark nor a line break ends it: a known heading, or
 * up to where a sentence of the body opens.
 */
export function flattenedHeading(text: string, from: number, to: number): Heading {
  const start = skipSpaces(text, from, to);
  const known = KNOWN.exec(text.slice(start, Math.min(to, start + 24)));
  if (known) return { span: { start, end: start + known[0].length }, runIn: start + known[0].length < to };
  const plain = headingIn(text, start, to);
  const firstComma = text.slice(start, plain.span.end).search(/[，,、]/);
  if (!plain.runIn && plain.span.end - start <= 40) return plain;
  if (plain.span.end - start <= 20 && firstComma === -1) return plain;
  const window = text.slice(start, Math.min(plain.span.end, start + 60));
  const opener = OPENERS.exec(window.slice(SHORTEST));
  return opener ? { span: { start, end: start + SHORTEST + opener.index }, runIn: true } : plain;
}
