import type { PlanDocument, ResponsibilityGroup } from "../../plan/model.js";

/** How the draft writes its lists of departments. */
export interface ListHabit {
  /** Between two names: 、 or a space. */
  readonly between: string;
  /** Between the colon and the first name; mostly nothing. */
  readonly afterColon: string;
  /** What marks the first of several as leading: （牵头）; empty where the draft does not mark it. */
  readonly lead: string;
}

/** Enough lists to tell a habit; the rest of a long draft is not counted. */
const SAMPLE = 60;

/** The commonest way of the draft; 、 and nothing else where it has no lists. */
export function listHabit(plan: PlanDocument): ListHabit {
  const between = new Map<string, number>();
  const afterColon = new Map<string, number>();
  const lead = new Map<string, number>();
  for (const { labelSpan, departments } of sampleOf(plan)) {
    const first = departments[0];
    if (!first) continue;
    const opening = plan.text.slice(labelSpan.end, first.span.start);
    if (/^[：:]\s{0,2}$/.test(opening)) add(afterColon, opening.slice(1));
    departments.slice(1).forEach((department, i) => {
      const gap = plan.text.slice(departments[i]?.span.end, department.span.start);
      if (/^[、，,；;\s]{1,2}$/.test(gap)) add(between, gap);
    });
    if (departments.length === 1) continue;
    const note = /^[（(]牵头(?:科室|单位|部门)?[）)]/.exec(
      plan.text.slice(first.span.end, first.span.end + 8),
    );
    add(lead, note?.[0] ?? "");
  }
  return {
    between: commonest(between) ?? "、",
    afterColon: commonest(afterColon) ?? "",
    lead: commonest(lead) ?? "",
  };
}

function sampleOf(plan: PlanDocument): ResponsibilityGroup[] {
  const groups: ResponsibilityGroup[] = [];
  for (const item of plan.items) {
    if (groups.length >= SAMPLE) break;
    for (const one of item.responsibilities) for (const group of one.groups) groups.push(group);
  }
  return groups;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function commonest(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
