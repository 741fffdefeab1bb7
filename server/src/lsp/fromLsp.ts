import type { Range } from "vscode-languageserver";
import type { Locale } from "../check/rule.js";
import type { Settings } from "../check/settings.js";
import type { PlanDocument } from "../plan/model.js";
import { mergeConfigs, settingsOf } from "../service/configMerge.js";
import { emptyConfig, type TeamConfig } from "../service/configModel.js";
import { readConfig } from "../service/readConfig.js";
import { lineSpan } from "../text/lines.js";
import type { Span } from "../text/span.js";
import { isRecord } from "./clientFacts.js";

/** The span of a range, clamped to the text as LSP asks: a column behind the line's end means its end. */
export function toSpan(plan: PlanDocument, range: Range): Span {
  return { start: toOffset(plan, range.start), end: toOffset(plan, range.end) };
}

function toOffset(plan: PlanDocument, position: Range["start"]): number {
  const start = plan.starts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : plan.text.length;
  return Math.min(
    start + Math.max(0, position.character),
    lineSpan(plan.text, plan.starts, position.line).end,
  );
}

/** When a draft is checked: while it is typed, when it is opened and saved, or only when somebody asks. */
export type Run = "onType" | "onSave" | "manual";

/** How a draft is checked, out of the editor's settings and the team's file. */
export interface EditorSettings {
  readonly settings: Settings;
  readonly run: Run;
  readonly maxNumberOfProblems: number;
  /** Folders of earlier years, as URIs; empty where the team's file names none. */
  readonly earlier: readonly string[];
  /** The folder of the team's own snippets, as a URI. */
  readonly snippets: string | undefined;
  readonly codeLens: boolean;
  readonly yearHints: boolean;
  /** What Enter does, where the server is asked (`textDocument/onTypeFormatting`). */
  readonly continueItem: boolean;
  /** What could not be understood; its default holds instead. */
  readonly problems: readonly string[];
}

const DEFAULT_MAXIMUM = 1000;

/** The settings under `hegao`, read. What `hegao.rules` says goes before what the team's file says. */
export function editorSettings(
  value: unknown,
  team: TeamConfig = emptyConfig,
  locale: Locale = "zh-CN",
): EditorSettings {
  const section = isRecord(value) ? value : {};
  const { rules = {}, run, maxNumberOfProblems: maximum } = section;
  // The one setting for all rules has the form that `rules` has in the team's file, and is read as that is.
  const text = JSON.stringify({ rules: rules ?? {} });
  const { config, problems } = readConfig(text, locale);
  return {
    settings: settingsOf(mergeConfigs(team, config)),
    run: run === "onSave" || run === "manual" ? run : "onType",
    maxNumberOfProblems: typeof maximum === "number" && maximum >= 0 ? Math.floor(maximum) : DEFAULT_MAXIMUM,
    earlier: team.earlier,
    snippets: team.snippets,
    codeLens: section["codeLens"] !== false,
    yearHints: section["yearHints"] !== false,
    continueItem: !(isRecord(section["typing"]) && section["typing"]["continueItem"] === false),
    problems: problems.map(
      ({ message, span }) => `hegao.rules: ${text.slice(span.start, span.end)}: ${message}`,
    ),
  };
}
