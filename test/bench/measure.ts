/** One row of the table: times in milliseconds and how they stand to the limit of the same row. */
export interface Row {
  readonly group: string;
  readonly name: string;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** The median of the ratios of each round to the first work of the row; undefined for that one itself. */
  readonly ratio: number | undefined;
  readonly of?: string;
  readonly note?: string;
}

export type Work = () => unknown;

export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Runs works in turn, round by round, so that a busy moment falls on all alike. The first one is the limit. */
export async function inTurn(
  group: string,
  works: Readonly<Record<string, Work>>,
  rounds: { readonly warm: number; readonly counted: number },
): Promise<Row[]> {
  const names = Object.keys(works);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = -rounds.warm; round < rounds.counted; round++) {
    for (const name of names) {
      const start = now();
      await works[name]?.();
      if (round >= 0) times.get(name)?.push(now() - start);
    }
  }
  const limit = names[0] ?? "";
  return names.map((name) => row(group, name, { times, limit }));
}

function row(group: string, name: string, of: { times: Map<string, number[]>; limit: string }): Row {
  const own = of.times.get(name) ?? [];
  const limits = of.times.get(of.limit) ?? [];
  const ratios = own.map((value, i) => value / (limits[i] ?? NaN));
  return {
    ...spread(group, name, own),
    ratio: name === of.limit ? undefined : quantile(ratios, 0.5),
    of: of.limit,
  };
}

/** A row of times that stand for themselves. */
export function spread(group: string, name: string, times: readonly number[]): Row {
  return {
    group,
    name,
    median: quantile(times, 0.5),
    low: quantile(times, 0),
    high: quantile(times, 1),
    ratio: undefined,
  };
}
