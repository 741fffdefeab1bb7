import type { InitializeParams, Range } from "vscode-languageserver";
import type { Locale, Severity } from "../check/rule.js";
import type { RuleSetting, Settings } from "../check/settings.js";
import type { PlanDocument } from "../plan/model.js";
import type { Span } from "../text/span.js";
import type { InitializationOptions } from "./protocol.js";

/** What the client can do, as far as it changes what the server does. */
export interface ClientFacts {
  readonly locale: Locale;
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly asksConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly versionedEdits: boolean;
  readonly nestedSymbols: boolean;
  readonly codeActionLiterals: boolean;
  readonly options: InitializationOptions;
}

export function clientFacts(params: InitializeParams): ClientFacts {
  const { textDocument, workspace } = params.capabilities;
  return {
    locale: localeOf(params.locale),
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    asksConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    options: initializationOptions(params.initializationOptions),
  };
}

/** Chinese where the client does not say: the drafts are Chinese, and so are those who write them. */
function localeOf(locale: string | undefined): Locale {
  return locale === undefined || /^zh\b/i.test(locale) ? "zh-CN" : "en";
}

function initializationOptions(value: unknown): InitializationOptions {
  if (!isRecord(value)) return {};
  return {
    ...(typeof value["rulesBase"] === "string" ? { rulesBase: value["rulesBase"] } : {}),
    ...("settings" in value ? { settings: value["settings"] } : {}),
  };
}

/** The span of a range, clamped to the text as LSP asks: a column behind the line's end means its end. */
export function toSpan(plan: PlanDocument, range: Range): Span {
  return { start: toOffset(plan, range.start), end: toOffset(plan, range.end) };
}

function toOffset(plan: PlanDocument, position: Range["start"]): number {
  const start = plan.starts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : plan.text.length;
  const next = plan.starts[position.line + 1] ?? plan.text.length;
  return Math.min(start + Math.max(0, position.character), next);
}

/** The settings under `hegao`, read. Whatever cannot be read keeps its default and is named in `problems`. */
export interface EditorSettings {
  readonly settings: Settings;
  readonly run: "onType" | "onSave";
  readonly maxNumberOfProblems: number;
  readonly problems: readonly string[];
}

const SEVERITIES: readonly string[] = ["error", "warning", "info", "hint", "off"];
const DEFAULT_MAXIMUM = 1000;

export function editorSettings(value: unknown): EditorSettings {
  const section = isRecord(value) ? value : {};
  const problems: string[] = [];
  const maximum = section["maxNumberOfProblems"];
  return {
    settings: {
      rules: ruleSettings(section["rules"], problems),
      kinds: {},
      roster: [],
      terms: [],
      sections: {},
    },
    run: section["run"] === "onSave" ? "onSave" : "onType",
    maxNumberOfProblems: typeof maximum === "number" && maximum >= 0 ? Math.floor(maximum) : DEFAULT_MAXIMUM,
    problems,
  };
}

function ruleSettings(value: unknown, problems: string[]): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  if (!isRecord(value)) {
    if (value !== undefined && value !== null) problems.push("hegao.rules: not an object");
    return rules;
  }
  for (const [id, of] of Object.entries(value)) {
    const setting = ruleSetting(of);
    if (setting) rules[id] = setting;
    else problems.push(`hegao.rules.${id}: ${JSON.stringify(of)}`);
  }
  return rules;
}

/** `"off"`, `"warning"`, or `{ "severity": …, "options": {…}, "fix": "never" }`. */
function ruleSetting(value: unknown): RuleSetting | undefined {
  if (typeof value === "string") return isSeverity(value) ? { severity: value } : undefined;
  if (!isRecord(value)) return undefined;
  const { severity, options, fix } = value;
  if (severity !== undefined && !(typeof severity === "string" && isSeverity(severity))) return undefined;
  return {
    ...(severity === undefined ? {} : { severity }),
    ...(isRecord(options) ? { options: options as NonNullable<RuleSetting["options"]> } : {}),
    ...(fix === "never" ? { fix } : {}),
  };
}

function isSeverity(value: string): value is Severity | "off" {
  return SEVERITIES.includes(value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
