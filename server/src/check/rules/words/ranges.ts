import type { Edit, Span } from "../../../text/span.js";
import { matchesIn } from "../../../text/matches.js";

export interface RangeSlip {
  /** hyphen: a hyphen where a range is meant; dash: ——; unit: 15～30%. */
  readonly key: "hyphen" | "dash" | "unit";
  readonly span: Span;
  /** The ways to mend it, each as edits, with what the range reads then. */
  readonly choices: readonly (readonly Edit[])[];
  readonly right: readonly string[];
  /** True where there is but one right way. */
  readonly sure: boolean;
}

const RANGE =
  /(?<![\dA-Za-z.\-–—~～/〔[第表图])(\d{1,5}(?:\.\d{1,3})?)([%％万亿]?)(-{1,2}|[–−－~〜～]|—{1,2})(\d{1,5}(?:\.\d{1,3})?)(?![\d.\-–/A-Za-z])([%％]|[万亿]?(?:周岁|人次|公里|平方米|小时|分钟|个月|学时|课时|[年月日岁所个名项家人次场期批册套台元倍级亩节户种支门天周米吨间座处篇条组类件张位辆轮届]|(?=[万亿])))?/g;
/** What stands before a number of a table, a file, a telephone, a model. */
const CODE_BEFORE = /(?:[图表栏款号编第]|电话|专栏|传真|附件|[A-Za-z][ -]?)\s?[:：]?\s?$/;
/** Further back than this a name in 《》 does not begin. */
const LONGEST_NAME = 80;
const YEAR = /^(?:19|20)\d\d$/;

const NONE: readonly RangeSlip[] = [];

/** Ranges of a line that are not written as the standards have them. */
export function rangeSlips(text: string): readonly RangeSlip[] {
  if (!/\d[%％万亿]?(?:[-–−－~〜～]|—)\d|\d[%％万亿]?(?:--|——)\d/.test(text)) return NONE;
  const slips: RangeSlip[] = [];
  for (const match of matchesIn(text, RANGE)) {
    if (CODE_BEFORE.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
    const slip = slipOf(match, text);
    if (slip) slips.push(slip);
  }
  return slips;
}

function slipOf(match: RegExpExecArray, text: string): RangeSlip | undefined {
  const [whole, from = "", fromUnit = "", mark = "", to = "", unit = ""] = match;
  const span = { start: match.index, end: match.index + whole.length };
  const years = YEAR.test(from) && YEAR.test(to);
  const missing = fromUnit === "" ? (/^[%％]/.exec(unit)?.[0] ?? "") : "";
  const at = match.index + from.length + fromUnit.length;
  const joined = (right: string): Edit[] => [
    ...(missing ? [{ span: { start: at, end: at }, newText: missing }] : []),
    ...(right === mark ? [] : [{ span: { start: at, end: at + mark.length }, newText: right }]),
  ];
  const read = (right: string): string => from + fromUnit + missing + right + to + unit;
  const make = (key: RangeSlip["key"], marks: readonly string[]): RangeSlip => ({
    key,
    span,
    choices: marks.map(joined),
    right: marks.map(read),
    sure: marks.length === 1,
  });
  if (mark === "——" || mark === "--") return years || unit !== "" ? make("dash", ["—"]) : undefined;
  if (mark === "—" || mark === "～") return missing ? make("unit", [mark]) : undefined;
  // A name in 《》 is cited as it stands; 2-1 without a unit may be anything.
  if (isCited(text, match.index) || !(years || unit !== "") || !rises(from, to)) return undefined;
  return make("hyphen", years ? ["—"] : ["—", "～"]);
}

function rises(from: string, to: string): boolean {
  return Number(from) < Number(to);
}

function isCited(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_NAME), at);
  return before.lastIndexOf("《") > before.lastIndexOf("》");
}
