import type { InitializeParams } from "vscode-languageserver";
import type { Locale } from "../check/rule.js";
import type { InitializationOptions } from "./protocol.js";

/** What the client can do, as far as it changes what the server does. */
export interface ClientFacts {
  readonly locale: Locale;
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly asksConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly watchesFiles: boolean;
  readonly versionedEdits: boolean;
  /** Shows what an edit would change, and asks where the edit says so. */
  readonly asksBeforeEdits: boolean;
  readonly nestedSymbols: boolean;
  readonly codeActionLiterals: boolean;
  readonly watchesRelative: boolean;
  readonly progress: boolean;
  readonly refreshesLenses: boolean;
  /** Snippets with tab stops in what is completed, and Markdown in what is told. */
  readonly snippets: boolean;
  readonly markdown: boolean;
  readonly options: InitializationOptions;
}

export function clientFacts(params: InitializeParams): ClientFacts {
  const { textDocument, window, workspace } = params.capabilities;
  return {
    locale: localeOf(params.locale),
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    asksConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    asksBeforeEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    watchesRelative: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    progress: window?.workDoneProgress === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes("markdown") === true,
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
    ...(value["showsPlaces"] === true ? { showsPlaces: true } : {}),
    ...(value["continuesItems"] === true ? { continuesItems: true } : {}),
    ...(value["showsRules"] === true ? { showsRules: true } : {}),
    ...(value["lendsFiles"] === true ? { lendsFiles: true } : {}),
    ...("settings" in value ? { settings: value["settings"] } : {}),
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
