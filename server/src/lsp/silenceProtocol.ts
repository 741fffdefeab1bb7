import type { Range } from "vscode-languageserver";
import type { Severity } from "../check/rule.js";

/**
 * Commands that settle a finding without a change of the draft; every quick fix of that kind is one of them. Result: true where something was
 * written, false where the draft has no such finding (any more).
 */
export const silenceCommands = {
  /** Params `IgnoreHereParams`. */
  ignoreHere: "hegao.server.ignoreHere",
  /** Params `SilenceParams`. */
  ignoreInFile: "hegao.server.ignoreInFile",
  /** Params `SilenceParams`, without a reason: the team's file has no place for one. */
  switchOff: "hegao.server.switchOff",
  /** Params `IgnoreHereParams`: the department under the range comes into the roster of the team's file. */
  addDepartment: "hegao.server.addDepartment",
} as const;

/** Commands that show what is silenced, and take it back. */
export const ignoreCommands = {
  /** Params `IgnoresParams`, result `Ignores | null` (a draft that was never saved lies nowhere). */
  list: "hegao.server.ignores",
  /** Params `RestoreParams`. Result: true where the entry was there and is gone. */
  restore: "hegao.server.restore",
  /** Params `IgnoresParams`. Takes out what nothing answers to any more. Result: how many those were. */
  prune: "hegao.server.pruneIgnores",
} as const;

export interface SilenceParams {
  /** An open draft. */
  readonly uri: string;
  readonly rule: string;
  readonly reason?: string;
}

export interface IgnoreHereParams extends SilenceParams {
  /** That of the diagnostic. */
  readonly range: Range;
}

export interface IgnoresParams {
  /** A draft: the `.hegao` that holds for it is meant. */
  readonly uri: string;
  /** Of this draft alone. Otherwise every draft that `.hegao` names is read. */
  readonly only?: "draft";
}

export interface Ignores {
  /** The folder that holds `.hegao`, as a URI. */
  readonly home: string;
  /** In the order of drafts and of places in them. */
  readonly entries: readonly IgnoredEntry[];
}

export interface IgnoredEntry extends IgnoredPlace {
  /** Whether somebody has ignored it here, or it was there when the baseline was drawn. */
  readonly from: "ignores" | "baseline";
  readonly reason: string | null;
  /**
   * `stale`: nothing answers to it any more; `absent`: the draft is not there; `unknown`: its rule asks for earlier
   * years, with which a draft that is not open has not been compared.
   */
  readonly state: "used" | "stale" | "absent" | "unknown";
  /** What it silences now: one finding, or all of a rule where it is for the whole file. */
  readonly findings: readonly SilencedPlace[];
}

/** An entry as `.hegao` has it. */
export interface IgnoredPlace {
  /** The draft, as a URI. */
  readonly uri: string;
  readonly rule: string;
  /** The heading of the item and the words found fault with; both null where the whole file is meant. */
  readonly heading: string | null;
  readonly quote: string | null;
}

export interface SilencedPlace {
  readonly range: Range;
  readonly severity: Severity;
  readonly message: string;
}

export interface RestoreParams extends IgnoredPlace {
  readonly from: IgnoredEntry["from"];
}
