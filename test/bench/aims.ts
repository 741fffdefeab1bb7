import type { Row } from "./measure.js";

/** What a row is to reach, and where it does not, why. */
export interface Aim {
  readonly group: string;
  readonly name: string;
  readonly of: "median" | "p95" | "high" | "ratio" | "rate";
  /** At most this; of a rate, at least. */
  readonly limit: number;
  /** Known beforehand and said where the row is missed. */
  readonly why?: string;
}

const ours = "hegao";
const key = "keystroke to";
const [short, long] = ["20,000 characters", "1 MB"];

const spread =
  "a change in plain words costs what it touches; every second line of these texts names departments, and the rules that see them are asked of the whole text";
const label =
  "a label or a number that breaks, a line before the first item: the tree is put together again, and most rules have to be asked";
const tree =
  "asked for with the diagnostics, they come behind the check; 4,555 items in 1 MB where the floor has 1,540 are all sent, and what the client takes to read them is up to a third of the time";
const items =
  "items are matched by words, heading and neighbourhood, and what changed in each pair is told; the probe reads the texts once";

const bytes =
  "Node's own reading, checking and widening, the limit beside it, takes three quarters of the time and more, and in short texts hardly reaches the aim by itself: opening the file is half of it";

export const aims: readonly Aim[] = [
  {
    group: "check, 20,000 characters, warm",
    name: ours,
    of: "median",
    limit: 2,
    why: "every line is read for markers, departments, targets and years before some ninety rules run: twelve to thirteen million characters a second would be needed; a third goes into reading, the rest is spread over the rules",
  },
  { group: "check, 1 MB", name: ours, of: "median", limit: 60, why: "the same work, in proportion" },
  {
    group: "start: one draft of nine characters",
    name: "hegao lint",
    of: "ratio",
    limit: 1.25,
    why: "what is left is the loading of the code cache, of the rules, and the first use of their expressions",
  },
  {
    group: "200 files, 1,600,000 characters",
    name: "hegao lint",
    of: "ratio",
    limit: 4.5,
    why: "a third is the check itself, the rest is code that is interpreted and compiled while it first runs; two threads do that twice, and on two cores win nothing, so one does it all",
  },
  {
    group: "start of a server, to its answer to initialize",
    name: ours,
    of: "ratio",
    limit: 1.3,
    why: "most of it is the library of the protocol",
  },
  { group: `${key} diagnostics, ${short}`, name: ours, of: "median", limit: 1.2, why: spread },
  { group: `${key} diagnostics, ${short}`, name: ours, of: "ratio", limit: 2.6, why: spread },
  { group: `${key} diagnostics, ${short}`, name: ours, of: "p95", limit: 4, why: label },
  { group: `${key} symbols, ${short}`, name: ours, of: "median", limit: 2, why: tree },
  { group: `${key} diagnostics, ${long}`, name: ours, of: "median", limit: 6, why: spread },
  { group: `${key} diagnostics, ${long}`, name: ours, of: "p95", limit: 15, why: label },
  { group: `${key} symbols, ${long}`, name: ours, of: "median", limit: 15, why: tree },
  {
    group: "an answer to a question that was taken back, 990,000 characters",
    name: ours,
    of: "high",
    limit: 1000,
    why: "a step between two looks at what was asked took so long",
  },
  { group: "compare, light, 20,000 characters", name: ours, of: "median", limit: 1.5, why: items },
  { group: "compare, heavy, 20,000 characters", name: ours, of: "median", limit: 8, why: items },
  { group: "compare, light, 200,000 characters", name: ours, of: "median", limit: 20, why: items },
  { group: "compare, heavy, 200,000 characters", name: ours, of: "median", limit: 120, why: items },
  { group: "compare, light, 1 MB", name: ours, of: "median", limit: 40, why: items },
  {
    group: "hegao compare, two plans of 20,000 characters",
    name: "hegao compare",
    of: "ratio",
    limit: 1.5,
    why: "two plans are read and compared by code that runs for the first time, nearly three times the start of Node; the native segmenter, given the words that it needs, adds a third of a start, where its own dictionary cost fifteen",
  },
  { group: "loading, 20,000 characters", name: ours, of: "rate", limit: 200, why: bytes },
  { group: "loading, 1 MB", name: ours, of: "rate", limit: 200, why: bytes },
  { group: "loading, 10 MB", name: ours, of: "rate", limit: 200, why: bytes },
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
