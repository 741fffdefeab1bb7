import type { Against } from "../../compare/against.js";
import type { Comparison, ItemReference, Match, YearComparison } from "../../compare/comparePlans.js";
import type { TargetSeries } from "../../compare/targets.js";
import type { PlanDocument } from "../../plan/model.js";
import type { Finding } from "../../check/rule.js";
import type { Candidate } from "../../service/earlierYears.js";
import { jsonFinding, jsonRange, planYears } from "../reporters/json.js";

/** The plans that a comparison speaks of, by the names that they have in it. */
export interface ComparedPlans {
  readonly path: string;
  readonly draft: PlanDocument;
  readonly earlier: ReadonlyMap<string, PlanDocument>;
}

export interface BesideComparison {
  readonly against: Against;
  readonly findings: readonly Finding[];
  readonly around: {
    readonly fiveYear: Candidate | undefined;
    readonly superior: Candidate | undefined;
  };
}

/**
 * `compare --format json`: version 1 of the contract. Every item of the draft is in a match with some year or in
 * `added`; every item of an earlier plan is in a match or in `dropped`. `against` says what `earlier` holds: beside the
 * plan of five years or the superior's, `dropped` is what that plan has and this one does not list.
 */
export function jsonComparison(
  comparison: Comparison,
  plans: ComparedPlans,
  { findings, around, against }: BesideComparison,
): object {
  const { years, targets } = comparison;
  const matched = new Set(years.flatMap((year) => year.matches.map((match) => match.draft.index)));
  const [nearest] = years;
  return {
    version: 1,
    draft: { path: plans.path, title: plans.draft.title?.text ?? null, planYears: planYears(plans.draft) },
    against,
    earlier: years.map((year) => ({
      path: year.name,
      title: year.title ?? null,
      planYears: year.years ?? null,
    })),
    matches: years.flatMap((year) => year.matches.map((match) => jsonMatch(match, year.name, plans))),
    added: (nearest?.added ?? [])
      .filter(({ index }) => !matched.has(index))
      .map((item) => jsonItem(item, plans.draft)),
    dropped: years.flatMap((year) => unlisted(year, plans.earlier.get(year.name))),
    targetChanges: targets.map((series) => jsonSeries(series, comparison, plans)),
    findings: findings.map((finding) => jsonFinding(plans.draft, finding)),
    around: { fiveYear: jsonCandidate(around.fiveYear), superior: jsonCandidate(around.superior) },
  };
}

/** A section whose tasks live on elsewhere is marked: it has no counterpart, and nothing was lost. */
function unlisted(year: YearComparison, plan: PlanDocument | undefined): object[] {
  const dissolved = new Set(year.dissolved);
  return [...year.dropped, ...year.dissolved]
    .sort((a, b) => a.index - b.index)
    .map((item) => ({
      path: year.name,
      ...jsonItem(item, plan),
      ...(dissolved.has(item) ? { dissolved: true } : {}),
    }));
}

function jsonCandidate(candidate: Candidate | undefined): object | null {
  if (!candidate) return null;
  const { path, title, years } = candidate;
  return { path, title: title ?? null, planYears: years ?? null };
}

function jsonItem({ marker, title, span }: ItemReference, plan: PlanDocument | undefined): object {
  return { marker, title, range: plan ? jsonRange(plan, span) : null };
}

function jsonMatch(match: Match, name: string, plans: ComparedPlans): object {
  const earlier = plans.earlier.get(name);
  return {
    relation: match.relation,
    similarity: match.similarity,
    earlier: { path: name, ...jsonItem(match.earlier, earlier) },
    draft: jsonItem(match.draft, plans.draft),
    edits: match.changes.map((change) => ({
      kind: change.kind,
      earlier: earlier ? jsonRange(earlier, change.earlier) : null,
      draft: jsonRange(plans.draft, change.draft),
    })),
    departments: match.departments,
  };
}

function jsonSeries(
  { indicator, points, change }: TargetSeries,
  { years }: Comparison,
  plans: ComparedPlans,
): object {
  const series = points.map(({ plan, value, number, year, span }) => {
    const path = plan === "draft" ? plans.path : (years[plan]?.name ?? "");
    const document = plan === "draft" ? plans.draft : plans.earlier.get(path);
    return {
      path,
      year: year ?? null,
      value,
      number: number ?? null,
      range: document ? jsonRange(document, span) : null,
    };
  });
  return { indicator, series, change };
}
