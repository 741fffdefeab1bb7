import {
  commands,
  Disposable,
  l10n,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import { authorCommands, showPlaceCommand } from "../../server/src/lsp/protocol.js";
import { LANGUAGE, type Running } from "./running.js";
import { readable } from "./wordText.js";

const TEAM_FILE = "hegao.config.json";
const EXAMPLE = ["examples", "walkthrough"];

/** What a person does first: open the example, make the team's file. And where a lens leads. */
export function registerFirstSteps(running: Running): Disposable {
  return Disposable.from(
    commands.registerCommand("hegao.openExample", () => openExample(running)),
    commands.registerCommand("hegao.createTeamFile", () => createTeamFile(running)),
    commands.registerCommand("hegao.openWalkthrough", () =>
      commands.executeCommand("workbench.action.openWalkthrough", "hegao.hegao#hegao.firstSteps"),
    ),
    commands.registerCommand(showPlaceCommand, showPlace),
  );
}

/** A fresh copy of the example, so that it can be written in and begun again; the draft of the newest year is opened. */
async function openExample({ extensionUri, storageUri }: Running): Promise<TextDocument | undefined> {
  const source = Uri.joinPath(extensionUri, ...EXAMPLE);
  const folder = Uri.joinPath(storageUri, l10n.t("Example"));
  const names = (await workspace.fs.readDirectory(source)).map(([name]) => name).sort();
  for (const name of names) {
    const bytes = await workspace.fs.readFile(Uri.joinPath(source, name));
    await workspace.fs.writeFile(Uri.joinPath(folder, name), bytes);
  }
  const newest = names.filter((name) => name.endsWith(".plan")).at(-1);
  if (newest === undefined) return undefined;
  const document = await workspace.openTextDocument(Uri.joinPath(folder, newest));
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** The team's file beside the drafts: opened where there is one, else proposed from the drafts and left to be saved. */
async function createTeamFile({ client }: Running): Promise<TextDocument | undefined> {
  const folder = folderForTeamFile();
  if (!folder) {
    void window.showInformationMessage(
      l10n.t("Open a draft or a folder first; the team's file lies beside the drafts."),
    );
    return undefined;
  }
  const file = Uri.joinPath(folder, TEAM_FILE);
  const known = await workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  if (known) return shown(await workspace.openTextDocument(file));
  const params = {
    command: authorCommands.proposeConfig,
    arguments: [{ folder: client.code2ProtocolConverter.asUri(folder) }],
  };
  const text = await client.sendRequest<string | null>("workspace/executeCommand", params);
  const document = await workspace.openTextDocument(file.with({ scheme: "untitled" }));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text ?? "{}\n");
  await workspace.applyEdit(edit);
  return shown(document);
}

async function shown(document: TextDocument): Promise<TextDocument> {
  await window.showTextDocument(document);
  return document;
}

/** The workspace's folder that holds the active draft, else the draft's own folder, else the first of the workspace. */
function folderForTeamFile(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  const isDraft = document?.languageId === LANGUAGE && !document.isUntitled;
  if (!isDraft) return workspace.workspaceFolders?.[0]?.uri;
  return workspace.getWorkspaceFolder(document.uri)?.uri ?? Uri.joinPath(document.uri, "..");
}

/** A place as the server names it. */
interface Place {
  readonly uri: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

async function showPlace({ uri, range: { start } }: Place): Promise<void> {
  const editor = await window.showTextDocument(readable(Uri.parse(uri)));
  const at = new Range(start.line, start.character, start.line, start.character);
  editor.selection = new Selection(at.start, at.start);
  editor.revealRange(at, TextEditorRevealType.InCenterIfOutsideViewport);
}
