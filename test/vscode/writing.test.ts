import assert from "node:assert/strict";
import * as vscode from "vscode";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { writeDocx } from "../../server/src/write/docx/writeDocx.js";
import {
  ANNUAL,
  chinese,
  clearAway,
  draftUri,
  eventually,
  findings,
  layOut,
  NAME,
  photograph,
  quickFixes,
  rulesBecome,
  TEXT,
} from "./support.js";

describe("写作：真实 VS Code 中", () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await layOut(TEXT);
  });
  afterEach(clearAway);

  /** Puts the caret behind these words. */
  function caretAfter(words: string): vscode.Position {
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf(words) + words.length);
    editor.selection = new vscode.Selection(at, at);
    return at;
  }
  const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
    vscode.commands.executeCommand(command, ...args);
  const text = (): string => editor.document.getText();
  const becomes = (wanted: RegExp): Promise<string> =>
    eventually(text, (now) => wanted.test(now), `the draft is not ${wanted}`);

  it("责任科室：之后列出文件夹里用过的科室", async () => {
    const at = caretAfter("责任科室：");
    await editor.edit((edit) =>
      edit.insert(editor.document.lineAt(9).range.end, "\n（四）新任务。做好。\n责任科室："),
    );
    const place = new vscode.Position(11, 5);
    const ask = (): Thenable<vscode.CompletionList> =>
      vscode.commands.executeCommand(
        "vscode.executeCompletionItemProvider",
        editor.document.uri,
        place,
        "：",
      );
    const list = await eventually(ask, ({ items }) => items.length > 0, "no completion");
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    assert.ok(labels.includes("安全稳定科"), labels.join());
    assert.ok(at);
  });

  it("回车续条、Tab 降级并重排，撤销一步复原", async () => {
    caretAfter("责任科室：基础教育科、规划财务科");
    // Where the answer comes too late the line is broken at once, and the marker follows.
    await run("hegao.continueItem", { otherwise: { command: "type", args: { text: "\n" } } });
    await becomes(/规划财务科\n（二）\n（三）提升教师素质/);
    const opened = new vscode.Position(6, 3);
    const caret = (): vscode.Position => editor.selection.active;
    await eventually(caret, (at) => at.isEqual(opened), "the caret is not behind the marker");
    await run("undo");
    assert.equal(text(), TEXT);
    const marker = new vscode.Position(6, 0);
    editor.selection = new vscode.Selection(marker, marker);
    // Where it comes too late nothing is done, and somebody chooses the command again.
    const demoted = async (): Promise<string> => {
      if (text() === TEXT) await run("hegao.demote");
      return text();
    };
    await eventually(demoted, (now) => now !== TEXT, "nothing is done");
    assert.match(text(), /规划财务科\n1\.提升教师素质[^]*（二）守牢安全底线/);
    await run("undo");
    assert.equal(text(), TEXT);
  });

  it("不在条末的回车只是回车；命令面板里没有可做的就不动", async () => {
    const at = caretAfter("坚持立德");
    await run("hegao.continueItem", { otherwise: { command: "type", args: { text: "\n" } } });
    await becomes(/坚持立德\n树人/);
    await run("undo");
    editor.selection = new vscode.Selection(at, at);
    await run("hegao.promote");
    assert.equal(text(), TEXT);
  });

  it("科室改名及于各稿", async () => {
    const at = caretAfter("责任科室：组织人");
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      editor.document.uri,
      at,
      "人事教师科",
    );
    const files = edit.entries().map(([uri]) => uri.path.split("/").at(-1));
    assert.ok(files.includes(NAME) && files.includes(ANNUAL), files.join());
  });

  it("排版、悬停、章节计数、着色", async () => {
    await editor.edit((edit) => edit.replace(new vscode.Range(6, 0, 6, 3), "(二)"));
    await run("editor.action.formatDocument");
    await eventually(text, (now) => now === TEXT, "not formatted");
    const at = caretAfter("责任科室：安全稳");
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      editor.document.uri,
      at,
    );
    const told = hover?.contents.map((one) => (typeof one === "string" ? one : one.value)).join("\n") ?? "";
    assert.match(told, chinese ? /本稿1项任务/ : /1 tasks in this draft/);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      editor.document.uri,
    );
    const titles = lenses.map(({ command }) => command?.title ?? "");
    assert.ok(
      titles.some((title) => title.includes(chinese ? "任务3项" : "3 tasks")),
      titles.join(),
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      "vscode.provideDocumentSemanticTokens",
      editor.document.uri,
    );
    assert.ok(tokens.data.length > 50);
  });

  it("全文件夹找任务", async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      "vscode.executeWorkspaceSymbolProvider",
      "安全底线",
    );
    const drafts = new Set(found.map(({ location }) => location.uri.path.split("/").at(-1)));
    assert.ok(drafts.has(NAME) && drafts.has(ANNUAL), [...drafts].join());
  });

  it("《…》指向 Word 文稿的，打开它的文字，只读、不检查", async () => {
    const title = "云岭市教育局2024年工作要点";
    const docx = await writeDocx(parsePlan(TEXT.replace("2027年工作要点", "2024年工作要点")));
    await vscode.workspace.fs.writeFile(draftUri(`${title}.docx`), docx);
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), `落实《${title}》。\n`));
    const { uri } = editor.document;
    const at = new vscode.Position(2, 6);
    const ask = (): Thenable<vscode.Location[]> =>
      vscode.commands.executeCommand("vscode.executeDefinitionProvider", uri, at);
    const [place] = await eventually(ask, (found) => found.length > 0, "no definition");
    assert.ok(place);
    const links = (): Thenable<vscode.DocumentLink[]> =>
      vscode.commands.executeCommand("vscode.executeLinkProvider", uri, 10);
    const [link] = await eventually(links, (found) => found.length > 0, "no link");
    assert.equal(link?.target?.toString(), place.uri.toString());
    await run("vscode.open", link?.target);
    const active = (): vscode.TextDocument | undefined => vscode.window.activeTextEditor?.document;
    const isPlace = (one: vscode.TextDocument | undefined): boolean => String(one?.uri) === String(place.uri);
    const shown = await eventually(active, isPlace, "the text is not open");
    assert.match(shown?.getText() ?? "", /^云岭市教育局2024年工作要点\n[^]*（三）守牢安全底线/);
    assert.equal(shown?.languageId, "policy-plan");
    assert.equal(vscode.workspace.fs.isWritableFileSystem(place.uri.scheme), undefined);
    await photograph("word");
    assert.deepEqual(findings(shown as vscode.TextDocument), []);
    await run("workbench.action.closeActiveEditor");
    await vscode.workspace.fs.delete(draftUri(`${title}.docx`));
  });

  it("行首的片段不重复：列表里只有按文稿编号的一份", async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(12, 0), "lk"));
    const at = new vscode.Position(12, 2);
    editor.selection = new vscode.Selection(at, at);
    assert.equal(
      vscode.workspace
        .getConfiguration("editor", { languageId: "policy-plan", uri: editor.document.uri })
        .get("snippetSuggestions"),
      "none",
    );
    const ask = (): Thenable<vscode.CompletionList> =>
      vscode.commands.executeCommand("vscode.executeCompletionItemProvider", editor.document.uri, at);
    // Those of kind snippet are the editor's own, which this setting leaves out of the list.
    const shown = async (): Promise<string[]> =>
      (await ask()).items
        .filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet)
        .map(({ label }) => (typeof label === "string" ? label : label.label))
        .filter((label) => label.includes("落款"));
    assert.deepEqual(await eventually(shown, (found) => found.length > 0, "no snippet"), ["落款"]);
  });

  it("片段可插入；整理粘贴文本即改、撤销一步", async () => {
    await vscode.env.clipboard.writeText(TEXT);
    const at = new vscode.Position(12, 0);
    editor.selection = new vscode.Selection(at, at);
    await run("editor.action.insertSnippet", { langId: "policy-plan", name: "落款" });
    assert.match(text(), /某市教育局\n20\d\d年3月1日/);
    await run("undo");
  });

  it("新建文稿：年份后移，须核对之处列在问题里，改过即去", async () => {
    const params = { kind: "annual-points", year: 2028, from: editor.document.uri.toString() };
    const document = await vscode.commands.executeCommand<vscode.TextDocument>("hegao.newDraft", params);
    assert.match(document.getText(), /^云岭市教育局2028年工作要点/);
    const carried = (): vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== "hegao");
    const before = carried();
    assert.ok(before.length >= 3);
    const [first] = before;
    assert.ok(first);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, first.range, "4所");
    await vscode.workspace.applyEdit(edit);
    assert.equal(carried().length, before.length - 1);
  });

  it("导览在清单里，照着做完示例文稿没有问题", async () => {
    const { walkthroughs } = vscode.extensions.getExtension("hegao.hegao")?.packageJSON.contributes as {
      walkthroughs: readonly { readonly title: string; readonly steps: readonly unknown[] }[];
    };
    assert.equal(walkthroughs[0]?.title, chinese ? "核稿入门" : "First Steps with Hegao");
    assert.equal(walkthroughs[0]?.steps.length, 6);
    const document = await vscode.commands.executeCommand<vscode.TextDocument>("hegao.openExample");
    const ask = (): vscode.Diagnostic[] => findings(document);
    await eventually(ask, (found) => found.length >= 3, "nothing to see");
    await run("workbench.actions.view.problems");
    await vscode.window.showTextDocument(document);
    await run("hegao.fixAll");
    const left = await rulesBecome(document, ["numbering-gap"]);
    assert.ok(left[0]);
    const [fix] = await quickFixes(left[0], document);
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await rulesBecome(document, []);
    const team = await vscode.commands.executeCommand<vscode.TextDocument>("hegao.createTeamFile");
    assert.match(team.getText(), /"full": "基础教育科"/);
    assert.equal(team.languageId, "jsonc");
  });
});
