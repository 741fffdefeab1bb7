/** One row of the table: times in milliseconds and how they stand to the limit of the same group. */
export interface Row {
  readonly group: string;
  readonly name: string;
  readonly unit: "ms" | "MiB";
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Of keystrokes: 95 of 100 are done by then. */
  readonly p95?: number;
  /** The median of the ratios of each round to the first work of the group; undefined for that one itself. */
  readonly ratio?: number;
  /** Millions of characters a second. */
  readonly rate?: number;
}

export type Work = () => unknown;

export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export interface Rounds {
  readonly warm: number;
  readonly counted: number;
  /** How many characters one round goes through. */
  readonly characters?: number;
}

/**
 * Rounds that are not counted where the work takes milliseconds. Until V8 has compiled the last of a large program, which
 * takes it about a hundred of them, its compiler is measured.
 */
export const UNTIL_WARM = 150;

/** Runs works in turn, round by round, so that a busy moment falls on all alike. The first one is the limit. */
export async function inTurn(
  group: string,
  works: Readonly<Record<string, Work>>,
  rounds: Rounds,
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
  return besides(group, times, rounds.characters);
}

/** Rows of times that were taken in turn: the first is the limit of the others. */
export function besides(
  group: string,
  times: ReadonlyMap<string, readonly number[]>,
  characters?: number,
): Row[] {
  const [limit = []] = [...times.values()];
  return [...times].map(([name, own], i) => {
    const ratios = own.map((value, round) => value / (limit[round] ?? NaN));
    const row = spread(group, name, own);
    return {
      ...row,
      ...(i > 0 ? { ratio: quantile(ratios, 0.5) } : {}),
      ...(characters === undefined ? {} : { rate: characters / row.median / 1000 }),
    };
  });
}

/** A row of times that stand for themselves. */
export function spread(group: string, name: string, times: readonly number[]): Row {
  const unit = "ms";
  return {
    group,
    name,
    unit,
    median: quantile(times, 0.5),
    low: quantile(times, 0),
    high: quantile(times, 1),
  };
}
