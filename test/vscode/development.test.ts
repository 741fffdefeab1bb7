import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import iconv from "iconv-lite";
import * as vscode from "vscode";
import { skipBecause } from "../support/skipBecause.js";
import {
  ANNUAL,
  chinese,
  draftUri,
  eventually,
  openDraft,
  outline,
  quickFixes,
  ruleOf,
  rulesBecome,
  SCHEME,
} from "./support.js";

const gap = "numbering-gap";

describe("真实 VS Code 中的核稿", () => {
  let editor: vscode.TextEditor;
  let original: string;

  before(async () => {
    editor = await openDraft(ANNUAL);
    original = editor.document.getText();
  });

  afterEach("草稿与设置复原", async () => {
    await vscode.workspace
      .getConfiguration("hegao")
      .update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    await setText(editor, original);
  });

  it("编辑器说的是所要的语言", function () {
    const wanted = process.env["HEGAO_LOCALE"];
    if (!wanted) skipBecause(this, "HEGAO_LOCALE says no language");
    assert.equal(vscode.env.language, wanted);
  });

  it("按扩展名和文件名认出规划文稿", async () => {
    assert.equal(editor.document.languageId, "policy-plan");
    assert.equal((await vscode.workspace.openTextDocument({ content: "一、甲" })).languageId, "plaintext");
    const scheme = await openDraft(SCHEME);
    assert.equal(scheme.document.languageId, "policy-plan");
    editor = await openDraft(ANNUAL);
  });

  it("给出问题：位置、来源、规则页、说明的语言", async () => {
    const [finding] = await rulesBecome(editor.document, [gap]);
    assert.ok(finding);
    assert.equal(finding.range.start.line, 11);
    assert.equal(editor.document.getText(finding.range).includes("四"), true);
    assert.equal(
      /\p{Script=Han}{4}/u.test(finding.message.replace(/[“”「」‘’'"].*?[“”「」‘’'"]/gu, "")),
      chinese,
      finding.message,
    );
    const code = finding.code;
    assert.ok(typeof code === "object");
    assert.match(code.target.path, /docs\/rules\/numbering-gap\.md$/);
  });

  it("大纲：序号加标题，责任科室为副文，层级相套", async () => {
    const symbols = await outline(editor.document);
    assert.deepEqual(
      symbols.map((symbol) => symbol.name),
      ["一、总体要求", "二、重点任务", "四、保障措施"],
    );
    assert.deepEqual(
      symbols[1]?.children.map((symbol) => [symbol.name, symbol.detail]),
      [
        ["（一）扩大学前教育资源", "基础教育科、规划财务科"],
        ["（二）提升教师素质", "组织人事科"],
        ["（三）守牢安全底线", "安全稳定科"],
      ],
    );
  });

  it("折叠：每条可收起", async () => {
    const ask = (): Thenable<vscode.FoldingRange[]> =>
      vscode.commands.executeCommand("vscode.executeFoldingRangeProvider", editor.document.uri);
    const ranges = await eventually(ask, (found) => found.length > 0, "no folds");
    assert.ok(ranges.some((range) => range.start === 4 && range.end === 10));
  });

  it("快速修正：首选在前，改后问题消失", async () => {
    const [finding] = await rulesBecome(editor.document, [gap]);
    assert.ok(finding);
    const [action] = await quickFixes(finding, editor.document);
    assert.ok(action?.edit);
    assert.equal(action.isPreferred, true);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await rulesBecome(editor.document, []);
    assert.match(editor.document.getText(), /^三、保障措施$/m);
  });

  it("命令“全部修正”：只改稳妥的，其余留给人", async () => {
    await setText(editor, original.replace("（二）", "（）"));
    await rulesBecome(editor.document, ["numbering-style", gap]);
    await vscode.commands.executeCommand("hegao.fixAll");
    await rulesBecome(editor.document, [gap]);
    assert.equal(editor.document.getText(), original);
  });

  it("忽略此处先问理由，取消就不忽略；可显示、列出、恢复、清理", async () => {
    const run = vscode.commands.executeCommand;
    const [finding] = await rulesBecome(editor.document, [gap]);
    assert.ok(finding);
    const command = (await quickFixes(finding, editor.document)).find(
      (action) => action.command?.command === "hegao.server.ignoreHere",
    )?.command;
    assert.ok(command?.arguments);
    const [params] = command.arguments as [object];
    const answered = async (ask: Thenable<unknown>, key: string): Promise<unknown> => {
      let answer: unknown = ask;
      void ask.then((given) => (answer = given));
      return eventually(
        () => run(key).then(() => answer),
        (given) => given !== ask,
        "the dialog does not close",
      );
    };
    assert.equal(await answered(run(command.command, params), "workbench.action.closeQuickOpen"), false);
    assert.deepEqual((await rulesBecome(editor.document, [gap])).length, 1);
    const accept = "workbench.action.acceptSelectedQuickOpenItem";
    assert.equal(await answered(run(command.command, params), accept), true);
    await rulesBecome(editor.document, []);
    assert.equal(await run("hegao.showIgnored"), true);
    const uri = editor.document.uri.toString();
    const { entries } = await run<{ entries: object[] }>("hegao.server.ignores", { uri });
    assert.equal(entries.length, 1);
    await run("hegao.listIgnored");
    await run("workbench.action.closeQuickOpen");
    assert.equal(await run("hegao.pruneIgnored"), 0);
    assert.equal(await run("_hegao.restoreIgnored", entries[0]), true);
    await rulesBecome(editor.document, [gap]);
    assert.equal(await run("hegao.showIgnored"), false);
    await vscode.workspace.fs.delete(draftUri(".hegao"), { recursive: true });
  });

  it("改设置立即生效：关闭、改为错误、复原", async () => {
    await setting("hegao.rules", { [gap]: "off" });
    await rulesBecome(editor.document, []);
    await setting("hegao.rules", { [gap]: "error" });
    const [finding] = await rulesBecome(editor.document, [gap]);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
  });

  it("团队文件一写就生效，一删就复原", async () => {
    await rulesBecome(editor.document, [gap]);
    const file = draftUri("hegao.config.json");
    await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify({ rules: { [gap]: "off" } })));
    await rulesBecome(editor.document, []);
    await vscode.workspace.fs.delete(file);
    await rulesBecome(editor.document, [gap]);
  });

  it("逐字改稿，问题随之出现、消失", async () => {
    const [finding] = await rulesBecome(editor.document, [gap]);
    assert.ok(finding);
    const at = new vscode.Position(11, 0);
    await editor.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, 1))));
    await editor.edit((edit) => edit.insert(at, "三"));
    await rulesBecome(editor.document, []);
    await editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, 1)), "五"));
    const [again] = await rulesBecome(editor.document, [gap]);
    assert.equal(again && ruleOf(again), gap);
  });

  it("只在保存时检查", async () => {
    await rulesBecome(editor.document, [gap]);
    await setting("hegao.run", "onSave");
    // The server has drafts looked at anew for each change of settings: what is typed before that is over would be seen.
    await setting("hegao.rules", { [gap]: "error" });
    await eventually(
      () => vscode.languages.getDiagnostics(editor.document.uri),
      ([finding]) => finding?.severity === vscode.DiagnosticSeverity.Error,
      "the settings should take effect",
    );
    await pause(600);
    await setText(editor, original.replace("四、", "三、"));
    await pause(600);
    await rulesBecome(editor.document, [gap]);
    assert.ok(await editor.document.save());
    await rulesBecome(editor.document, []);
    await setText(editor, original);
    assert.ok(await editor.document.save());
  });

  it("GB18030 文稿按编辑器解码检查", async () => {
    const uri = draftUri("旧稿.plan");
    await vscode.workspace.fs.writeFile(uri, iconv.encode(original, "gb18030"));
    await setting("files.encoding", "gb18030");
    const { document } = await openDraft("旧稿.plan");
    assert.equal(document.getText(), original);
    await rulesBecome(document, [gap]);
    await setting("files.encoding", undefined);
    editor = await openDraft(ANNUAL);
  });

  it("重启语言服务后照常", async () => {
    await vscode.commands.executeCommand("hegao.restart");
    await rulesBecome(editor.document, [gap]);
  });

  it("本语言的默认设置与命令名称", () => {
    const scope = { languageId: "policy-plan", uri: editor.document.uri };
    const own = vscode.workspace.getConfiguration("editor", scope);
    assert.equal(own.get("unicodeHighlight.ambiguousCharacters"), false);
    assert.equal(own.get("wordWrap"), "on");
    // A translated title keeps the original beside it, so that the palette finds both.
    type Title = string | { readonly value: string };
    const { commands } = vscode.extensions.getExtension("hegao.hegao")?.packageJSON.contributes as {
      commands: readonly { readonly title: Title }[];
    };
    const titles = commands.map(({ title }) => (typeof title === "string" ? title : title.value));
    assert.ok(titles.includes(chinese ? "全部修正" : "Fix Everything Safe in This Draft"), titles.join());
  });
});

/** Set for this workspace, which is a copy made for the run; undefined takes it back. */
async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Workspace);
}

async function setText(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  if (document.getText() === text) return;
  const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, all, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
