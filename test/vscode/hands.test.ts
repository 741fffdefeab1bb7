import assert from "node:assert/strict";
import * as vscode from "vscode";
import { hands, type Step } from "./hands.js";
import {
  ANNUAL,
  clearAway,
  draftUri,
  eventually,
  layOut,
  openDraft,
  quickFixes,
  rulesBecome,
  TEXT,
} from "./support.js";

const OPENED = TEXT.replace("规划财务科\n（二）", "规划财务科\n（二）\n（三）").replace(
  "\n（三）守",
  "\n（四）守",
);
/**
 * What these lines may make of the draft, written below 组织人事科 by a hand that waits for nothing. Each stands behind
 * the next marker, or behind none where the hand was faster than its Enter was answered; what comes after counts on.
 */
function written(...lines: readonly string[]): string[] {
  let drafts = [{ text: "", markers: 0 }];
  for (const line of lines)
    drafts = drafts.flatMap(({ text, markers }) => [
      { text: `${text}\n${line}`, markers },
      { text: `${text}\n（${"三四五"[markers]}）${line}`, markers: markers + 1 },
    ]);
  return drafts.map(({ text, markers }) =>
    TEXT.replace("组织人事科\n（三）", `组织人事科${text}\n（${"三四五"[markers]}）`),
  );
}
/** The rows of the list of completions, where it is open. */
const LIST = ".suggest-widget.visible .monaco-list-row .label-name";
const UNDO: Step = ["press", "Control+z"];

