import assert from "node:assert/strict";
import * as vscode from "vscode";
import { hands } from "./hands.js";
import { ANNUAL, clearAway, draftUri, eventually, layOut, photograph } from "./support.js";

const TEXT = `云岭市教育局2027年工作要点
一、总体要求
坚持立德树人，办好家门口的每一所学校。
二、重点任务
（一）扩大学前教育资源。2027年新建公办幼儿园3所。
责任科室：基础教育科
`;
const PASTED = `（二）提升教师素质。组织骨干教师轮训。\u200b


责任科室：组织人事科
（三）守牢安全底线。开展校园安全演练。
责任科室：安全稳定科
`;
const CLEANED = PASTED.replace("\u200b\n\n", "\n");

const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command);

/** Answers a message with one of its buttons. In tests the window shows no toasts; the list is opened once it is there. */
async function answer(button: string): Promise<void> {
  const wanted = `.notifications-center .monaco-button >> text=${button}`;
  const there = async (): Promise<readonly string[]> => {
    await run("notifications.showList");
    return (await hands(["wait", 100], ["read", wanted])).flat();
  };
  await eventually(there, (found) => found.length > 0, `nothing asks for ${button}`);
  await hands(["click", wanted]);
}

describe("对话：真实 VS Code 中", () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await layOut(TEXT);
  });
  afterEach(async () => {
    const typing = vscode.workspace.getConfiguration("hegao.typing");
    await typing.update("offerCleaning", undefined, vscode.ConfigurationTarget.Global);
    await clearAway();
  });

  const becomes = (wanted: string): Promise<string> =>
    eventually(
      () => editor.document.getText(),
      (now) => now === wanted,
      "the draft is",
    );
  const copied = async (): Promise<void> => {
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.env.clipboard.writeText(PASTED);
    await run("workbench.action.focusActiveEditorGroup");
  };
  const pasted = async (): Promise<void> => {
    await copied();
    await run("editor.action.clipboardPasteAction");
    await becomes(TEXT + PASTED);
  };
  const tabs = (): string[] =>
    vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

  it("粘贴后先看再改：差异里一目了然，采用即改、撤销一步，差异页随即收起", async () => {
    await pasted();
    await answer("预览");
    await eventually(tabs, (all) => all.some((label) => label.includes("整理后")), "no difference shown");
    await photograph("paste-preview");
    await answer("用整理后的");
    await becomes(TEXT + CLEANED);
    await eventually(tabs, (all) => !all.some((label) => label.includes("整理后")), "still shown");
    await hands(["press", "Control+z"]);
    await becomes(TEXT + PASTED);
    await hands(["press", "Control+z"]);
    await becomes(TEXT);
  });

  it("预览时又在前面写了一行：换的仍是粘贴的那几行", async () => {
    await pasted();
    await answer("预览");
    await eventually(tabs, (all) => all.some((label) => label.includes("整理后")), "no difference shown");
    const meanwhile = new vscode.WorkspaceEdit();
    meanwhile.insert(editor.document.uri, new vscode.Position(2, 0), "面向全体学生。\n");
    assert.ok(await vscode.workspace.applyEdit(meanwhile));
    await answer("用整理后的");
    await becomes(TEXT.replace("坚持立德", "面向全体学生。\n坚持立德") + CLEANED);
  });

  it("粘贴后直接整理，撤销一步；预览后可以不改", async () => {
    await pasted();
    await answer("整理");
    await becomes(TEXT + CLEANED);
    await hands(["press", "Control+z"]);
    await becomes(TEXT + PASTED);
    editor.selection = new vscode.Selection(new vscode.Position(6, 0), new vscode.Position(12, 0));
    const asked = run("hegao.cleanPaste");
    await answer("不改");
    await asked;
    await becomes(TEXT + PASTED);
  });

  it("命令“整理粘贴文本”把剪贴板里的整理了再放进来", async () => {
    await copied();
    const asked = run("hegao.cleanPaste");
    await answer("用整理后的");
    await asked;
    await becomes(TEXT + CLEANED);
    await hands(["press", "Control+z"]);
    await becomes(TEXT);
  });

  it("说了不再提示，就不再提示", async () => {
    await pasted();
    await answer("不再提示");
    const asks = (): unknown => vscode.workspace.getConfiguration("hegao.typing").get("offerCleaning");
    await eventually(asks, (value) => value === false, "the setting");
    await run("notifications.clearAll");
    await hands(["press", "Control+z"]);
    await becomes(TEXT);
    await pasted();
    await run("notifications.showList");
    const [shown] = await hands(["wait", 400], ["read", ".notifications-center .monaco-button"]);
    assert.deepEqual(shown, []);
  });

  it("新建文稿：选文种、填年份、选上年文稿，全用键盘；F8 到须核对之处", async () => {
    const picks = ".quick-input-list .monaco-list-row .label-name:visible";
    const asked = vscode.commands.executeCommand<vscode.TextDocument>("hegao.newDraft");
    const [kinds] = await hands(["until", picks], ["read", picks]);
    assert.deepEqual(kinds, ["工作要点", "工作意见", "实施方案", "五年规划", "通知"]);
    await hands(["press", "Enter"], ["until", ".quick-input-widget >> text=哪一年"], ["type", "202"]);
    await hands(["press", "Enter"], ["until", ".quick-input-message >> text=四位年份"]);
    await hands(["type", "7"], ["press", "Enter"], ["until", ".quick-input-widget >> text=2026年工作要点"]);
    const [sources] = await hands(["read", picks]);
    assert.match(sources?.[0] ?? "", /2026年工作要点/, sources?.join());
    assert.match(sources?.[1] ?? "", /2027年工作要点/, sources?.join());
    await hands(["press", "Enter"]);
    const document = await asked;
    assert.match(document.getText(), /^云岭市教育局2027年工作要点/);
    const toNext = async (): Promise<string> =>
      String(await hands(["press", "F8"], ["until", ".marker-widget"], ["read", ".marker-widget"]));
    await eventually(toNext, (told) => told.includes("请核对"), "no place to be looked at");
  });

  it("科室改名：改动先列出来，往年的不勾，应用之后只有本稿改了", async () => {
    const at = editor.document.positionAt(TEXT.indexOf("基础教育科") + 2);
    editor.selection = new vscode.Selection(at, at);
    await run("workbench.action.focusActiveEditorGroup");
    await hands(
      ["press", "F2"],
      ["until", ".rename-box input:focus"],
      ["press", "Control+a"],
      ["type", "学前科"],
    );
    await hands(["press", "Enter"], ["click", ".part.panel .monaco-button >> text=Apply"]);
    await becomes(TEXT.replace("基础教育科", "学前科"));
    const earlier = await vscode.workspace.openTextDocument(draftUri(ANNUAL));
    assert.ok(earlier.getText().includes("基础教育科") && !earlier.isDirty);
  });
});
