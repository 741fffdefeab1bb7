import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  ANNUAL,
  draftUri,
  eventually,
  findings,
  openDraft,
  outline,
  quickFixes,
  ruleOf,
  rulesBecome,
} from "./support.js";

const gap = "numbering-gap";
const NEWEST = "bureau/2026/云岭市教育局2026年工作要点.plan";

/** In VS Code's web workbench: no Node, no remote, a folder that is no `file:`, the server in a worker. */
describe("浏览器里的核稿", () => {
  it("在网页扩展宿主里，文件夹不是本机的，打开文稿即醒来", async () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(vscode.env.remoteName, undefined);
    const { document } = await openDraft(ANNUAL);
    assert.equal(document.languageId, "policy-plan");
    assert.equal(document.uri.scheme === "file", false);
    const extension = vscode.extensions.getExtension("hegao.hegao");
    await eventually(
      () => extension?.isActive,
      (active) => active === true,
      "the extension did not wake up",
    );
  });

  it("给出问题，附规则页", async () => {
    const { document } = await openDraft(ANNUAL);
    const [finding] = await rulesBecome(document, [gap]);
    assert.ok(typeof finding?.code === "object");
    assert.match(finding.code.target.path, /docs\/rules\/numbering-gap\.md$/);
    assert.ok((await vscode.workspace.fs.readFile(finding.code.target)).length > 0);
  });

  it("大纲有科室，可以折叠", async () => {
    const { document } = await openDraft(ANNUAL);
    const symbols = await outline(document);
    assert.deepEqual(
      symbols.map((symbol) => symbol.name),
      ["一、总体要求", "二、重点任务", "四、保障措施"],
    );
    assert.equal(symbols[1]?.children[0]?.detail, "基础教育科、规划财务科");
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      document.uri,
    );
    assert.ok(folds.length > 0);
  });

  it("快速修正，改后问题消失，撤销后复现", async () => {
    const { document } = await openDraft(ANNUAL);
    const [finding] = await rulesBecome(document, [gap]);
    assert.ok(finding);
    const [action] = await quickFixes(finding, document);
    assert.ok(action?.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await rulesBecome(document, []);
    await vscode.commands.executeCommand("undo");
    await rulesBecome(document, [gap]);
  });

  it("改设置立即生效", async () => {
    const { document } = await openDraft(ANNUAL);
    const settings = vscode.workspace.getConfiguration("hegao");
    await settings.update("rules", { [gap]: "off" }, vscode.ConfigurationTarget.Workspace);
    await rulesBecome(document, []);
    await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    await rulesBecome(document, [gap]);
  });

  it("团队文件经编辑器的文件系统读到，一写就生效", async () => {
    const { document } = await openDraft(ANNUAL);
    const file = draftUri("hegao.config.json");
    const text = JSON.stringify({ rules: { [gap]: "off" } });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await rulesBecome(document, []);
    await vscode.workspace.fs.delete(file);
    await rulesBecome(document, [gap]);
  });

  it("往年文稿自己找来比较", async () => {
    const { document } = await openDraft(NEWEST);
    const rules = (): string[] => findings(document).map(ruleOf);
    const found = await eventually(
      rules,
      (ids) => ids.includes("task-dropped") && ids.includes("responsibility-changed"),
      "nothing was compared",
    );
    assert.equal(found.filter((id) => id === "responsibility-changed").length, 2);
  });

  it("重启语言服务后照常", async () => {
    const { document } = await openDraft(ANNUAL);
    await vscode.commands.executeCommand("hegao.restart");
    await rulesBecome(document, [gap]);
  });
});
