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

const SECOND_LIST = /.[和与及等或]../;
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
  let lists = 1;
  members.forEach((member, i) => {
    const isLast = i === members.length - 1;
    const name = isLast ? lastName(member) : member;
    const again = { start: at, end: at + name.length };
    at += member.length + 1;
    if (isName(name)) {
      const first = places.get(name);
      if (first) found.push({ first, again });
      else if (i > 1 && lists === 1) addHead({ members, name, offset, again }, found);
      places.set(name, first ?? again);
    }
    // 小学语文、数学和初中语文、数学; 供水、燃气等单位开展供水、供热: a second list begins behind 和 or 等.
    if (isLast || !(SECOND_LIST.test(member) || saysListAgain(members, i))) return;
    places.clear();
    lists++;
  });
  return found;
}

function isName(name: string): boolean {
  return /^[\u4e00-\u9fff“”《》A-Za-z]{2,}$/.test(name) && !isBlankedOut(name) && !PROVISION.test(name);
}

/** 第四条第二款、第三款、第五条第一款、第三款: each is one of the article before it. */
const PROVISION = /^第.{1,4}[条款项目]$/;

/**
 * 勘察、设计、施工单位对勘察、设计、施工的质量负责; 由市、县、区主管部门报市、县、区政府: within a member a sentence goes on,
 * and what follows is said anew.
 */
function saysListAgain(members: readonly string[], i: number): boolean {
  const member = members[i] ?? "";
  const next = nameAt(members, i + 1);
  for (let j = Math.max(0, i - LOOK_BACK); j < i; j++) {
    const before = members[j] ?? "";
    if (members[j + 1] === next && j + 1 < i && goesOnTo(member, before, j)) return true;
    // 甲、乙的企业只向丙、甲、乙的企业供应: the new list opens with a name of its own.
    const isRun = before === next && beginAlike(members[j + 1] ?? "", members[i + 2] ?? "");
    if (isRun && member.length >= LONG && JOINTS.test(member)) return true;
  }
  return false;
}

/** What is said again stands near, and is a name: no sentence lists more, and the time for looking stays that of the text. */
const LOOK_BACK = 60;
const LONGEST_NAME = 60;
/** Fewer characters in front of a name are part of the name. */
const LONG = 4;
/** What holds a sentence together, and no name. */
const JOINTS = /[的由将把对向应在有无未不其所会经]|单位|进行|从事|组织|禁止|提供|制作|编制/;

/** 施工单位对勘察 ends in the name 勘察 behind words that are none of it. */
function goesOnTo(member: string, before: string, j: number): boolean {
  let same = 0;
  while (same < before.length && member.at(-1 - same) === before.at(-1 - same)) same++;
  const at = j > 0 && before.length <= LONGEST_NAME ? member.lastIndexOf(before) : -1;
  const lead = member.slice(0, at >= LONG ? at : member.length - same);
  if (same === 0 && at < LONG) return false;
  return lead.length >= 2 * LONG || (lead.length >= LONG && JOINTS.test(lead));
}

function beginAlike(one: string, other: string): boolean {
  return one.length >= 2 && one.slice(0, 2) === other.slice(0, 2);
}

function nameAt(members: readonly string[], i: number): string {
  const member = members[i] ?? "";
  return i === members.length - 1 ? lastName(member) : member;
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

/** The last member goes on: 物理|等学科; 厂房与大坝间的道路 is one thing. */
function lastName(member: string): string {
  if (/^[^和等]{2,8}[与和].{1,8}间/.test(member)) return member;
  return /^(.{2,20}?)(?:等|和|及|与|以及|或|上|方面)/.exec(member)?.[1] ?? member;
}
