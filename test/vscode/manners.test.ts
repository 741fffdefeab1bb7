import assert from "node:assert/strict";
import * as vscode from "vscode";
import { memoryFiles } from "./memoryFiles.js";
import {
  ANNUAL,
  draftUri,
  eventually,
  findings,
  openDraft,
  photograph,
  ruleOf,
  rulesBecome,
} from "./support.js";

const gap = "numbering-gap";
const run = <R>(command: string, ...values: unknown[]): Thenable<R> =>
  vscode.commands.executeCommand<R>(command, ...values);
const setting = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Workspace);

/** What is asked of every extension, whatever it does. The workspace has a folder on disk and one that no disk has. */
describe("编辑器里的礼数", () => {
  let editor: vscode.TextEditor;
  before(async () => {
    editor = await openDraft(ANNUAL);
    await rulesBecome(editor.document, [gap]);
  });

  it("只在要求时检查：改了不查，命令一下就查", async () => {
    await setting("hegao.run", "manual");
    const line = editor.document.lineAt(11).range;
    const text = editor.document.getText(line);
    await editor.edit((edit) => edit.replace(line, text.replace("四、", "三、")));
    await new Promise((next) => setTimeout(next, 1500));
    assert.deepEqual(findings(editor.document).map(ruleOf), [gap]);
    await run("hegao.check");
    await rulesBecome(editor.document, []);
    await editor.edit((edit) => edit.replace(editor.document.lineAt(11).range, text));
    await run("hegao.check");
    await rulesBecome(editor.document, [gap]);
    await setting("hegao.run", undefined);
    await rulesBecome(editor.document, [gap]);
  });

  it("正在打字的一行先不评：手停下才画线", async () => {
    const at = editor.document.lineAt(11).range.end;
    editor.selection = new vscode.Selection(at, at);
    const own = (): vscode.Diagnostic[] =>
      findings(editor.document).filter(({ range }) => range.start.line === 11);
    // The hand goes on until it is seen: how soon that is depends on the machine.
    const typed = (): Thenable<vscode.Diagnostic[]> => run("type", { text: "等" }).then(own);
    await eventually(typed, (found) => found.length === 0, "the line that is typed in is judged");
    await eventually(own, (found) => found.length > 0, "the line is never judged again");
    const { end } = editor.document.lineAt(11).range;
    await editor.edit((edit) => edit.delete(new vscode.Range(at, end)));
    await rulesBecome(editor.document, [gap]);
  });

  it("检查全部文稿的任务：没打开的文稿也列出，打开的不重复", async () => {
    const name = "云岭市体育局2026年工作要点.plan";
    await vscode.workspace.fs.writeFile(draftUri(name), Buffer.from(editor.document.getText()));
    const task = await eventually(
      async () => (await vscode.tasks.fetchTasks({ type: "hegao" }))[0],
      (one) => one !== undefined,
      "no task",
    );
    assert.equal(task?.name, "检查全部文稿");
    assert.deepEqual(task.problemMatchers, ["$hegao"]);
    const ended = new Promise<number | undefined>((done) => {
      vscode.tasks.onDidEndTaskProcess(({ exitCode }) => done(exitCode));
    });
    await vscode.tasks.executeTask(task);
    assert.equal(await ended, 0);
    const listed = (uri: vscode.Uri): string[] =>
      vscode.languages
        .getDiagnostics(uri)
        .filter(({ source }) => source === "hegao")
        .map(ruleOf);
    await eventually(
      () => listed(draftUri(name)),
      (rules) => rules.join() === gap,
      "the closed draft is not listed",
    );
    assert.deepEqual(listed(draftUri(ANNUAL)), [gap]);
    await photograph("task");
    await vscode.workspace.fs.delete(draftUri(name));
  });

  it("查看规则说明：打开随扩展安装的页面，不联网", async () => {
    await run("hegao.showRule", gap);
    const tab = (): vscode.Tab | undefined => vscode.window.tabGroups.activeTabGroup.activeTab;
    await eventually(tab, (one) => one?.label.includes(gap) === true, "no page");
    await run("workbench.action.closeActiveEditor");
  });

  it("团队文件：没有就拟一份，先不保存；有就打开", async () => {
    await openDraft(ANNUAL);
    const made = await run<vscode.TextDocument>("hegao.createTeamFile");
    assert.equal(made.isUntitled, true);
    assert.match(made.uri.path, /\/hegao\.config\.json$/);
    await run("workbench.action.revertAndCloseActiveEditor");
    const file = draftUri("hegao.config.json");
    await vscode.workspace.fs.writeFile(file, Buffer.from('{ "rules": { "numbering-gap": "of" } }'));
    await openDraft(ANNUAL);
    const opened = await run<vscode.TextDocument>("hegao.createTeamFile");
    assert.equal(String(opened.uri), String(file));
    // The schema speaks where a value is misspelt.
    await eventually(
      () => vscode.languages.getDiagnostics(file).length,
      (count) => count > 0,
      "the misspelt value is not marked",
    );
    await vscode.workspace.fs.delete(file);
  });

  it("日志随叫随到，不叫不来", async () => {
    await run("hegao.showLog");
    const ask = (): boolean =>
      vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === "output");
    await eventually(ask, (seen) => seen, "no log");
    await run("workbench.action.closePanel");
  });
});

describe("桌面上的虚拟文件夹", () => {
  const folder = (): vscode.Uri => {
    const [, virtual] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(virtual);
    return virtual.uri;
  };
  const earlier =
    "云岭市教育局2025年工作要点\n一、重点任务\n（一）建设星空观测站。2025年新建观测站3座。\n责任科室：基础教育科\n（二）守牢安全底线。2025年开展演练2次。\n责任科室：安全稳定科\n";
  const draft =
    "云岭市教育局2026年工作要点\n一、重点任务\n（一）守牢安全底线。2026年开展演练3次。\n责任科室：安全稳定科\n";

  it("往年文稿与团队文件经编辑器读到，写也写在那里", async () => {
    const files = new Map<string, Uint8Array>([
      ["/稿/2025/云岭市教育局2025年工作要点.plan", Buffer.from(earlier)],
      ["/稿/2026/云岭市教育局2026年工作要点.plan", Buffer.from(draft)],
    ]);
    const options = { isCaseSensitive: true };
    const provider = vscode.workspace.registerFileSystemProvider("hegaotest", memoryFiles(files), options);
    const place = vscode.Uri.joinPath(folder(), "2026", "云岭市教育局2026年工作要点.plan");
    const document = await vscode.workspace.openTextDocument(place);
    await vscode.window.showTextDocument(document);
    const ids = (): string[] => findings(document).map(ruleOf);
    await eventually(ids, (rules) => rules.includes("task-dropped"), "nothing was compared");
    await run("hegao.server.switchOff", { uri: String(place), rule: "task-dropped" });
    await eventually(ids, (rules) => !rules.includes("task-dropped"), "the rule was not switched off");
    const [written] = [...files.keys()].filter((name) => name.endsWith("hegao.config.json"));
    assert.ok(written?.startsWith("/稿/"), [...files.keys()].join());
    await run("workbench.action.closeActiveEditor");
    provider.dispose();
  });
});
