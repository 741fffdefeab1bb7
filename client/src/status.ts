import {
  Disposable,
  l10n,
  languages,
  LanguageStatusSeverity,
  type LanguageStatusItem,
  window,
  workspace,
} from "vscode";
import { State } from "vscode-languageclient";
import { type DraftStatus, statusRequest, type StatusParams } from "../../server/src/lsp/protocol.js";
import { createLatest } from "./latest.js";
import { LANGUAGE, type Running } from "./running.js";

/** A hand that types asks for no new status until it rests. */
const PAUSE_MS = 300;

/** The status item of a draft: what was recognised (kind and years), and how much was found. */
export function createStatus(running: Running): Disposable {
  const item = languages.createLanguageStatusItem("hegao.status", { language: LANGUAGE });
  item.name = l10n.t("Hegao");
  item.text = l10n.t("Hegao");
  item.command = { command: "workbench.actions.view.problems", title: l10n.t("Show problems") };
  item.busy = true;
  const ask = createLatest();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      refresh(running, item, ask()).catch((error: unknown) => running.log.warn(`status: ${String(error)}`));
    }, PAUSE_MS);
  };
  return Disposable.from(
    item,
    new Disposable(() => clearTimeout(timer)),
    running.client.onDidChangeState(soon),
    window.onDidChangeActiveTextEditor(soon),
    languages.onDidChangeDiagnostics(soon),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === window.activeTextEditor?.document) soon();
    }),
  );
}

async function refresh(
  { client }: Running,
  item: LanguageStatusItem,
  isLatest: () => boolean,
): Promise<void> {
  item.busy = client.state === State.Starting;
  if (client.state === State.Stopped) {
    item.text = l10n.t("Hegao is not running");
    item.severity = LanguageStatusSeverity.Error;
    item.command = { command: "hegao.restart", title: l10n.t("Restart") };
    return;
  }
  const document = window.activeTextEditor?.document;
  if (client.state !== State.Running || document?.languageId !== LANGUAGE) return;
  const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const status = await client.sendRequest<DraftStatus | null>(statusRequest, params);
  if (status && isLatest()) show(item, status);
}

function show(item: LanguageStatusItem, { kindName, planYears, title, counts }: DraftStatus): void {
  const { error, warning, info, hint } = counts;
  const all = error + warning + info + hint;
  const found = all === 0 ? l10n.t("nothing found") : l10n.t("{0} found", all);
  item.text = [kindName, planYears ? years(planYears) : l10n.t("years unknown"), found].join(" · ");
  item.detail = title ?? "";
  item.severity = error > 0 ? LanguageStatusSeverity.Error : severityWithoutErrors(warning);
  item.command = { command: "workbench.actions.view.problems", title: l10n.t("Show problems") };
}

function severityWithoutErrors(warnings: number): LanguageStatusSeverity {
  return warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}

function years([from, to]: readonly [number, number]): string {
  return from === to ? String(from) : `${from}—${to}`;
}
