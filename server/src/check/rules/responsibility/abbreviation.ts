/** Words that a short name leaves out without a trace: 学前教育科 is 学前科, 教师工作科 is 教师科. */
const SILENT_WORDS = new Set(["教育", "工作", "管理"]);
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

/**
 * True where the short core stands for the long one beyond doubt: every word of two characters gives itself or its
 * first character, in order (基础教育 → 基教, 市场监督管理 → 市场监管). 体育 is no abbreviation of 体育卫生艺术.
 */
export function abbreviates(short: string, long: string): boolean {
  if (short.length < 2 || short.length >= long.length || short[0] !== long[0]) return false;
  if (KNOWN_SHORT.get(long) === short) return true;
  let ends = new Set([0]);
  for (let at = 0; at < long.length && ends.size > 0; at += 2) {
    const word = long.slice(at, at + 2);
    const next = new Set<number>();
    for (const end of ends) {
      if (short.startsWith(word, end)) next.add(end + word.length);
      if (short[end] === word[0]) next.add(end + 1);
      if (at > 0 && (SILENT_WORDS.has(word) || word.length === 1)) next.add(end);
    }
    ends = next;
  }
  return ends.has(short.length);
}
