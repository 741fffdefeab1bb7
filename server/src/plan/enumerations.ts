import { fromChinese } from "../text/numerals.js";
import type { Enumeration } from "./model.js";
import { matchesIn } from "../text/matches.js";
import { SIGN, signsIn } from "./signs.js";

const MEMBER =
  /(?=[一二三四五六七八九十第其])(?:(?<=^|\s|[。；;：:，,、！？…”）)])(?:([一二三四五六七八九十]{1,2})(是|要)(?![否非因])|(第)([一二三四五六七八九十]{1,2})[，,、](?![一二三四五六七八九十第])|(其)([一二三四五六七八九十])[，,、是])|(?<=[\u4e00-\u9fff])(?<![统唯同万之合专不单逐任每某归其再第])(一)([是要]))/g;

const NONE: readonly Enumeration[] = [];

interface OpenList {
  readonly kind: string;
  readonly members: Enumeration["members"][number][];
  /** The list in one of whose members it stands, behind a colon: 一是抓党建，做好两件事：一是……，二是……。二是抓业务. */
  readonly outer: OpenList | undefined;
}

/** 一是…二是…, 第一，…第二，…, 其一，… of a paragraph. One that begins anew at one opens the next enumeration. */
export function enumerationsIn(text: string, signs = signsIn(text)): readonly Enumeration[] {
  if ((signs & SIGN.enumeration) === 0) return NONE;
  const open = new Map<string, OpenList>();
  const found: OpenList[] = [];
  for (const match of matchesIn(text, MEMBER)) {
    const kind = match[2] ?? match[3] ?? match[5] ?? match[8] ?? "";
    const digits = match[1] ?? match[4] ?? match[6] ?? match[7] ?? "";
    const ordinal = fromChinese(digits);
    if (ordinal === undefined || ordinal < 1 || ordinal > 20) continue;
    // A heading run into its body: 做好成效总结一是……. Such a 一是 only begins a list anew.
    if (match[7] && (open.get(kind)?.members.length ?? 0) < 2) continue;
    const from = match.index + ((match[3] ?? match[5]) ? 1 : 0);
    const member = {
      ordinal,
      span: { start: match.index, end: match.index + match[0].length },
      numeral: { start: from, end: from + digits.length },
    };
    const before = open.get(kind);
    const isWithin = ordinal === 1 && /[：:]\s?$/.test(text.slice(Math.max(0, match.index - 2), match.index));
    let current = before && goesOn(before, ordinal);
    if (!current || isWithin || (ordinal === 1 && current.members.length > 1)) {
      current = { kind, members: [], outer: isWithin ? before : undefined };
      found.push(current);
    }
    open.set(kind, current);
    current.members.push(member);
  }
  return found
    .flatMap(apart)
    .filter(({ members }) => members.length > 1 || members[0]?.ordinal === 1)
    .map(({ kind, members }) => ({ kind, members }));
}

/** 一是减负，一是增效 count nothing; 一是……。一是……，二是…… is a list behind another that has one member. */
function apart(list: OpenList): readonly OpenList[] {
  const { members } = list;
  const ones = members.findIndex(({ ordinal }) => ordinal !== 1);
  if (ones === -1) return members.map((member) => ({ ...list, members: [member] }));
  if (ones < 2 || members[ones]?.ordinal !== 2) return [list];
  const alone = members.slice(0, ones - 1).map((member) => ({ ...list, members: [member] }));
  return [...alone, { ...list, members: members.slice(ones - 1) }];
}

/** The list that a member goes on with: the open one, or one around it whose turn it is. */
function goesOn(open: OpenList, ordinal: number): OpenList {
  if (ordinal === next(open)) return open;
  for (let { outer } = open; outer; outer = outer.outer) if (ordinal === next(outer)) return outer;
  return open;
}

function next({ members }: OpenList): number {
  return (members.at(-1)?.ordinal ?? 0) + 1;
}
