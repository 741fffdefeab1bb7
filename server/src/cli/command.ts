import type { Locale, Localized } from "../check/rule.js";
import type { Terminal } from "./terminal.js";

/** 0: nothing at or above the threshold; 1: something is; 2: the call or an input was unusable. */
export type ExitCode = 0 | 1 | 2;

/** One option as help shows it and `parseArgs` reads it. */
export interface OptionFacts {
  readonly type: "boolean" | "string";
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in the help: `--format <名称>`. */
  readonly value?: string | Localized;
  /** The only values that are understood, where that is so. */
  readonly choices?: readonly string[];
  /** Understood, but of use to tests only. */
  readonly hidden?: true;
  readonly help: Localized;
}

export type OptionTable = Readonly<Record<string, OptionFacts>>;

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** A command as it was called. */
export interface Call {
  readonly positionals: readonly string[];
  readonly values: OptionValues;
  readonly locale: Locale;
  readonly terminal: Terminal;
}

/** Understood by every command, so that no script breaks, and of use to some. */
export type SharedOption = "config" | "quiet";

/** Everything about one command stands in one file under `commands/`; one line in `commandTable.ts` names it. */
export interface Command {
  /** The line after `用法：hegao`. */
  readonly usage: Localized;
  /** Beside those that every command has. */
  readonly options: OptionTable;
  /** Which of the options that are understood everywhere do something here: its help shows no others. */
  readonly heeds?: readonly SharedOption[];
  run(call: Call): Promise<ExitCode>;
}

/** The text of a string option, undefined where it was not given. */
export function text(call: Call, name: string): string | undefined {
  const value = call.values[name];
  return typeof value === "string" ? value : undefined;
}

/** The texts of an option that may be given several times. */
export function texts(call: Call, name: string): readonly string[] {
  const value = call.values[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

export function given(call: Call, name: string): boolean {
  return call.values[name] === true;
}
