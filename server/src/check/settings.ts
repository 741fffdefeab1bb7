import type { PlanKind } from "../plan/model.js";
import type { Options, OptionValue, RosterEntry, Rule, Severity, TermEntry } from "./rule.js";

/** What a team (or the editor) says of one rule. */
export interface RuleSetting {
  readonly severity?: Severity | "off";
  readonly options?: Options;
  /** `never`: its fixes are offered one by one but never applied together with others. */
  readonly fix?: "never";
}

export interface Settings {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** On top of `rules`, for one kind of plan. */
  readonly kinds: Readonly<Partial<Record<PlanKind, Readonly<Record<string, RuleSetting>>>>>;
  readonly roster: readonly RosterEntry[];
  readonly terms: readonly TermEntry[];
  readonly sections: Readonly<Partial<Record<PlanKind, readonly string[]>>>;
}

export const defaultSettings: Settings = { rules: {}, kinds: {}, roster: [], terms: [], sections: {} };

/** What holds for one rule in one kind of plan; undefined where it is off. */
export interface EffectiveSetting {
  readonly severity: Severity;
  readonly options: Options;
  readonly fix: "safe" | "never";
}

export function effectiveSetting(
  rule: Rule,
  settings: Settings,
  kind: PlanKind,
): EffectiveSetting | undefined {
  const general = settings.rules[rule.id];
  const special = settings.kinds[kind]?.[rule.id];
  const severity = special?.severity ?? general?.severity ?? (rule.enabled === false ? "off" : rule.severity);
  if (severity === "off") return undefined;
  const options: Record<string, OptionValue> = {};
  for (const [name, schema] of Object.entries(rule.options ?? {})) {
    options[name] = special?.options?.[name] ?? general?.options?.[name] ?? schema.default;
  }
  return { severity, options, fix: special?.fix ?? general?.fix ?? "safe" };
}
