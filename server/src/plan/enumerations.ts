import { fromChinese } from "../text/numerals.js";
import type { Enumeration } from "./model.js";
import { matchesIn } from "../text/matches.js";
import { SIGN, signsIn } from "./signs.js";

const MEMBER =
  /(?<=^|[\s。；;：:，,、！？…”）)])(?:([一二三四五六七八九十]{1,2})(是|要)(?![否非因])|(第)([一二三四五六七八九十]{1,2})[，,、](?![一二三四五六七八九十第])|(其)([一二三四五六七八九十])[，,、是])|(?<=[\u4e00-\u9fff])(?<![统唯同万之合专不单逐任每某归其再第])(一)([是要])/g;

const NONE: readonly Enumeration[] = [];

/** 一是…二是…, 第一，…第二，…, 其一，… of a paragraph. One that begins anew at one opens the next enumeration. */
export function enumerationsIn(text: string, signs = signsIn(text)): readonly Enumeration[] {
  if ((signs & SIGN.enumeration) === 0) return NONE;
  const open = new Map<string, { kind: string; members: Enumeration["members"][number][] }>();
  const found: { kind: string; members: Enumeration["members"][number][] }[] = [];
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
    let current = open.get(kind);
    if (!current || (ordinal === 1 && current.members.length > 1)) {
      current = { kind, members: [] };
      open.set(kind, current);
      found.push(current);
    }
    current.members.push(member);
  }
  return found.filter((one) => one.members.length > 1 || one.members[0]?.ordinal === 1);
}