describe("按键与输入法：真实 VS Code 中", () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await layOut(TEXT);
  });
  afterEach(async () => {
    for (const name of ["continueItem", "shiftLevel", "moveItem", "offerCleaning"])
      await setting(name, undefined);
    await clearAway();
  });

  /** Puts the caret behind these words, and waits until the window knows, and what follows from it. */
  async function caretAfter(words: string): Promise<void> {
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf(words) + words.length);
    if (!editor.selection.active.isEqual(at)) {
      const told = new Promise<void>((done) => {
        const listening = vscode.window.onDidChangeTextEditorSelection(({ selections }) => {
          if (!selections[0]?.active.isEqual(at)) return;
          listening.dispose();
          done();
        });
      });
      editor.selection = new vscode.Selection(at, at);
      await told;
    }
    // What the extension has told the window on hearing of it was sent before this.
    await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
  }
  const text = (): string => editor.document.getText();
  const becomes = (wanted: string): Promise<string> =>
    eventually(text, (now) => now === wanted, "the draft is");
  /**
   * Presses a key that does this. One that is not answered in time does what it always does, as it should: that is
   * undone, and the key pressed again.
   */
  async function pressed(key: string, does: (now: string) => boolean): Promise<void> {
    const before = text();
    const done = async (): Promise<boolean> => {
      await hands(["press", key]);
      const now = await eventually(text, (one) => one !== before, `${key} does nothing`);
      if (does(now)) return true;
      await hands(UNDO);
      return becomes(before).then(() => false);
    };
    await eventually(done, (isDone) => isDone, `${key} does something else`);
  }
  const setting = (name: string, value: unknown): Thenable<void> =>
    vscode.workspace
      .getConfiguration("hegao.typing")
      .update(name, value, vscode.ConfigurationTarget.Workspace);

  it("回车续条，再回车离开；各撤销一步复原", async () => {
    await caretAfter("规划财务科");
    await hands(["press", "Enter"]);
    await becomes(OPENED);
    await hands(["press", "Enter"]);
    await becomes(TEXT.replace("规划财务科\n", "规划财务科\n\n"));
    await hands(UNDO);
    await becomes(OPENED);
    await hands(UNDO);
    await becomes(TEXT);
  });

  it("回车之后手快，字都在新行，次序不乱", async () => {
    await caretAfter("组织人事科");
    await hands(["press", "Enter"], ["type", "zuo hao"], ["press", "Enter"], ["type", "jia"]);
    const right = written("zuo hao", "jia");
    await eventually(text, (now) => right.includes(now), "typed text");
  });

  it("Tab、Shift+Tab 在序号处升降级，Alt+↑↓ 移动整条；在行文中照旧", async () => {
    await caretAfter("（二）");
    const demoted = TEXT.replace("（二）提升", "1.提升").replace("（三）守", "（二）守");
    await pressed("Tab", (now) => now === demoted);
    await pressed("Shift+Tab", (now) => now === TEXT);
    await pressed("Alt+ArrowUp", (now) => /（一）提升[^]*（二）扩大/.test(now));
    await pressed("Alt+ArrowDown", (now) => now === TEXT);
    await hands(["press", "Alt+ArrowUp"], ["press", "Alt+ArrowDown"], ["press", "Alt+ArrowDown"]);
    await eventually(text, (now) => /（一）扩大[^]*（二）守牢[^]*（三）提升/.test(now), "a key held down");
    await pressed("Alt+ArrowUp", (now) => now === TEXT);
    await caretAfter("坚持立德");
    await hands(["press", "Tab"]);
    await eventually(text, (now) => /坚持立德 {1,4}树人/.test(now), "no ordinary tab");
  });

  it("Tab 之后手快，字在序号之后，次序不乱", async () => {
    // Where the hand was faster than the answer the item stays where it is.
    const stays = TEXT.replace("（二）提升", "（二）jia提升");
    const goes = TEXT.replace("（二）提升", "1.jia提升").replace("（三）守", "（二）守");
    await caretAfter("（二）");
    // The very first time the editor itself takes a while to find out whose the key is.
    await pressed("Tab", (now) => now.includes("1.提升"));
    for (let i = 0; i < 3; i++) {
      editor = await layOut(TEXT);
      await caretAfter("（二）");
      await hands(["press", "Tab"], ["type", "jia"]);
      await eventually(text, (now) => now === stays || now === goes, "typed text");
    }
  });

  it("逐项关掉之后，按键就是按键", async () => {
    for (const name of ["continueItem", "shiftLevel", "moveItem"]) await setting(name, false);
    await caretAfter("规划财务科");
    await hands(["press", "Enter"], ["wait", 300]);
    await becomes(TEXT.replace("规划财务科\n", "规划财务科\n\n"));
    await hands(UNDO);
    await becomes(TEXT);
    await caretAfter("\n（二）");
    await hands(["press", "Alt+ArrowUp"], ["wait", 300]);
    await eventually(text, (now) => /\n（二）提升[^\n]*\n责任科室：基础/.test(now), "the line has not moved");
    await hands(UNDO);
    await becomes(TEXT);
    await caretAfter("组织人事科\n");
    await hands(["press", "Tab"], ["wait", 300]);
    await eventually(text, (now) => /组织人事科\n +（三）守/.test(now), "no ordinary tab");
  });

  for (const context of [true, false])
    it(`输入法组字时不弹列表、不续条，上屏的字不错（editContext：${context}）`, async () => {
      await vscode.workspace
        .getConfiguration("editor")
        .update("editContext", context, vscode.ConfigurationTarget.Workspace);
      await caretAfter("规划财务科");
      await hands(["press", "Enter"]);
      await becomes(OPENED);
      let done = "";
      for (const [letters, words] of [
        [["z", "ze", "ze r", "ze ren"], "责任科室"],
        [["d", "da", "dao"], "到"],
        [["x", "xu", "xue'xiao"], "学校"],
      ] as const) {
        for (const so of letters) {
          const [list] = await hands(["compose", so], ["wait", 150], ["read", LIST]);
          assert.deepEqual(list, [], `a list is open over ${so}`);
          await becomes(OPENED.replace("\n（二）", `\n（二）${done}${so}`));
        }
        done += words;
        await hands(["commit", words], ["wait", 150]);
        await becomes(OPENED.replace("\n（二）", `\n（二）${done}`));
      }
    });

  it("回车之后立刻组字：换行在前，字在后，续条让路", async () => {
    await caretAfter("组织人事科");
    await hands(
      ["press", "Enter"],
      ["compose", "n"],
      ["compose", "ni'hao"],
      ["wait", 300],
      ["commit", "你好"],
    );
    const right = written("你好");
    await eventually(text, (now) => right.includes(now), "composed text");
  });

  it("上屏“责任科室：”之后列出科室，回车只取所选，不换行", async () => {
    await caretAfter("2027年开展校园安全演练2次。\n");
    await hands(["press", "Shift+End"], ["compose", "ze'ren"], ["commit", "责任科室："], ["until", LIST]);
    const [list] = await hands(["read", LIST]);
    assert.ok(
      list?.some((name) => name.includes("基础教育科")),
      list?.join(),
    );
    const chosen = ".suggest-widget.visible .monaco-list-row.focused >> text=安全稳定科";
    await hands(["type", "aqwd"], ["until", chosen], ["press", "Enter"]);
    await becomes(TEXT);
  });

  it("忽略此处：写下理由，稿中划去，清单里写着理由", async () => {
    editor = await openDraft(ANNUAL);
    const [finding] = await rulesBecome(editor.document, ["numbering-gap"]);
    const actions = finding ? await quickFixes(finding, editor.document) : [];
    const command = actions.find((one) => one.command?.command === "hegao.server.ignoreHere")?.command;
    const done = vscode.commands.executeCommand(
      command?.command ?? "",
      ...((command?.arguments ?? []) as unknown[]),
    );
    await hands(["until", ".quick-input-widget input:focus"], ["type", "yuanwen ruci"], ["press", "Enter"]);
    assert.equal(await done, true);
    await rulesBecome(editor.document, []);
    await vscode.commands.executeCommand("hegao.showIgnored");
    const struck = ".view-line [class*='TextEditorDecorationType']";
    const [words] = await hands(["until", struck], ["read", struck]);
    assert.deepEqual(words, ["四、"]);
    await vscode.commands.executeCommand("hegao.listIgnored");
    const rows = ".quick-input-list .monaco-list-row";
    const [listed] = await hands(["until", rows], ["read", rows], ["press", "Escape"]);
    assert.match(listed?.join() ?? "", /numbering-gap[^]*yuanwen ruci/);
    await vscode.commands.executeCommand("hegao.showIgnored");
    await vscode.workspace.fs.delete(draftUri(".hegao"), { recursive: true });
  });
});
