import type { Finding } from "../check/rule.js";
import type { PlanDocument } from "../plan/model.js";
import { anchorOf } from "./silenceAnchor.js";
import type { SilenceEntry } from "./silenceModel.js";

export interface SilencedFinding {
  readonly finding: Finding;
  readonly entry: SilenceEntry;
}

export interface Sifted {
  readonly kept: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
  /** Entries that nothing answers to any more. */
  readonly unused: readonly SilenceEntry[];
}

/**
 * The findings of one draft, sifted by the entries for that draft. Each entry answers for one finding: the second
 * slip of the same kind in the same place is a new one. First everything that matches to the letter finds its entry;
 * then a quotation whose heading was reworded may still be known by itself.
 */
export function siftFindings(
  plan: PlanDocument,
  findings: readonly Finding[],
  entries: readonly SilenceEntry[],
): Sifted {
  if (entries.length === 0) return { kept: findings, silenced: [], unused: [] };
  const found = new Map<Finding, SilenceEntry>();
  const free = new Set(entries);
  const anchors = findings.map((finding) => ({ finding, anchor: anchorOf(plan, finding) }));
  for (const keyOf of [placeKey, quoteKey]) {
    const pools = poolsOf(free, keyOf);
    for (const { finding, anchor } of anchors) {
      const entry = found.has(finding) ? undefined : pools.get(keyOf(anchor) ?? "")?.pop();
      if (!entry) continue;
      found.set(finding, entry);
      free.delete(entry);
    }
  }
  const wide = new Map(entries.filter(isForWholeFile).map((entry) => [entry.rule, entry]));
  for (const { finding } of anchors) {
    const entry = found.has(finding) ? undefined : wide.get(finding.ruleId);
    if (!entry) continue;
    found.set(finding, entry);
    free.delete(entry);
  }
  return {
    kept: findings.filter((finding) => !found.has(finding)),
    silenced: findings.flatMap((finding) => {
      const entry = found.get(finding);
      return entry ? [{ finding, entry }] : [];
    }),
    unused: [...free],
  };
}

type Keyed = Pick<SilenceEntry, "rule" | "heading" | "quote">;

function placeKey({ rule, heading, quote }: Keyed): string | undefined {
  return quote === undefined ? undefined : JSON.stringify([rule, heading, quote]);
}

/** Words enough to be sure of; a number alone is none. */
function quoteKey({ rule, quote = "" }: Keyed): string | undefined {
  return quote.length < 4 ? undefined : JSON.stringify([rule, quote]);
}

function isForWholeFile(entry: SilenceEntry): boolean {
  return entry.quote === undefined;
}

function poolsOf(
  entries: Iterable<SilenceEntry>,
  keyOf: (of: Keyed) => string | undefined,
): Map<string, SilenceEntry[]> {
  const pools = new Map<string, SilenceEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const pool = pools.get(key);
    if (pool) pool.push(entry);
    else pools.set(key, [entry]);
  }
  return pools;
}
