import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ANNUAL, eventually, openDraft, outline, quickFixes, rulesBecome } from "./support.js";

/** The same checks on the extension as it is installed from its .vsix. It is never activated by hand here. */
describe("从 .vsix 安装的核稿", () => {
  it("打开文稿即自行启动", async () => {
    const extension = vscode.extensions.getExtension("hegao.hegao");
    assert.ok(extension, "not installed");
    assert.equal(extension.extensionUri.fsPath.startsWith(String(process.env["HEGAO_EXTENSIONS"])), true);
    await openDraft(ANNUAL);
    await eventually(
      () => extension.isActive,
      (active) => active,
      "the extension did not wake up",
    );
  });

  it("给出问题，可以修正，有大纲", async () => {
    const { document } = await openDraft(ANNUAL);
    const [finding] = await rulesBecome(document, ["numbering-gap"]);
    assert.ok(finding);
    assert.equal((await outline(document)).length, 3);
    // Right after its start the editor may still ask its own providers alone: the fix comes first as soon as it is there.
    const [action] = await eventually(
      () => quickFixes(finding, document),
      ([first]) => first?.edit !== undefined,
      "the first of the actions is no fix",
    );
    assert.ok(action?.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await rulesBecome(document, []);
  });

  it("规则页与语法随扩展一同安装", async () => {
    const extension = vscode.extensions.getExtension("hegao.hegao");
    assert.ok(extension);
    const { document } = await openDraft(ANNUAL);
    await vscode.commands.executeCommand("undo");
    const [finding] = await rulesBecome(document, ["numbering-gap"]);
    assert.ok(typeof finding?.code === "object");
    await vscode.workspace.fs.stat(finding.code.target);
    await vscode.workspace.fs.stat(
      vscode.Uri.joinPath(extension.extensionUri, "syntaxes", "policy-plan.tmLanguage.json"),
    );
  });

  it("打开示例文稿，与上年比较", async () => {
    const example = await vscode.commands.executeCommand<vscode.TextDocument>("hegao.openExample");
    const ask = (): Thenable<{ readonly rows: number } | undefined> =>
      vscode.commands.executeCommand("hegao.compare", example.uri);
    const shown = await eventually(ask, (one) => (one?.rows ?? 0) > 0, "nothing was compared");
    assert.ok((shown?.rows ?? 0) >= 3, JSON.stringify(shown));
  });
});
