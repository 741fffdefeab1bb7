import { commands, Disposable, type Event, l10n, Uri, type WebviewView, window } from "vscode";
import {
  type ComparedNote,
  type ExportParams,
  type LedgerTable,
  targetsRequest,
  tasksRequest,
} from "../../../server/src/lsp/protocol.js";
import { createLatest } from "../latest.js";
import type { Running } from "../running.js";
import { draftAt } from "./comparedDraft.js";
import { exportFile } from "./exporting.js";
import type { FollowedDraft } from "./followedDraft.js";
import { jump } from "./jump.js";
import { ledgerHtml } from "./ledgerHtml.js";
import type { FromPage, ToPage } from "./messages.js";
import { pageOptions, pageShell } from "./pageShell.js";
import { createShownPage } from "./shownPage.js";

/** 责任分工表 and 指标台账 of the draft that is being edited. */
export function createLedgerView(
  running: Running,
  followed: FollowedDraft,
  onDidCompare: Event<ComparedNote>,
): Disposable {
  let view: WebviewView | undefined;
  const page = createShownPage();
  const ask = createLatest();
  const send = async (): Promise<void> => {
    const uri = followed.uri();
    if (!view || !uri) return;
    const isLatest = ask();
    const of = running.client.code2ProtocolConverter.asUri(uri);
    const html = ledgerHtml(of, await tablesOf(running, of));
    if (!isLatest()) return;
    const message: ToPage = { type: "content", content: page.next(), uri: of, html };
    await view.webview.postMessage(message);
  };
  const sendSafely = (): void =>
    void send().catch((error: unknown) => running.log.warn(`tables: ${String(error)}`));
  const heard = async (message: FromPage): Promise<void> => {
    if (message.type === "shown") page.heard(message);
    else if (message.type === "ready") await send();
    else if (message.type === "open") await jumpIn(followed, message);
    else if (message.type === "export") await exportTables(running, followed, { what: message.what });
  };
  return Disposable.from(
    followed.onDidChange(sendSafely),
    // Only then is it known whether there is a plan of five years to set beside the targets.
    onDidCompare(({ uri }) => {
      const of = followed.uri();
      if (of && uri === running.client.code2ProtocolConverter.asUri(of)) sendSafely();
    }),
    window.registerWebviewViewProvider("hegao.tables", {
      resolveWebviewView(resolved) {
        view = resolved;
        resolved.webview.options = pageOptions(running.extensionUri);
        resolved.webview.onDidReceiveMessage((message: FromPage) => {
          heard(message).catch((error: unknown) => running.log.error(`tables: ${String(error)}`));
        });
        resolved.onDidDispose(() => (view = undefined));
        const title = l10n.t("Tables");
        resolved.webview.html = pageShell(resolved.webview, running.extensionUri, { title, view: "ledger" });
      },
    }),
    commands.registerCommand("hegao.showOverview", async () => {
      const shown = page.shown();
      await commands.executeCommand("hegao.overview.focus");
      await commands.executeCommand("hegao.tables.focus");
      sendSafely();
      return shown;
    }),
    commands.registerCommand("hegao.exportTables", (what?: unknown, to?: unknown) =>
      exportTables(running, followed, { what, to }),
    ),
  );
}

async function tablesOf({ client }: Running, uri: string): Promise<LedgerTable[]> {
  const ask = (name: string): Promise<LedgerTable | null> => client.sendRequest(name, { uri });
  const tables = await Promise.all([tasksRequest, targetsRequest].map(ask));
  return tables.filter((table) => table !== null);
}

/** A page may ask for places of the draft that it shows, and for nothing else. */
async function jumpIn(
  followed: FollowedDraft,
  { uri, place }: { readonly uri: string; readonly place: string },
): Promise<void> {
  if (Uri.parse(uri).toString() === followed.uri()?.toString()) await jump(uri, place);
}

type Wanted = Pick<ExportParams, "what" | "format">;

async function exportTables(
  running: Running,
  followed: FollowedDraft,
  { what, to }: { readonly what: unknown; readonly to?: unknown },
): Promise<Uri | undefined> {
  const uri = followed.uri() ?? draftAt(undefined);
  const wanted = uri && (await wantedTables(what));
  return wanted && exportFile(running, uri, wanted, to instanceof Uri ? to : undefined);
}

/** `xlsx` is one workbook with both; a .csv holds one table, and so it is asked which. */
async function wantedTables(what: unknown): Promise<Wanted | undefined> {
  const both: Wanted & { label: string } = {
    label: l10n.t("Both tables (.xlsx)"),
    what: "tables",
    format: "xlsx",
  };
  if (what === "xlsx") return { what: both.what, format: both.format };
  if (what === "tasks" || what === "targets") return { what, format: "csv" };
  const one: (Wanted & { label: string })[] = [
    { label: l10n.t("Tasks and departments (.csv)"), what: "tasks", format: "csv" },
    { label: l10n.t("Targets (.csv)"), what: "targets", format: "csv" },
  ];
  const picked = await window.showQuickPick(what === "csv" ? one : [both, ...one], {
    placeHolder: l10n.t("Which table?"),
  });
  return picked && { what: picked.what, format: picked.format };
}
