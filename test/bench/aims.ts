import type { Row } from "./measure.js";

/** What a row is to reach, and where it does not, why. */
export interface Aim {
  readonly group: string;
  readonly name: string;
  readonly of: "median" | "p95" | "ratio" | "rate";
  /** At most this; of a rate, at least. */
  readonly limit: number;
  /** Known beforehand and said where the row is missed. */
  readonly why?: string;
}

const ours = "hegao";
const key = "keystroke to";
const [short, long] = ["20,000 characters", "1 MB"];

export const aims: readonly Aim[] = [
  { group: "check, 20,000 characters, warm", name: ours, of: "median", limit: 2 },
  { group: "check, 1 MB", name: ours, of: "median", limit: 60 },
  { group: "start: one draft of nine characters", name: "hegao lint", of: "ratio", limit: 1.25 },
  { group: "200 files, 1,600,000 characters", name: "hegao lint", of: "ratio", limit: 4.5 },
  { group: "start of a server, to its answer to initialize", name: ours, of: "ratio", limit: 1.3 },
  { group: `${key} diagnostics, ${short}`, name: ours, of: "median", limit: 1.2 },
  { group: `${key} diagnostics, ${short}`, name: ours, of: "p95", limit: 4 },
  { group: `${key} symbols, ${short}`, name: ours, of: "median", limit: 2 },
  { group: `${key} diagnostics, ${long}`, name: ours, of: "median", limit: 6 },
  { group: `${key} diagnostics, ${long}`, name: ours, of: "p95", limit: 15 },
  { group: `${key} symbols, ${long}`, name: ours, of: "median", limit: 15 },
  { group: "compare, light, 20,000 characters", name: ours, of: "median", limit: 1.5 },
  { group: "compare, heavy, 20,000 characters", name: ours, of: "median", limit: 8 },
  { group: "compare, light, 200,000 characters", name: ours, of: "median", limit: 20 },
  { group: "compare, heavy, 200,000 characters", name: ours, of: "median", limit: 120 },
  { group: "hegao compare, two plans of 20,000 characters", name: "hegao compare", of: "ratio", limit: 1.5 },
  { group: "loading, 20,000 characters", name: ours, of: "rate", limit: 200 },
  { group: "loading, 1 MB", name: ours, of: "rate", limit: 200 },
  { group: "loading, 10 MB", name: ours, of: "rate", limit: 200 },
];

/** An aim beside what was measured; `missedBy` is undefined where it was reached. */
export interface Judged extends Aim {
  readonly value: number;
  readonly missedBy: number | undefined;
}

export function judged(rows: readonly Row[]): Judged[] {
  return aims.flatMap((aim) => {
    const value = rows.find((row) => row.group === aim.group && row.name === aim.name)?.[aim.of];
    if (value === undefined) return [];
    const share = aim.of === "rate" ? aim.limit / value : value / aim.limit;
    return [{ ...aim, value, missedBy: share > 1 ? share : undefined }];
  });
}
