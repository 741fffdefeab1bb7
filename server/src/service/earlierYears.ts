import { isAbove, sameOffice } from "./issuerLevel.js";
import type { PlanFacts } from "./planFacts.js";

/** A plan that lies somewhere, known by its facts. */
export interface Candidate extends PlanFacts {
  readonly path: string;
}

/** The plans that belong beside a draft. */
export interface EarlierChoice {
  /** 上年, 前年 and so on, one plan for each year, the nearest first: of the same office, kind and subject. */
  readonly years: readonly Candidate[];
  /** The plan of five years (or so) that the draft's year falls into. */
  readonly fiveYear: Candidate | undefined;
  /** 上级: the plan of an office above, told apart because its tasks are not ours. */
  readonly superior: Candidate | undefined;
}

/** Two plans with less in common than this in what their titles speak of are about different things. */
const SAME_SUBJECT = 0.5;

/** Which of the candidates stand beside the draft. The same candidates give the same choice, in whatever order. */
export function chooseEarlierYears(draft: Candidate, candidates: readonly Candidate[]): EarlierChoice {
  const others = candidates.filter(({ path }) => path !== draft.path);
  const own = others.filter(
    (one) => sameOffice(one.issuer, draft.issuer) && !isAbove(one.issuer, draft.issuer),
  );
  const earlier = own.filter((one) => isEarlier(one, draft) && isAlike(one, draft));
  return {
    years: oneForEachYear(earlier, draft),
    fiveYear: isLong(draft)
      ? undefined
      : best(
          own.filter((one) => isAround(one, draft)),
          draft,
        ),
    superior: superiorOf(draft, others),
  };
}

function isEarlier(one: Candidate, draft: Candidate): boolean {
  if (!one.years) return false;
  return !draft.years || (one.years[1] < draft.years[0] && isLong(one) === isLong(draft));
}

/** Of the same kind and about the same thing. */
function isAlike(one: Candidate, draft: Candidate): boolean {
  const family = (kind: Candidate["kind"]): string => (kind === "opinion" ? "annual-points" : kind);
  const known = one.kind !== "unknown" && draft.kind !== "unknown";
  if (known && family(one.kind) !== family(draft.kind)) return false;
  return likeness(one, draft) >= SAME_SUBJECT;
}

function isLong({ years }: Candidate): boolean {
  return years !== undefined && years[1] - years[0] >= 2;
}

function isAround(one: Candidate, draft: Candidate): boolean {
  if (!one.years || !draft.years || !isLong(one)) return false;
  const covers = one.years[0] <= draft.years[0] && draft.years[1] <= one.years[1];
  return covers && one.kind === "long-term-plan" && (subject(one) === "" || isAboutTheSame(one, draft));
}

function isAboutTheSame(one: Candidate, draft: Candidate): boolean {
  return likeness(one, draft) >= SAME_SUBJECT;
}

function oneForEachYear(candidates: readonly Candidate[], draft: Candidate): Candidate[] {
  const byYear = new Map<number, Candidate[]>();
  for (const one of candidates) byYear.set(lastYear(one), [...(byYear.get(lastYear(one)) ?? []), one]);
  const newestFirst = [...byYear].sort(([a], [b]) => b - a);
  return newestFirst.flatMap(([, same]) => best(same, draft) ?? []);
}

function lastYear({ years }: Candidate): number {
  return years?.[1] ?? 0;
}

/** Of this year rather than of the last, an annual plan rather than a long one, of the office right above. */
function superiorOf(draft: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  const [from, to] = draft.years ?? [Infinity, -Infinity];
  const above = candidates.filter(
    (one) =>
      isAbove(one.issuer, draft.issuer) &&
      one.years !== undefined &&
      one.years[0] <= to &&
      one.years[1] >= from - 1,
  );
  const nearest = above.filter((one) => !above.some((other) => isAbove(one.issuer, other.issuer)));
  const rank = (one: Candidate): number =>
    ((one.years?.[1] ?? 0) >= from ? 2 : 0) + (isLong(one) === isLong(draft) ? 1 : 0);
  const highest = Math.max(...nearest.map(rank));
  return best(
    nearest.filter((one) => rank(one) === highest),
    draft,
  );
}

/** Of several plans for one year: same kind, known to be ours, most alike in subject, not a draft for comments. */
function best(candidates: readonly Candidate[], draft: Candidate): Candidate | undefined {
  const worth = (one: Candidate): number =>
    4 * likeness(one, draft) +
    (one.kind === draft.kind ? 2 : 0) +
    (one.issuer !== undefined && one.issuer === draft.issuer ? 1 : 0) -
    (UNFINISHED.test(`${one.title ?? ""}${one.path}`) ? 0.5 : 0);
  const ranked = [...candidates].sort((a, b) => worth(b) - worth(a) || (a.path < b.path ? -1 : 1));
  return ranked[0];
}

const UNFINISHED = /征求意见|送审|讨论稿|初稿|草稿|草案|修改稿|副本/;
const YEARS =
  /(?:19|20)\d\d\s?年?(?:\s?[—–\-~～至到]{1,2}\s?(?:19|20)\d\d)?(?:学?年度?)?|二〇[〇○零一二三四五六七八九]{2}年|[“"]?[一二三四五六七八九十]{2}五[”"]?(?:时期)?/g;
/** Words of titles that say what kind of paper it is, not what it is about. */
const GENERAL =
  /关于|印发|转发|通知|工作要点|要点|工作意见|意见|实施方案|方案|行动计划|行动|计划|规划|纲要|安排|打算|教育体育|教体|教育|系统|高质量|主要|进一步|加强|推进|深化|工作|重点|任务|事业|发展|改革|年度|全[省市县区校]|征求意见稿|送审稿|讨论稿|[初定草终]稿|正式稿|修改稿|草案|副本|试行/g;

/** What a plan is about, beside its office, its years and its kind: 安全, 学前, or nothing in particular. */
function subject({ title = "", issuer = "" }: PlanFacts): string {
  const own = issuer === "" ? title : title.replace(issuer, "");
  return own
    .replace(/^.{0,24}?(?:[局厅委部](?=关于|印发|\d|二〇|年|教育|工作|“))/, "")
    .replace(YEARS, "")
    .replace(GENERAL, "")
    .replace(/[^\u4e00-\u9fff]|[的和与及年省市县区校局]/g, "");
}

/** 1 for the same subject, 0 for none in common. */
function likeness(a: PlanFacts, b: PlanFacts): number {
  const [one, other] = [new Set(subject(a)), new Set(subject(b))];
  if (one.size + other.size === 0) return 1;
  let common = 0;
  for (const character of one) if (other.has(character)) common++;
  return (2 * common) / (one.size + other.size);
}
