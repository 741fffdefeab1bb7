import { rules } from "../check/registry.js";
import type { Rule, Severity } from "../check/rule.js";
import type { RuleSetting, Settings } from "../check/settings.js";
import type { PlanKind } from "../plan/model.js";
import type { Profile, RuleSettings, TeamConfig } from "./configModel.js";

/** A file on top of the one that it extends: what it says itself comes first. */
export function mergeConfigs(base: TeamConfig, own: TeamConfig): TeamConfig {
  return {
    extends: own.extends,
    profile: own.profile ?? base.profile,
    rules: mergeRules(base.rules, own.rules),
    kinds: mergeGroups(base.kinds, own.kinds),
    profiles: mergeGroups(base.profiles, own.profiles),
    roster: byName(base.roster, own.roster, (entry) => entry.full),
    terms: byName(base.terms, own.terms, (entry) => entry.avoid),
    sections: { ...base.sections, ...own.sections },
    earlier: [...new Set([...own.earlier, ...base.earlier])],
    snippets: own.snippets ?? base.snippets,
  };
}

export function mergeRules(base: RuleSettings, own: RuleSettings): RuleSettings {
  const merged: Record<string, RuleSetting> = { ...base };
  for (const [id, setting] of Object.entries(own)) {
    const below = base[id];
    const options = { ...below?.options, ...setting.options };
    merged[id] = { ...below, ...setting, ...(Object.keys(options).length > 0 ? { options } : {}) };
  }
  return merged;
}

type Groups<Name extends string> = Readonly<Partial<Record<Name, RuleSettings>>>;

function mergeGroups<Name extends string>(base: Groups<Name>, own: Groups<Name>): Groups<Name> {
  const merged: Partial<Record<Name, RuleSettings>> = { ...base };
  for (const name of Object.keys(own) as Name[]) merged[name] = mergeRules(base[name] ?? {}, own[name] ?? {});
  return merged;
}

/** Entries of the own file replace those of the same name, in place; the others follow. */
function byName<Entry>(
  base: readonly Entry[],
  own: readonly Entry[],
  name: (entry: Entry) => string,
): Entry[] {
  const mine = new Set(own.map(name));
  return [...base.filter((entry) => !mine.has(name(entry))), ...own];
}

/** The settings that a file amounts to, under its own profile or the one that the call asks for. */
export function settingsOf(config: TeamConfig, asked?: Profile): Settings {
  const profile = asked ?? config.profile ?? "review";
  const kinds = Object.entries(config.kinds) as [PlanKind, RuleSettings][];
  return {
    rules: withProfile(config, profile),
    kinds: Object.fromEntries(kinds),
    roster: config.roster,
    terms: config.terms,
    sections: config.sections,
  };
}

/** A profile shifts what stands at its default; a severity that the team has set by name is not touched by it. */
function withProfile(config: TeamConfig, profile: Profile): RuleSettings {
  const own = mergeRules(config.rules, config.profiles[profile] ?? {});
  if (profile === "review") return own;
  const shifted: Record<string, RuleSetting> = { ...own };
  for (const rule of rules) {
    const severity = shiftedSeverity(rule, profile);
    if (severity !== undefined && own[rule.id]?.severity === undefined) {
      shifted[rule.id] = { ...own[rule.id], severity };
    }
  }
  return shifted;
}

/** 起草: a draft may still have holes. 印发: what a reviewer would mark must not leave the house. */
const SHIFTS: Readonly<Record<Exclude<Profile, "review">, Readonly<Partial<Record<Severity, Severity>>>>> = {
  drafting: { warning: "info", info: "hint" },
  issue: { warning: "error" },
};

function shiftedSeverity(rule: Rule, profile: Exclude<Profile, "review">): Severity | undefined {
  return rule.enabled === false ? undefined : SHIFTS[profile][rule.severity];
}
