import { commands, l10n, Uri, window, workspace } from "vscode";
import { type ExportParams, exportRequest, type ExportResult } from "../../../server/src/lsp/protocol.js";
import type { Running } from "../running.js";

/** Asks the server for a file and writes it where the user says, or where the caller has said already. */
export async function exportFile(
  running: Running,
  draft: Uri,
  asked: Pick<ExportParams, "what" | "format" | "against">,
  to?: Uri,
): Promise<Uri | undefined> {
  const uri = running.client.code2ProtocolConverter.asUri(draft);
  const madeOn = new Date().toLocaleDateString("zh-CN", { year: "numeric", month: "long", day: "numeric" });
  const params: ExportParams = { uri, madeOn, ...asked };
  const found = await running.client.sendRequest<ExportResult | null>(exportRequest, params);
  if (!found) {
    await window.showWarningMessage(l10n.t("There is nothing to export."));
    return undefined;
  }
  const target = to ?? (await askWhere(draft, found.name, asked.format));
  if (!target) return undefined;
  await workspace.fs.writeFile(target, bytesOf(found.base64));
  if (!to) void offerToOpen(target);
  return target;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

async function askWhere(draft: Uri, name: string, format: string): Promise<Uri | undefined> {
  const defaultUri = Uri.joinPath(draft, "..", name);
  return window.showSaveDialog({ defaultUri, filters: { [`.${format}`]: [format] } });
}

async function offerToOpen(target: Uri): Promise<void> {
  const open = l10n.t("Show in its folder");
  const name = target.path.slice(target.path.lastIndexOf("/") + 1);
  if ((await window.showInformationMessage(l10n.t("{0} is written.", name), open)) === open)
    await commands.executeCommand("revealFileInOS", target);
}
