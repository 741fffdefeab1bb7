import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";

export const ANNUAL = "云岭市教育局2026年工作要点.plan";
export const SCHEME = "学前教育实施方案.txt";

/** The draft that is written at, in the year after ANNUAL; it lies in the folder only while a test has laid it out. */
export const NAME = "云岭市教育局2027年工作要点.plan";
export const TEXT = `云岭市教育局2027年工作要点
一、总体要求
坚持立德树人，办好家门口的每一所学校。
二、重点任务
（一）扩大学前教育资源。2027年新建公办幼儿园3所。
责任科室：基础教育科、规划财务科
（二）提升教师素质。2027年培训骨干教师200人次。
责任科室：组织人事科
（三）守牢安全底线。2027年开展校园安全演练2次。
责任科室：安全稳定科
三、保障措施
加强组织领导，强化督导检查。
`;

/** The language that the editor speaks; only where it was asked for and could be had is it Chinese. */
export const chinese = vscode.env.language.toLowerCase().startsWith("zh");

/** Far more than anything takes on a machine that has other things to do. */
const PATIENCE_MS = 60_000;

/** Asks again and again until the answer satisfies, and fails with the last answer when the time is up. */
export async function eventually<T>(
  ask: () => T | Thenable<T>,
  enough: (answer: T) => boolean,
  what: string,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (enough(answer)) return answer;
    if (Date.now() > deadline) assert.fail(`${what}: ${JSON.stringify(answer)}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command);

export function draftUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function openDraft(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draftUri(name)));
}

/** NAME lies in the folder with these words and stands open, and the server knows it. */
export async function layOut(text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(draftUri(NAME), Buffer.from(text));
  await openDraft(ANNUAL);
  const editor = await openDraft(NAME);
  const read = async (): Promise<string> => {
    // The editor keeps a draft for a while after it was closed, and may not have heard yet that the file is another one.
    if (editor.document.getText() !== text) await run("workbench.action.files.revert");
    return editor.document.getText();
  };
  await eventually(read, (now) => now === text, "the draft that was opened");
  await outline(editor.document);
  return editor;
}

/** Closes everything. What was changed is given up first: it would be asked about, and nobody answers. */
export async function clearAway(): Promise<void> {
  await run("notifications.clearAll");
  for (const _ of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs))
    await run("workbench.action.revertAndCloseActiveEditor");
  await run("workbench.action.closeAllEditors");
}

export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === "hegao");
}

export function ruleOf(finding: vscode.Diagnostic): string {
  return typeof finding.code === "object" ? String(finding.code.value) : String(finding.code);
}

/** Waits until the rules that speak up are exactly these. */
export function rulesBecome(
  document: vscode.TextDocument,
  rules: readonly string[],
): Promise<vscode.Diagnostic[]> {
  const wanted = JSON.stringify(rules);
  return eventually(
    () => findings(document),
    (found) => JSON.stringify(found.map(ruleOf)) === wanted,
    `findings should become ${wanted}`,
  );
}

export async function outline(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  const ask = (): Thenable<vscode.DocumentSymbol[] | undefined> =>
    vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
  return (await eventually(ask, (symbols) => (symbols?.length ?? 0) > 0, "the outline is empty")) ?? [];
}

export async function quickFixes(
  finding: vscode.Diagnostic,
  document: vscode.TextDocument,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand(
    "vscode.executeCodeActionProvider",
    document.uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

/** A picture of the whole window, where somebody waits to take it (see scripts/editor-page.mjs). */
export async function photograph(name: string): Promise<void> {
  const folder = process.env["HEGAO_SHOTS"];
  if (!folder) return;
  writeFileSync(join(folder, `${name}.want`), "");
  await eventually(
    () => existsSync(join(folder, `${name}.png`)),
    (there) => there,
    `no picture ${name}`,
  );
}
