import {
  CustomExecution,
  type Disposable,
  EventEmitter,
  l10n,
  type Pseudoterminal,
  Task,
  TaskGroup,
  type TaskDefinition,
  tasks,
  Uri,
  workspace,
  type WorkspaceFolder,
} from "vscode";
import { checkFolderCommand, type FolderFindings } from "../../server/src/lsp/protocol.js";
import type { Running } from "./running.js";
import { taskLine } from "./taskLine.js";

const TYPE = "hegao";
const MATCHER = "$hegao";

/** The task that checks every draft of a folder, open or not; its findings are listed with the others. */
export function registerTasks(running: Running): Disposable {
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () => (workspace.workspaceFolders ?? []).map((folder) => taskFor(running, folder)),
    resolveTask({ scope, definition }) {
      const folders = workspace.workspaceFolders ?? [];
      const named = folders.find(({ name }) => name === definition["folder"]);
      const folder = named ?? (typeof scope === "object" ? scope : folders[0]);
      return folder && taskFor(running, folder, definition);
    },
  });
}

/** Folders must differ in it: the editor tells tasks apart by nothing else. */
function definitionFor({ name }: WorkspaceFolder): TaskDefinition {
  return (workspace.workspaceFolders?.length ?? 0) > 1 ? { type: TYPE, folder: name } : { type: TYPE };
}

function taskFor(
  running: Running,
  folder: WorkspaceFolder,
  definition: TaskDefinition = definitionFor(folder),
): Task {
  const execution = new CustomExecution(async () => terminal(running, folder));
  const task = new Task(definition, folder, l10n.t("Check every draft"), "hegao", execution, MATCHER);
  task.group = TaskGroup.Test;
  return task;
}

/** One line a finding, in the form of `hegao lint --format lines`; the exit code is the number that the command line gives. */
function terminal(running: Running, folder: WorkspaceFolder): Pseudoterminal {
  const written = new EventEmitter<string>();
  const closed = new EventEmitter<number>();
  const write = (line: string): void => written.fire(`${line}\r\n`);
  const work = async (): Promise<number> => {
    const params = {
      command: checkFolderCommand,
      arguments: [{ uri: running.client.code2ProtocolConverter.asUri(folder.uri) }],
    };
    const found =
      (await running.client.sendRequest<FolderFindings[] | null>("workspace/executeCommand", params)) ?? [];
    for (const one of found) for (const line of linesOf(one, folder)) write(line);
    const count = found.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
    write(l10n.t("{0} drafts, {1} found", found.length, count));
    return found.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 1)) ? 1 : 0;
  };
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open() {
      work().then(
        (code) => closed.fire(code),
        (error: unknown) => {
          write(String(error));
          closed.fire(2);
        },
      );
    },
    close: () => undefined,
  };
}

function linesOf({ uri, diagnostics }: FolderFindings, folder: WorkspaceFolder): string[] {
  const path = Uri.parse(uri).path.slice(folder.uri.path.replace(/\/$/, "").length + 1);
  return diagnostics.map((one) => taskLine(path, one));
}
