import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import type { TextEdit } from "vscode-languageserver/node";
import {
  authorCommands,
  type CleanedText,
  type KnownDraft,
  type NewDraftText,
  type TypedEdit,
} from "../../server/src/lsp/authorProtocol.js";
import { caretIn, type Desk, startDesk } from "./author.js";
import { GAP } from "./drafts.js";
import * as lsp from "./lspClient.js";
import { timed } from "../support/timed.js";

const ITEMS =
  "一、总体要求\n坚持。\n二、重点任务\n（一）甲事。做好甲。\n（二）乙事。做好乙。\n三、保障措施\n落实。\n";

describe("语言服务：打字时的帮手", () => {
  let desk: Desk;
  let count = 0;
  before(async () => {
    desk = await startDesk({ "云岭市教育局2025年工作要点.plan": GAP.replaceAll("2026", "2025") });
  });
  after(() => desk.close());

  /** The draft after a command, the caret marked; "—" where the command does nothing. */
  async function after_(command: string, marked: string): Promise<string> {
    const { uri, position } = await desk.open(`稿${++count}.plan`, marked);
    const { text } = caretIn(marked);
    const done = await desk.command<TypedEdit | null>(command, { uri, position });
    if (!done) return "—";
    assert.equal(done.version, 1);
    const lines = lsp.applied(text, { changes: { [uri]: [...done.edits] as TextEdit[] } }).split("\n");
    const line = lines[done.caret.line] ?? "";
    lines[done.caret.line] = `${line.slice(0, done.caret.character)}｜${line.slice(done.caret.character)}`;
    return lines.join("\n");
  }

  it("回车续条并重排其后；空条上再回车则离开", async () => {
    const next = await after_(authorCommands.continueItem, ITEMS.replace("做好甲。", "做好甲。｜"));
    assert.equal(next, ITEMS.replace("做好甲。", "做好甲。\n（二）｜").replace("\n（二）乙", "\n（三）乙"));
    const left = await after_(authorCommands.continueItem, next);
    assert.equal(left, ITEMS.replace("做好甲。", "做好甲。\n｜"));
    assert.equal(await after_(authorCommands.continueItem, ITEMS.replace("做好甲", "做｜好甲")), "—");
  });

  it("编辑器自行换行之后：textDocument/onTypeFormatting 给出同样的结果，可以关掉", async () => {
    const broken = ITEMS.replace("做好甲。", "做好甲。\n｜");
    const typed = async (ch: string): Promise<string> => {
      const { uri, position } = await desk.open(`稿${++count}.plan`, broken);
      const params = { textDocument: { uri }, position, ch, options: { tabSize: 2, insertSpaces: true } };
      const edits = await desk.ask<TextEdit[]>("textDocument/onTypeFormatting", params);
      return lsp.applied(caretIn(broken).text, { changes: { [uri]: edits } });
    };
    const opened = ITEMS.replace("做好甲。", "做好甲。\n（二）").replace("\n（二）乙", "\n（三）乙");
    assert.equal(await typed("\n"), opened);
    assert.equal(await after_(authorCommands.afterEnter, broken), opened.replace("（二）", "（二）｜"));
    assert.equal(await typed("。"), caretIn(broken).text);
    const off = { initializationOptions: { settings: { typing: { continueItem: false } } } };
    const quiet = await startDesk({}, { ...off, capabilities: {} });
    const { uri, position } = await quiet.open("静.plan", broken);
    const params = { textDocument: { uri }, position, ch: "\n", options: { tabSize: 2, insertSpaces: true } };
    assert.deepEqual(await quiet.ask("textDocument/onTypeFormatting", params), []);
    await quiet.close();
  });

  it("自己续条的编辑器不给 onTypeFormatting，免得做两遍", async () => {
    const own = await startDesk({}, { initializationOptions: { continuesItems: true } });
    const offered = (one: Desk): unknown =>
      one.client.initialized.capabilities.documentOnTypeFormattingProvider;
    assert.equal(offered(own), undefined);
    assert.deepEqual(offered(desk), { firstTriggerCharacter: "\n" });
    await own.close();
  });

  it("升降级、上下移、重排", async () => {
    const down = await after_(authorCommands.demote, ITEMS.replace("（二）", "｜（二）"));
    assert.match(down, /（一）甲事。做好甲。\n1\.｜?乙事/);
    const up = await after_(authorCommands.promote, ITEMS.replace("（二）", "｜（二）"));
    assert.match(up, /\n三、｜?乙事。做好乙。\n四、保障措施/);
    const moved = await after_(authorCommands.moveItemUp, ITEMS.replace("乙事", "乙｜事"));
    assert.match(moved, /（一）乙｜事。做好乙。\n（二）甲事/);
    assert.match(await after_(authorCommands.moveItemDown, ITEMS.replace("甲事", "甲｜事")), /（二）甲｜事/);
    assert.match(await after_(authorCommands.renumberAll, `${GAP}｜`), /三、保障措施/);
    assert.match(await after_(authorCommands.renumber, GAP.replace("四、", "｜四、")), /三、保障措施/);
    assert.equal(await after_(authorCommands.renumber, GAP.replace("（一）", "｜（一）")), "—");
  });

  it("整理粘贴文本：说明改了什么；干净的文本不作答", async () => {
    const pasted =
      "一、总体要求\u200b\n坚持以人民为中心的发展思想，全面贯彻党的教育方针，落实立德树人根\n本任务，办好人民满意的教育。\n";
    const cleaned = await desk.command<CleanedText>(authorCommands.cleanPaste, { text: pasted });
    assert.ok(!cleaned.text.includes("\u200b"));
    assert.ok(cleaned.repairs.every(({ name, count: many }) => /\p{Script=Han}/u.test(name) && many > 0));
    assert.equal(await desk.command(authorCommands.cleanPaste, { text: ITEMS }), null);
  });

  it("新建文稿：从上年文稿移年份，注明须核对之处；没有上年的用骨架", async () => {
    const drafts = await desk.command<KnownDraft[]>(authorCommands.drafts);
    const last = drafts.find(({ years }) => years?.[1] === 2025);
    assert.equal(last?.kind, "annual-points");
    const made = await desk.command<NewDraftText>(authorCommands.newDraft, {
      kind: last?.kind,
      year: 2026,
      from: last?.uri,
    });
    assert.match(made.text, /^云岭市教育局2026年工作要点/);
    assert.ok(made.attention.length >= 3);
    assert.match(made.attention[0]?.note ?? "", /目标/);
    const bare = await desk.command<NewDraftText>(authorCommands.newDraft, { kind: "opinion", year: 2027 });
    assert.match(bare.text, /指导思想/);
    assert.equal(
      await desk.command(authorCommands.newDraft, { kind: "opinion", year: 2027, from: "file:///x" }),
      null,
    );
  });

  it("由文件夹里的文稿拟出名册", async () => {
    const text = await desk.command<string>(authorCommands.proposeConfig);
    assert.match(text, /"roster"/);
    const elsewhere = mkdtempSync(join(tmpdir(), "hegao-elsewhere-"));
    for (const year of ["2025", "2026"])
      writeFileSync(join(elsewhere, `外地${year}年工作要点.plan`), GAP.replaceAll("基础教育科", "外地科"));
    const folder = pathToFileURL(elsewhere).href;
    const beside = await desk.command<string>(authorCommands.proposeConfig, { folder });
    assert.ok(
      beside.includes("由 2 份文稿拟出") && beside.includes("外地科") && !beside.includes("基础教育科"),
    );
    rmSync(elsewhere, { recursive: true });
  });

  it("残缺的参数不会让服务停下", async () => {
    for (const command of Object.values(authorCommands)) {
      for (const argument of [undefined, {}, { uri: 7 }, { uri: "file:///none", position: null }])
        await desk.command(command, argument).catch(() => undefined);
    }
    assert.ok(Array.isArray(await desk.command(authorCommands.drafts)));
  });

  timed("两万字的文稿，回车的回答在一帧上下", async () => {
    const one = readFileSync("examples/bureau/2026/云岭市教育局2026年工作要点.plan", "utf8");
    const long = one + one.slice(one.indexOf("一、")).repeat(3);
    const line = long.split("\n").findIndex((words) => words.startsWith("责任科室"));
    const character = long.split("\n")[line]?.length ?? 0;
    const { uri } = await desk.open("长.plan", long);
    const position = { line, character };
    await desk.command(authorCommands.continueItem, { uri, position });
    const times: number[] = [];
    for (let i = 0; i < 9; i++) {
      const range = { start: position, end: position };
      await lsp.change(desk.client, uri, { version: i + 2, range, text: "局" });
      const started = performance.now();
      await desk.command(authorCommands.continueItem, { uri, position });
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    // The best of several runs: this machine does other things beside.
    assert.ok((times[1] ?? Infinity) < 50, times.map((ms) => ms.toFixed(1)).join(" "));
  });
});
