import type { Range } from "vscode-languageserver";

/**
 * Commands that silence a finding; every quick fix of that kind is one of them. Result: true where something was
 * written, false where the draft has no such finding (any more).
 */
export const silenceCommands = {
  /** Params `IgnoreHereParams`. */
  ignoreHere: "hegao.server.ignoreHere",
  /** Params `SilenceParams`. */
  ignoreInFile: "hegao.server.ignoreInFile",
  /** Params `SilenceParams`, without a reason: the team's file has no place for one. */
  switchOff: "hegao.server.switchOff",
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
