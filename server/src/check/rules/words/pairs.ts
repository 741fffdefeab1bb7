import type { Paragraph } from "../../../plan/model.js";
import { matchesIn } from "../../../text/matches.js";

/** One quote or bracket in a line. `pair` tells which shape it is of, half and full width being one. */
export interface PairMark {
  readonly at: number;
  readonly character: string;
  readonly pair: number;
  readonly opens: boolean;
}

export interface Pairing {
  /** Matched pairs; `within` is the pair that holds it most closely. */
  readonly pairs: readonly {
    readonly open: PairMark;
    readonly close: PairMark;
    readonly within: PairMark | undefined;
  }[];
  /** Marks without a partner in the line, in reading order. */
  readonly lone: readonly PairMark[];
  /** Two closers in the wrong order: “《…”》. */
  readonly crossed: readonly { readonly first: PairMark; readonly second: PairMark }[];
}

const OPENERS = "“‘《〈（〔【「『(";
const CLOSERS = "”’》〉）〕】」』)";
const MARKS = /[“”‘’《》〈〉（）〔〕【】「」『』()]/g;
/** Every mark that has a partner. */
export const PAIR_MARKS = OPENERS + CLOSERS;
const BRACKET = OPENERS.indexOf("（");
/** Closers further apart than this were not interchanged: one of them lost its partner, or stands there by a slip. */
const FARTHEST_CROSSED = 40;
/** So far behind 1） its 2） is looked for. */
const FARTHEST_MEMBER = 200;
const NONE: Pairing = { pairs: [], lone: [], crossed: [] };

/** Openers by odd numbers, their closers by the even ones behind them; 0 for what is no such mark. */
const SHAPE = new Uint8Array(0x10000);
for (let pair = 0; pair < OPENERS.length; pair++) {
  const shape = pair === OPENERS.length - 1 ? BRACKET : pair;
  SHAPE[OPENERS.charCodeAt(pair)] = 2 * shape + 1;
  SHAPE[CLOSERS.charCodeAt(pair)] = 2 * shape + 2;
}
/** Most characters are Chinese ones, and nothing has to be looked up for them. */
const HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const DEEPEST = 16;
const opened = new Uint8Array(DEEPEST);

/** True where every mark has its partner, one within the other: what most lines are, and is told without a list of marks. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= HAN && code <= LAST_HAN) continue;
    const shape = SHAPE[code] as number;
    if (shape === 0) continue;
    if (shape % 2 === 1) {
      if (depth === DEEPEST) return false;
      opened[depth++] = shape;
    } else if (depth === 0 || opened[--depth] !== shape - 1) return false;
  }
  return depth === 0;
}

/** The marks of a line that lack a partner, or changed places with one. */
export function oddMarks(text: string): Pick<Pairing, "lone" | "crossed"> {
  return isBalanced(text) ? NONE : pairUp(text);
}

/** The quotes and brackets of a line, matched as far as they can be. */
export function pairUp(text: string): Pairing {
  if (text.search(MARKS) === -1) return NONE;
  const pairs: { open: PairMark; close: PairMark; within: PairMark | undefined }[] = [];
  const lone: PairMark[] = [];
  const crossed: { first: PairMark; second: PairMark }[] = [];
  const open: PairMark[] = [];
  // What is looked for is counted and stacked by its shape: a closer that nothing opened searches nothing.
  const opened = new Uint32Array(OPENERS.length);
  const jumped = Array.from(OPENERS, (): { mark: PairMark; by: PairMark }[] => []);
  for (const match of matchesIn(text, MARKS)) {
    const mark = markAt(match[0], match.index);
    if (isOfInterval(text, mark)) continue;
    if (mark.opens) {
      open.push(mark);
      opened[mark.pair] = (opened[mark.pair] ?? 0) + 1;
      continue;
    }
    if ((opened[mark.pair] ?? 0) > 0) {
      pairs.push(closed(mark, { open, opened, jumped }));
      continue;
    }
    const passed = jumped[mark.pair]?.pop();
    if (passed && mark.at - passed.by.at <= FARTHEST_CROSSED)
      crossed.push({ first: passed.by, second: mark });
    else if (passed) lone.push(passed.mark, mark);
    else if (!isListMarker(text, mark) && !isApostrophe(text, mark)) lone.push(mark);
  }
  const left = [...lone, ...open, ...jumped.flat().map((one) => one.mark)];
  return { pairs, lone: left.sort((a, b) => a.at - b.at), crossed };
}

