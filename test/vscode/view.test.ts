import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import * as vscode from "vscode";
import { chinese, draftUri, eventually, findings, openDraft, photograph, ruleOf } from "./support.js";

const DRAFT = "2026/云岭市教育局2026年工作要点.plan";
const EARLIER = "2025/云岭市教育局2025年工作要点.plan";

interface Shown {
  readonly rows: number;
  readonly hidden: number;
  readonly selected: string;
}

const tabs = (): string[] =>
  vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

/** On the examples (three years of one bureau): `drafts` of this suite is examples/bureau. */
describe("与往年比较、规划总览", () => {
  let editor: vscode.TextEditor;
  const run = <R>(command: string, ...values: unknown[]): Thenable<R> =>
    vscode.commands.executeCommand<R>(command, ...values);

  before(async () => {
    editor = await openDraft(DRAFT);
    await eventually(
      () => findings(editor.document).map(ruleOf),
      (rules) => rules.includes("task-dropped"),
      "the earlier years say nothing",
    );
  });

  afterEach("什么去向都列", () => run("hegao.filterChanges", []));

  it("往年的问题与其他问题同列：指标、科室、删去的任务", () => {
    const rules = new Set(findings(editor.document).map(ruleOf));
    assert.ok(rules.has("task-dropped"), [...rules].join());
    assert.ok(rules.has("responsibility-changed") || rules.has("target-lowered"), [...rules].join());
  });

  it("命令“与往年比较”打开树与对照页", async () => {
    const shown = await run<Shown>("hegao.compare");
    assert.ok(shown.rows > 10, JSON.stringify(shown));
    await settle();
    await photograph("compare");
  });

  it("下一处、上一处：逐条走，稿中随之选中，对照页跟着走", async () => {
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    const first = await run<string>("hegao.nextChange");
    const second = await run<string>("hegao.nextChange");
    assert.notEqual(first, second);
    assert.equal(await run<string>("hegao.previousChange"), first);
    await settle();
    await photograph("compare-step");
  });

  it("按去向筛选：只走删去的", async () => {
    await run("hegao.filterChanges", ["dropped"]);
    const seen = new Set<string>();
    for (let i = 0; i < 20; i++) seen.add(await run<string>("hegao.nextChange"));
    const text = readFileSync(draftUri(EARLIER).fsPath, "utf8");
    assert.ok(seen.size >= 1);
    for (const name of seen) assert.ok(text.includes(name.slice(-6)), name);
    await settle();
    await photograph("compare-dropped");
    await run("hegao.filterChanges", ["added"]);
    await settle();
    await photograph("compare-series");
  });

  it("交代删去的任务：记入 .hegao/answers.json，问题随之消失，可收回", async () => {
    const count = (): number =>
      findings(editor.document).filter((one) => ruleOf(one) === "task-dropped").length;
    const before = count();
    assert.equal(
      await run("hegao.answerDropped", undefined, { kind: "routine", note: "列入日常工作" }),
      true,
    );
    const file = draftUri(".hegao/answers.json");
    const kept = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as {
      entries: { answer: string; note: string }[];
    };
    assert.deepEqual(
      kept.entries.map(({ answer, note }) => [answer, note]),
      [["routine", "列入日常工作"]],
    );
    await eventually(count, (now) => now === before - 1, "the finding stays");
    assert.equal(await run("hegao.answerDropped", undefined, { kind: "", note: "" }), true);
    await eventually(count, (now) => now === before, "the finding does not come back");
  });

  it("在差异编辑器中打开任一对", async () => {
    await run("hegao.filterChanges", ["edited", "renamed", "moved"]);
    await run("hegao.nextChange");
    await run("hegao.diffPair");
    const input = (): unknown => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    await eventually(input, (one) => one instanceof vscode.TabInputTextDiff, "no diff editor");
    const diff = input() as vscode.TabInputTextDiff;
    const [before, now] = await Promise.all(
      [diff.original, diff.modified].map(async (uri) =>
        (await vscode.workspace.openTextDocument(uri)).getText(),
      ),
    );
    assert.ok(before && now && before !== now);
    assert.ok(editor.document.getText().replaceAll("\n", "").includes(now.replaceAll("\n", "")));
    assert.equal((await vscode.workspace.openTextDocument(diff.modified)).languageId, "plaintext");
    await settle();
    await photograph("compare-diff");
    await run("hegao.openEarlier");
    const path = (): string => vscode.window.activeTextEditor?.document.uri.path ?? "";
    await eventually(path, (one) => one.includes("2025"), "the earlier year is not open");
  });

  it("导出比较为 html、md、xlsx", async () => {
    for (const format of ["html", "md", "xlsx"]) {
      const to = draftUri(`比较.${format}`);
      const written = await run<vscode.Uri>("hegao.exportComparison", format, to);
      assert.equal(written.fsPath, to.fsPath);
      assert.ok((await vscode.workspace.fs.stat(to)).size > 2000);
      await vscode.workspace.fs.delete(to);
    }
  });

  it("与所在时期的规划比较：页面换成规划，不问去向，再换回往年", async () => {
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    const before = await run<Shown>("hegao.compare", editor.document.uri);
    const long = await run<Shown>("hegao.compareWith", "five-year");
    assert.notEqual(long.rows, before.rows);
    assert.ok(tabs().includes(chinese ? "与规划比较" : "Comparison with the Long-Term Plan"), tabs().join());
    await run("hegao.filterChanges", ["dropped"]);
    const name = await run<string>("hegao.nextChange");
    const [plan] = await vscode.workspace.findFiles("规划/*.plan");
    assert.ok(plan && readFileSync(plan.fsPath, "utf8").includes(name.slice(-6)), name);
    assert.equal(await run("hegao.answerDropped", undefined, { kind: "done", note: "" }), false);
    await settle();
    await photograph("compare-five-year");
    await run("hegao.filterChanges", []);
    assert.equal((await run<Shown>("hegao.compareWith", "earlier")).rows, before.rows);
    assert.ok(tabs().includes(chinese ? "与往年比较" : "Comparison with Earlier Years"), tabs().join());
  });

  it("为往年文稿建立索引：写下 .hegao/index.json，说建了什么", async () => {
    const answer = await run<{ file: string | null; documents: number; message: string }>("hegao.makeIndex");
    assert.ok(answer.file?.endsWith("/.hegao/index.json"), answer.message);
    assert.ok(answer.documents >= 3, answer.message);
    await vscode.workspace.fs.delete(vscode.Uri.parse(answer.file ?? ""));
  });

  it("改稿之后对照随之更新，收起页面再打开还在原处", async () => {
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    const before = await run<Shown>("hegao.compare", editor.document.uri);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      editor.document.uri,
      end,
      "\n九、新增的一章\n建设从未有过的星空观测站十座，面向全体学生开放。\n",
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const after = await run<Shown>("hegao.compare", editor.document.uri);
    assert.equal(after.rows + after.hidden, before.rows + before.hidden + 1);
    assert.equal(after.selected, before.selected);
    const page = vscode.window.tabGroups.all.find(({ tabs }) =>
      tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
    );
    const other = await vscode.workspace.openTextDocument(draftUri(EARLIER));
    await vscode.window.showTextDocument(other, page?.viewColumn);
    const again = await run<Shown>("hegao.compare", editor.document.uri);
    assert.deepEqual(again, after);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await run("undo");
  });

  it("规划总览：树、责任分工表、指标台账", async () => {
    await run("workbench.action.closeEditorsInOtherGroups");
    editor = await openDraft(DRAFT);
    const shown = await run<Shown>("hegao.showOverview");
    assert.ok(shown.rows > 10, JSON.stringify(shown));
    await settle();
    await photograph("overview");
  });

  it("两张表导出为 xlsx 与 csv", async () => {
    for (const [what, name] of [
      ["xlsx", "表.xlsx"],
      ["tasks", "责任.csv"],
      ["targets", "指标.csv"],
    ] as const) {
      const to = draftUri(name);
      await run("hegao.exportTables", what, to);
      const bytes = await vscode.workspace.fs.readFile(to);
      // The byte order mark of a .csv, the first letter of a zip.
      assert.equal(bytes[0], name.endsWith("csv") ? 0xef : 0x50);
      await vscode.workspace.fs.delete(to);
    }
  });
});

/** Only for the pictures: nothing tells when the workbench has finished painting. */
function settle(): Promise<void> {
  return process.env["HEGAO_SHOTS"] ? pause(2000) : Promise.resolve();
}
