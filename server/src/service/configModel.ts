import type { RosterEntry, TermEntry } from "../check/rule.js";
import type { RuleSetting, Settings } from "../check/settings.js";
import type { PlanKind } from "../plan/model.js";
import type { Span } from "../text/span.js";

/**
 * What one hegao.config.json says, as far as it can be understood. The lists are as written; what it inherits and
 * what its profile shifts is worked out by `effectiveConfig`.
 */
export interface TeamConfig {
  readonly extends: string | undefined;
  readonly profile: Profile | undefined;
  readonly rules: RuleSettings;
  readonly kinds: Readonly<Partial<Record<PlanKind, RuleSettings>>>;
  readonly profiles: Readonly<Partial<Record<Profile, RuleSettings>>>;
  readonly roster: readonly RosterEntry[];
  readonly terms: readonly TermEntry[];
  readonly sections: Settings["sections"];
  /** Folders of earlier years, relative to the file that names them. */
  readonly earlier: readonly string[];
  /** The team's folder of snippets, relative to the file that names it. */
  readonly snippets: string | undefined;
}

export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** 起草、核稿、印发: how strict one is with a draft in this state. */
export type Profile = "drafting" | "review" | "issue";

/** A mistake in the file, with its place there. Everything else in the file still holds. */
export interface ConfigProblem {
  readonly message: string;
  readonly span: Span;
}

export interface ReadConfig {
  readonly config: TeamConfig;
  readonly problems: readonly ConfigProblem[];
}

export const emptyConfig: TeamConfig = {
  extends: undefined,
  profile: undefined,
  rules: {},
  kinds: {},
  profiles: {},
  roster: [],
  terms: [],
  sections: {},
  earlier: [],
  snippets: undefined,
};
