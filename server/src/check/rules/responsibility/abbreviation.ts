import type { WordTree } from "../../../text/wordSearch.js";

/** Words that a short name leaves out without a trace: 学前教育科 is 学前科, 教师工作科 is 教师科. */
const SILENT_WORDS = new Set(["教育", "工作", "管理"]);
const SILENT_END = /(?:教育|工作|管理)$/;
/** Short names that take their characters from some of the words only. */
const KNOWN_SHORT: ReadonlyMap<string, string> = new Map([
  ["人力资源社会保障", "人社"],
  ["自然资源规划", "自规"],
  ["国有资产监督管理", "国资"],
]);
const SUFFIX = /(?:办公室|委员会|[科处股室办局委厅部院馆所站会队组]|中心)$/;
const SHORT_SUFFIX: ReadonlyMap<string, string> = new Map([
  ["办公室", "办"],
  ["委员会", "委"],
]);
const AREA = /^[省市县区州](?=.{3})/;

/** A name taken apart: 市发展和改革委员会 is 市, 发展改革, 委. */
export interface NameParts {
  readonly area: string;
  readonly core: string;
  readonly suffix: string;
}

/** The parts of a department's name; undefined where it has no ending that could be compared. */
export function nameParts(name: string): NameParts | undefined {
  const suffix = SUFFIX.exec(name)?.[0];
  if (suffix === undefined) return undefined;
  const stem = name.slice(0, name.length - suffix.length);
  const area = AREA.exec(name)?.[0] ?? "";
  const core = stem.slice(area.length).replace(/[和与及、]/g, "");
  return core.length < 2 ? undefined : { area, core, suffix: SHORT_SUFFIX.get(suffix) ?? suffix };
}

/** No department has a name whose beginnings are shortened in so many ways by others. */
const MOST_WAYS = 300;

/**
 * The cores in a tree that stand for a long one beyond doubt: every word of two characters gives itself or its first
 * character, in order (基础教育 → 基教, 市场监督管理 → 市场监管). 体育 is no abbreviation of 体育卫生艺术. The tree is walked along
 * the long core, so that names that have nothing in common with it cost nothing. Undefined where there are too many ways.
 */
export function abbreviationsIn(tree: WordTree, long: string): ReadonlySet<string> | undefined {
  let ends = new Set([tree]);
  let ways = 0;
  // 种业管理 and 种植业管理 are two trades: a word of three characters is not cut to its first one.
  const mayCut = long.length > 3 && long.replace(SILENT_END, "").length !== 3;
  for (let at = 0; at < long.length && ends.size > 0; at += 2) {
    const word = long.slice(at, at + 2);
    const next = new Set<WordTree>();
    for (const end of ends) {
      const first = end.next.get(word.charAt(0));
      const whole = word.length === 1 ? first : first?.next.get(word.charAt(1));
      if (whole) next.add(whole);
      if (first && mayCut) next.add(first);
      if (at > 0 && (SILENT_WORDS.has(word) || word.length === 1)) next.add(end);
    }
    ends = next;
    ways += ends.size;
    if (ways > MOST_WAYS) return undefined;
  }
  const found = new Set<string>();
  for (const { word } of ends) if (word !== undefined && isShorter(word, long)) found.add(word);
  const known = KNOWN_SHORT.get(long);
  if (known !== undefined && hasCore(tree, known)) found.add(known);
  return found;
}

function isShorter(short: string, long: string): boolean {
  return short.length >= 2 && short.length < long.length;
}

function hasCore(tree: WordTree, core: string): boolean {
  let branch: WordTree | undefined = tree;
  for (let i = 0; branch && i < core.length; i++) branch = branch.next.get(core.charAt(i));
  return branch?.word !== undefined;
}
