import type { Comparison, ItemReference, Match } from "../../compare/comparePlans.js";
import type { TargetSeries } from "../../compare/targets.js";
import type { PlanDocument } from "../../plan/model.js";
import { jsonRange, planYears } from "../reporters/json.js";

/** The plans that a comparison speaks of, by the names that they have in it. */
export interface ComparedPlans {
  readonly path: string;
  readonly draft: PlanDocument;
  readonly earlier: ReadonlyMap<string, PlanDocument>;
}

/** `compare --format json`: version 1 of the contract, without the findings. */
export function jsonComparison(comparison: Comparison, plans: ComparedPlans): object {
  const { years, targets } = comparison;
  return {
    version: 1,
    draft: { path: plans.path, title: plans.draft.title?.text ?? null, planYears: planYears(plans.draft) },
    earlier: years.map((year) => ({
      path: year.name,
      title: year.title ?? null,
      planYears: year.years ?? null,
    })),
    matches: years.flatMap((year) => year.matches.map((match) => jsonMatch(match, year.name, plans))),
    added: years.flatMap((year) =>
      year.added.map((item) => ({ against: year.name, ...jsonItem(item, plans.draft) })),
    ),
    dropped: years.flatMap((year) =>
      year.dropped.map((item) => ({ path: year.name, ...jsonItem(item, plans.earlier.get(year.name)) })),
    ),
    targetChanges: targets.map((series) => jsonSeries(series, comparison, plans)),
  };
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
