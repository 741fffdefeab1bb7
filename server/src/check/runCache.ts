import { createKeeper, type Keeper } from "../plan/lineage.js";
import type { Paragraph, PlanKind } from "../plan/model.js";
import type { KeptRun } from "./keptRun.js";
import type { Templates } from "./phrase.js";
import type { EarlierYears, Locale, Remark, Rule } from "./rule.js";
import type { EffectiveSetting, Settings } from "./settings.js";
import type { Wanting } from "./wanting.js";

/** What is the same for all plans of a kind. */
export interface ForKind {
  readonly chosen: readonly { readonly rule: Rule; readonly setting: EffectiveSetting }[];
  readonly sift: (text: string) => Wanting;
  /** Who wants what, of paragraphs that may be asked about again. */
  readonly known: WeakMap<Paragraph, Wanting>;
}

/** What the paragraph rules say of one paragraph: each remark with the place of its rule among the active ones. */
export interface Kept {
  /** The kind of plan it was made for: settings may differ by kind, and with them which rules are active. */
  readonly kind: PlanKind;
  readonly remarks: readonly (readonly [rule: number, remark: Remark])[];
}

/**
 * What was said before: of each paragraph, by its object; of each plan, by its lineage. One cache serves one list of
 * rules, settings and language.
 */
export interface RunCache {
  readonly paragraphs: WeakMap<Paragraph, Kept>;
  readonly runs: Keeper<KeptRun> | undefined;
  /** What rules have made of single paragraphs, by the name they gave it. */
  readonly facts: Map<string, WeakMap<Paragraph, unknown>>;
  /** What rules have made of the team's lists, by the name they gave it. */
  readonly ofSettings: Map<string, unknown>;
  /** Which rules are active in a kind of plan, and which of them want which characters. */
  readonly kinds: Map<PlanKind, ForKind>;
  /** The texts of findings, ready to be filled. */
  readonly templates: Templates;
}

/** Whether a plan is checked again after edits, or each but once: then what was said of it is let go at once. */
export type Asks = "again" | "once";

export function createRunCache(asks: Asks = "again"): RunCache {
  return {
    paragraphs: new WeakMap(),
    runs: asks === "again" ? createKeeper() : undefined,
    facts: new Map(),
    ofSettings: new Map(),
    kinds: new Map(),
    templates: new Map(),
  };
}

export interface Run {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  readonly locale: Locale;
  readonly earlier?: EarlierYears | undefined;
  /** Given where a document is checked again and again. */
  readonly cache?: RunCache;
}