/** Takes what a closer closes off the stack; what stood above it there has been jumped over. */
function closed(
  mark: PairMark,
  {
    open,
    opened,
    jumped,
  }: { open: PairMark[]; opened: Uint32Array; jumped: { mark: PairMark; by: PairMark }[][] },
): Pairing["pairs"][number] {
  let opener = open.pop() as PairMark;
  const passed: PairMark[] = [];
  for (; opener.pair !== mark.pair; opener = open.pop() as PairMark) passed.push(opener);
  for (const one of [opener, ...passed]) opened[one.pair] = (opened[one.pair] ?? 1) - 1;
  for (const one of passed.reverse()) jumped[one.pair]?.push({ mark: one, by: mark });
  return { open: opener, close: mark, within: open.at(-1) };
}

function markAt(character: string, at: number): PairMark {
  const opener = OPENERS.indexOf(character);
  const pair = opener === -1 ? CLOSERS.indexOf(character) : opener;
  return { at, character, pair: pair === OPENERS.length - 1 ? BRACKET : pair, opens: opener !== -1 };
}

/**
 * 1） a） ii） 一） at the head of a line or after a mark is a marker, not a bracket that lost its partner; so is 1） behind a
 * word where 2） follows.
 */
function isListMarker(text: string, mark: PairMark): boolean {
  if (mark.pair !== BRACKET) return false;
  const before = text.slice(Math.max(0, mark.at - 5), mark.at);
  if (/(?:^|[\s。；：，、:;,])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})$/.test(before))
    return true;
  return (
    /[\u4e00-\u9fff]1$/.test(before) &&
    /[；，、。;,]\s?2[）)]/.test(text.slice(mark.at, mark.at + FARTHEST_MEMBER))
  );
}

/** [80，90） and （60，80]: an interval of numbers ends in a bracket of another shape. */
function isOfInterval(text: string, { at, pair, opens }: PairMark): boolean {
  if (pair !== BRACKET) return false;
  return opens
    ? /^[\d.%％+∞]{1,8}\s?[,，]\s?[\d.%％+∞]{1,8}[\]］]/.test(text.slice(at + 1, at + 24))
    : /[[［][\d.%％]{1,8}\s?[,，]\s?[\d.%％+∞]{1,8}$/.test(text.slice(Math.max(0, at - 24), at));
}

/** Nothing opens before it: people’s, and ’26 for the year in the name of a fair. */
function isApostrophe(text: string, mark: PairMark): boolean {
  return (
    mark.character === "’" &&
    (/[A-Za-z\d]/.test(text[mark.at - 1] ?? "") || /^\d\d(?!\d)/.test(text.slice(mark.at + 1, mark.at + 4)))
  );
}

/** A closer of the shape of `mark`, half and full width being one. */
export function isOfShape(character: string, mark: PairMark): boolean {
  return CLOSERS.includes(character) && markAt(character, 0).pair === mark.pair;
}

/** The partner of a mark: the character that would close or open it. */
export function partnerOf(mark: PairMark): string {
  const at = mark.opens ? OPENERS.indexOf(mark.character) : CLOSERS.indexOf(mark.character);
  return (mark.opens ? CLOSERS[at] : OPENERS[at]) ?? "";
}

/** A line whose marks all have their partners says nothing but whether it goes on with a quotation. */
export function oddPairs({ text }: Paragraph): string {
  const { lone, crossed } = oddMarks(text);
  if (lone.length > 0 || crossed.length > 0) return text;
  return /^\s*“/.test(text) ? "“" : "";
}
