import assert from "node:assert/strict";
import type {
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  Hover,
  InlayHint,
  Location,
  MarkupContent,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { type Desk, startDesk, until, writer } from "./author.js";
import { GAP } from "./drafts.js";
import { escaped } from "../../server/src/lsp/hover.js";
import * as lsp from "./lspClient.js";

const LAST = GAP.replaceAll("2026", "2025").replaceAll("四、", "三、");
const CLEAN = GAP.replaceAll("四、", "三、");
const roster = [{ full: "基础教育科", aliases: ["基教科"], lead: "王副局长" }, { full: "安全稳定科" }];
const files = {
  "往年/云岭市教育局2025年工作要点.plan": LAST.replace("基础教育科", "基教科"),
  "hegao.config.json": JSON.stringify({ roster, earlier: ["往年"] }),
};

describe("语言服务：看得见", () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await startDesk(files);
  });
  afterEach(() => desk.close());

  /** Opens a draft and waits until the folder has been read. */
  async function draft(text: string): Promise<{ readonly uri: string; readonly position: object }> {
    const opened = await desk.open("云岭市教育局2026年工作要点.plan", text);
    await desk.ask("workspace/symbol", { query: "" });
    return opened;
  }
  const at = (uri: string, position: object): object => ({ textDocument: { uri }, position });

  it("悬停：科室的任务、分管、别称与往年的任务数；上年的对应条", async () => {
    const { uri, position } = await draft(CLEAN.replace("：基础教育科", "：基础｜教育科"));
    const hover = await desk.ask<Hover>("textDocument/hover", at(uri, position));
    const told = (hover.contents as MarkupContent).value;
    assert.match(told, /^\*\*基础教育科\*\*\n\n- 又称：基教科/);
    assert.match(told, /分管：王副局长/);
    assert.match(told, /本稿1项任务，牵头1项\n- （一）扩大学前教育资源|二、（一）扩大学前教育资源/);
    const item = { line: 5, character: 6 };
    const ask = async (): Promise<string> => {
      const found = await desk.ask<Hover>("textDocument/hover", at(uri, item));
      return (found.contents as MarkupContent).value;
    };
    await until(ask, (value) => value.includes("上年：（一）扩大学前教育资源"));
  });

  it("悬停：几份同题的文稿按文件名分清", async () => {
    desk.write("云岭市教育局2026年工作要点（送审稿）.plan", CLEAN);
    const { uri, position } = await draft(CLEAN.replace("：基础教育科", "：基础｜教育科"));
    const ask = async (): Promise<string> => {
      const found = await desk.ask<Hover>("textDocument/hover", at(uri, position));
      return (found.contents as MarkupContent).value;
    };
    const told = await until(ask, (value) => value.includes("送审稿"));
    assert.match(told, /（送审稿）\\?\.plan：\d+项任务/);
    assert.doesNotMatch(told, /云岭市教育局2026年工作要点：/);
  });

  it("悬停里文稿与名册的字照原样显示，不成标签、图片、链接、标题", () => {
    assert.equal(
      escaped("&lt;b&gt;\n\n# ![甲](http://x/y.png)"),
      "\\&lt;b\\&gt; \\# \\!\\[甲\\](http://x/y.png)",
    );
  });

  it("行内提示：从上级标题得来的年份", async () => {
    const text = "云岭市发展规划\n一、到2027年的目标\n（一）扩大学位。新增学位达到3000个。\n";
    const { uri } = await draft(text);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await desk.ask<InlayHint[]>("textDocument/inlayHint", { textDocument: { uri }, range });
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, label]),
      [[2, "2027年"]],
    );
  });

  it("章节上方的计数与问题一致", async () => {
    const { uri } = await draft(CLEAN.replace("责任科室：组织人事科\n", ""));
    const lenses = await desk.ask<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
    const [tasks] = lenses.filter(({ range }) => range.start.line === 4);
    assert.equal(tasks?.command?.title, "任务3项 · 未写责任1项 · 目标3个 · 未写年份0个");
    const found = await lsp.pulled(desk.client, uri);
    assert.ok(lsp.rules(found).includes("responsibility-missing"));
  });

  it("着色：整篇、增量、局部三种答法一致", async () => {
    const { uri } = await draft(CLEAN);
    const full = await desk.ask<SemanticTokens>("textDocument/semanticTokens/full", {
      textDocument: { uri },
    });
    assert.ok(full.resultId);
    assert.equal(full.data.length % 5, 0);
    assert.ok(full.data.length > 50);
    const range = lsp.lineRange(6, 0, 0);
    await lsp.change(desk.client, uri, { version: 2, range, text: "责任科室：办公室\n" });
    const delta = await desk.ask<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", {
      textDocument: { uri },
      previousResultId: full.resultId,
    });
    const data = [...full.data];
    for (const { start, deleteCount, data: put } of delta.edits)
      data.splice(start, deleteCount, ...(put ?? []));
    const again = await desk.ask<SemanticTokens>("textDocument/semanticTokens/full", {
      textDocument: { uri },
    });
    assert.deepEqual(data, again.data);
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const part = await desk.ask<SemanticTokens>("textDocument/semanticTokens/range", {
      textDocument: { uri },
      range: whole,
    });
    assert.deepEqual(part.data, again.data);
  });

  it("同一科室处处高亮；引用及于全文件夹，别称也算", async () => {
    const { uri, position } = await draft(
      CLEAN.replace("：基础教育科", "：｜基础教育科").replace("办好家门口", "由基教科牵头办好家门口"),
    );
    const highlights = await desk.ask<DocumentHighlight[]>(
      "textDocument/documentHighlight",
      at(uri, position),
    );
    assert.deepEqual(
      highlights.map(({ range }) => range.start.line),
      [3, 6],
    );
    const references = await desk.ask<Location[]>("textDocument/references", {
      ...at(uri, position),
      context: { includeDeclaration: true },
    });
    const elsewhere = references.filter((one) => one.uri !== uri);
    assert.deepEqual(
      elsewhere.map((one) => [decodeURIComponent(one.uri).split("/").at(-1), one.range.start.line]),
      [["云岭市教育局2025年工作要点.plan", 6]],
    );
  });

  it("转到定义：科室到名册，见第（三）项到该条，《…》到文件", async () => {
    const text = CLEAN.replace("新建公办幼儿园3所。", "见第（三）项，落实《云岭市教育局2025年工作要点》。");
    const { uri } = await draft(text);
    const find = async (words: string): Promise<Location | null> => {
      const line = text.split("\n").findIndex((one) => one.includes(words));
      const character = (text.split("\n")[line]?.indexOf(words) ?? 0) + 1;
      return desk.ask("textDocument/definition", at(uri, { line, character }));
    };
    const listed = await find("基础教育科");
    assert.equal(listed?.uri, desk.uri("hegao.config.json"));
    assert.equal((await find("第（三）项"))?.range.start.line, 9);
    const cited = await find("云岭市教育局2025年");
    assert.equal(cited?.uri, desk.uri("往年/云岭市教育局2025年工作要点.plan"));
    const links = await desk.ask<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri } });
    assert.deepEqual(
      links.map(({ target }) => target),
      [desk.uri("往年/云岭市教育局2025年工作要点.plan")],
    );
  });

  const rename = async (newName: string): Promise<WorkspaceEdit> => {
    const { uri, position } = await draft(CLEAN.replace("：基础教育科", "：｜基础教育科"));
    return desk.ask<WorkspaceEdit>("textDocument/rename", { ...at(uri, position), newName });
  };
  const changed = ({ documentChanges = [], changeAnnotations = {} }: WorkspaceEdit): unknown[] =>
    documentChanges.map((one) => {
      assert.ok("edits" in one);
      const file = decodeURIComponent(one.textDocument.uri).split("/").at(-1);
      const asks = one.edits.map((edit) =>
        "annotationId" in edit ? changeAnnotations[edit.annotationId]?.needsConfirmation : undefined,
      );
      return [file, one.textDocument.version, ...asks];
    });

  it("科室改名：本稿、同年文稿、名册直接改，往年的先问；别称也改", async () => {
    desk.write("云岭市2026年实施方案.txt", "云岭市2026年实施方案\n一、任务\n责任科室：基教科\n");
    const { uri, position } = await draft(CLEAN.replace("：基础教育科", "：｜基础教育科"));
    const prepared = await desk.ask<{ placeholder: string }>("textDocument/prepareRename", at(uri, position));
    assert.equal(prepared.placeholder, "基础教育科");
    const edit = await rename("学前教育科");
    assert.deepEqual(changed(edit), [
      ["云岭市教育局2026年工作要点.plan", 1, false],
      ["云岭市2026年实施方案.txt", null, false],
      ["云岭市教育局2025年工作要点.plan", null, true],
      ["hegao.config.json", null, false, false],
    ]);
    assert.match(edit.changeAnnotations?.["earlier"]?.description ?? "", /已印发/);
    const team = lsp.applied(files["hegao.config.json"], {
      documentChanges: edit.documentChanges?.slice(-1) ?? [],
    });
    assert.deepEqual((JSON.parse(team) as { roster: unknown[] }).roster[0], {
      ...roster[0],
      full: "学前教育科",
      aliases: ["基础教育科", "基教科"],
    });
  });

  it("不会先问的编辑器，改名不动往年文稿", async () => {
    const { changeAnnotationSupport: _, ...edits } = writer.workspace?.workspaceEdit ?? {};
    await desk.close();
    desk = await startDesk(files, {
      capabilities: { ...writer, workspace: { ...writer.workspace, workspaceEdit: edits } },
    });
    assert.deepEqual(changed(await rename("学前教育科")), [
      ["云岭市教育局2026年工作要点.plan", 1, undefined],
      ["hegao.config.json", null, undefined, undefined],
    ]);
  });

  it("别处不能改名，名称不合规矩有话说", async () => {
    const { uri } = await draft(CLEAN);
    const refused = (promise: Promise<unknown>): Promise<void> => assert.rejects(promise, /科室/);
    await refused(desk.ask("textDocument/prepareRename", at(uri, { line: 3, character: 3 })));
    await refused(rename("甲、乙"));
  });

  it("逐步扩选：句、段、条、章、全文", async () => {
    const { uri } = await draft(CLEAN);
    const [range] = await desk.ask<SelectionRange[]>("textDocument/selectionRange", {
      textDocument: { uri },
      positions: [{ line: 5, character: 14 }],
    });
    const lines: number[] = [];
    for (let one: SelectionRange | undefined = range; one; one = one.parent)
      lines.push(one.range.end.line - one.range.start.line);
    assert.ok(lines.length >= 5, lines.join());
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
  });

  it("排版：整篇与选中的几行", async () => {
    const text = CLEAN.replace("（二）", "(二)").replace("，强化", ",强化");
    const { uri } = await draft(text);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await desk.ask<TextEdit[]>("textDocument/formatting", { textDocument: { uri }, options });
    assert.equal(lsp.applied(text, { changes: { [uri]: edits } }), CLEAN);
    const some = await desk.ask<TextEdit[]>("textDocument/rangeFormatting", {
      textDocument: { uri },
      options,
      range: lsp.lineRange(7, 0, 3),
    });
    assert.equal(lsp.applied(text, { changes: { [uri]: some } }), text.replace("(二)", "（二）"));
  });

  it("全文件夹按字、按科室、按年份找任务；开着的以编辑器里的为准，文件改了随之更新", async () => {
    const { uri } = await draft(CLEAN.replace("守牢安全底线", "守牢校园安全"));
    const find = async (query: string): Promise<string[]> => {
      const found = await desk.ask<SymbolInformation[]>("workspace/symbol", { query });
      return found.map((one) => `${one.containerName?.slice(6, 11)} ${one.name}`);
    };
    assert.deepEqual(await find("安全"), ["2026年 （三）守牢校园安全", "2025年 （三）守牢安全底线"]);
    assert.deepEqual(await find("2025 安全稳定"), ["2025年 （三）守牢安全底线 〔2025、安全稳定科〕"]);
    desk.write("往年/云岭市教育局2025年工作要点.plan", LAST.replace("守牢安全底线", "筑牢消防安全"));
    const changed = { uri: desk.uri("往年/云岭市教育局2025年工作要点.plan"), type: 2 };
    await desk.client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [changed] });
    assert.deepEqual(await find("消防"), ["2025年 （三）筑牢消防安全"]);
    assert.ok(uri);
  });
});
