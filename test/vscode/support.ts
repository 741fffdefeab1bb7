import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";

export const ANNUAL = "云岭市教育局2026年工作要点.plan";
export const SCHEME = "学前教育实施方案.txt";

/** The language that the editor speaks; only where it was asked for and could be had is it Chinese. */
export const chinese = vscode.env.language.toLowerCase().startsWith("zh");

/** Asks again and again until the answer satisfies, and fails with the last answer when the time is up. */
export async function eventually<T>(
  ask: () => T | Thenable<T>,
  enough: (answer: T) => boolean,
  what: string,
): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (enough(answer)) return answer;
    if (Date.now() > deadline) assert.fail(`${what}: ${JSON.stringify(answer)}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

export function draftUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function openDraft(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draftUri(name)));
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
