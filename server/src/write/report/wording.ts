import type { Fate } from "./fate.js";
import type { ShownChange } from "./shownChange.js";
import type { ReportFinding } from "./sources.js";

/** Everything that the report says of its own. */
export interface ReportTexts {
  readonly heading: string;
  readonly against: (name: string) => string;
  readonly madeOn: (day: string) => string;
  readonly summary: string;
  readonly fates: Readonly<Record<Fate, string>>;
  /** Sections whose tasks stand under others now. */
  readonly dissolved: string;
  readonly targets: string;
  readonly noTargets: string;
  readonly changes: Readonly<Record<ShownChange, string>>;
  /** Those that have another name where less is better: 近视率 that may go up is no longer held as strictly, but not lowered. */
  readonly ceilings: Readonly<Partial<Record<ShownChange, string>>>;
  /** How the draft speaks of a target that it no longer sets. */
  readonly mentions: Readonly<Record<"reached" | "named", string>>;
  readonly fewerIsBetter: string;
  readonly dropped: string;
  readonly noneDropped: string;
  readonly added: string;
  readonly noneAdded: string;
  readonly tree: string;
  readonly pairs: string;
  readonly noPairs: string;
  readonly findings: string;
  readonly severities: Readonly<Record<ReportFinding["severity"], string>>;
  readonly columns: {
    readonly indicator: string;
    readonly year: string;
    readonly value: string;
    readonly source: string;
    readonly item: string;
    readonly fate: string;
    readonly before: string;
    readonly what: string;
    readonly now: string;
    readonly change: string;
    readonly count: string;
  };
  readonly thisDraft: string;
  readonly characters: (count: number) => string;
  /** Undefined where those of the two plans are not of one office. */
  readonly departments: DepartmentTexts | undefined;
  readonly noEarlier: string;
  readonly legend: string;
  readonly chart: (indicator: string) => string;
}

/** How a report says that departments have changed. */
export interface DepartmentTexts {
  readonly added: (names: string) => string;
  readonly removed: (names: string) => string;
}
