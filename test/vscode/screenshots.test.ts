import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import * as vscode from "vscode";
import { eventually, findings, openDraft, outline, photograph } from "./support.js";

/** Not a check: poses the editor for the pictures of the README (scripts/screenshots.mjs). */
describe("截图", () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await openDraft(String(process.env["HEGAO_DRAFT"]));
    await outline(editor.document);
    const ask = (): number => findings(editor.document).length;
    await eventually(ask, (found) => found > 0, "nothing found in the draft");
    await vscode.commands.executeCommand("workbench.actions.view.problems");
    // Into a container that is empty here: beside the file tree the outline would have half the height.
    await vscode.commands.executeCommand("vscode.moveViews", {
      viewIds: ["outline"],
      destinationId: "workbench.view.extension.test",
    });
    await vscode.commands.executeCommand("outline.focus");
    // A view that has the focus would empty the outline, which follows the active editor.
    await vscode.commands.executeCommand("workbench.action.focusFirstEditorGroup");
  });

  it("问题、大纲与波浪线", async () => {
    show(editor, await firstOf(editor, "responsibility-missing"));
    await settle();
    await photograph("editor");
  });

  it("快速修正", async () => {
    show(editor, await firstOf(editor, "numbering"));
    await settle();
    await vscode.commands.executeCommand("editor.action.quickFix");
    await settle();
    await photograph("quick-fix");
  });
});

async function firstOf({ document }: vscode.TextEditor, rule: string): Promise<vscode.Diagnostic> {
  const all = findings(document);
  const code = (one: vscode.Diagnostic): string =>
    typeof one.code === "object" ? String(one.code.value) : String(one.code);
  const found = all.find((one) => code(one).startsWith(rule)) ?? all[0];
  assert.ok(found);
  return found;
}

function show(editor: vscode.TextEditor, { range }: vscode.Diagnostic): void {
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
}

/** Nothing tells when the workbench has finished painting; a picture can wait. */
function settle(): Promise<void> {
  return pause(2500);
}
