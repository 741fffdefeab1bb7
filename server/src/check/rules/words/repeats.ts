import { sensesOf } from "../../../text/characters.js";
import type { Span } from "../../../text/span.js";
import { touching } from "../../../text/spanLookup.js";

/** 1 for what ends a clause, 2 for the comma of a list. */
const STOPS = sensesOf([
  ["，。；：？！,;:?!（）()", 1],
  ["、", 2],
]);
/** After one of these in front of the first name of a list the name itself begins. */
const LEADS =
  /[在是对抓强做和与及等的于把将以向从为设]$|(?:清理|整治|开展|推进|落实|完善|健全|推动|实施|抓好|做好|提升|统筹|杜绝|防止|严禁)$/;

/** A name that stands a second time in one list: 营养改善、课后服务、营养改善. Each `again` is the later one. */
export function namesTwice(
  text: string,
  kept: readonly { readonly span: Span }[],
): readonly { readonly first: Span; readonly again: Span }[] {
  let found: { first: Span; again: Span }[] | undefined;
  let isKept: ReturnType<typeof touching> | undefined;
  let end = 0;
  // From list to list: what stands between them is not looked at.
  for (let comma = text.indexOf("、"); comma !== -1; comma = text.indexOf("、", end)) {
    let commas = 0;
    let stop = 0;
    for (end = comma; end < text.length && stop !== 1; end++) {
      stop = STOPS[text.charCodeAt(end)] as number;
      if (stop === 2) commas++;
    }
    if (stop === 1) end--;
    if (commas < 2) continue;
    isKept ??= touching(kept.map(({ span }) => span));
    const from = clauseStart(text, comma);
    if (isKept(from, end) || !mayRepeat(text, from, end) || isEachToOne(text, from, end)) continue;
    for (const twice of twiceIn(text.slice(from, end), from)) (found ??= []).push(twice);
  }
  return found ?? NONE;
}

const SECOND_LIST = /.[和与及等]../;
const NONE: { first: Span; again: Span }[] = [];

/** 东线、中线、西线分别由甲局、乙局、甲局牵头: what is shared out may go to one twice. */
function isEachToOne(text: string, from: number, end: number): boolean {
  return /分别|依次/.test(text.slice(from, end));
}

function clauseStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && STOPS[text.charCodeAt(at - 1)] !== 1) at--;
  return at;
}

function twiceIn(clause: string, offset: number): { first: Span; again: Span }[] {
  const members = clause.split("、");
  const places = new Map<string, Span>();
  const found: { first: Span; again: Span }[] = [];
  let at = offset;
  members.forEach((member, i) => {
    const name = i === members.length - 1 ? lastName(member) : member;
    const start = at;
    at += member.length + 1;
    if (!/^[\u4e00-\u9fff“”《》A-Za-z]{2,}$/.test(name) || isBlankedOut(name)) return;
    const again = { start, end: start + name.length };
    const first = places.get(name);
    if (first) found.push({ first, again });
    else if (i > 1) addHead({ members, name, offset, again }, found);
    places.set(name, places.get(name) ?? again);
    // 小学语文、数学和初中语文、数学; 供水、燃气等单位开展供水、供热: a second list begins behind 和 or 等.
    if (i < members.length - 1 && SECOND_LIST.test(member)) places.clear();
  });
  return found;
}

/** XXX、XXX; 某某、某某: names that were blanked out stand for different ones, and so do A相、B相 of a table. */
function isBlankedOut(name: string): boolean {
  return /[Xx]{2}|某|^[A-Za-z].$/.test(name);
}

/** Room for the places where the members of one list begin. */
const BEGIN = new Int32Array(66);

/**
 * Most lists hold nothing twice, and that is told at once, without a string for every member: two members are alike, the
 * first one ends in another, or the last one goes on behind what stands before.
 */
function mayRepeat(text: string, from: number, to: number): boolean {
  let count = 0;
  BEGIN[count++] = from;
  for (let at = text.indexOf("、", from); at !== -1 && at < to; at = text.indexOf("、", at + 1)) {
    if (count === BEGIN.length - 1) return true;
    BEGIN[count++] = at + 1;
  }
  BEGIN[count] = to + 1;
  const last = count - 1;
  for (let i = 1; i < count; i++) {
    const size = sizeOf(i);
    if (size <= sizeOf(0) && isSame(text, begin(i), begin(1) - 1 - size, size)) return true;
    for (let j = 0; j < i; j++) if (sizeOf(j) === size && isSame(text, begin(j), begin(i), size)) return true;
    if (i < last && size <= sizeOf(last) && isSame(text, begin(i), begin(last), size)) return true;
  }
  // 特别是在财政投入、……、财政投入等方面: the first two letters of the last member stand in the first one, too.
  for (let at = from; at + 2 < begin(1); at++) if (isSame(text, at, begin(last), 2)) return true;
  return false;
}

function begin(member: number): number {
  return BEGIN[member] as number;
}

function sizeOf(member: number): number {
  return begin(member + 1) - 1 - begin(member);
}

function isSame(text: string, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (text.charCodeAt(a + i) !== text.charCodeAt(b + i)) return false;
  return true;
}

/** The first member has words before its name: 特别是在|财政投入. */
function addHead(
  of: { members: readonly string[]; name: string; offset: number; again: Span },
  found: { first: Span; again: Span }[],
): void {
  const head = of.members[0] ?? "";
  if (head.length <= of.name.length || !head.endsWith(of.name)) return;
  const start = head.length - of.name.length;
  if (!LEADS.test(head.slice(0, start))) return;
  found.push({ first: { start: of.offset + start, end: of.offset + head.length }, again: of.again });
}

/** The last member goes on: 物理|等学科. */
function lastName(member: string): string {
  return /^(.{2,20}?)(?:等|和|及|与|以及|或|上|方面)/.exec(member)?.[1] ?? member;
}
