import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { GAP, LOST } from "./drafts.js";
import * as lsp from "./lspClient.js";

const uri = "file:///w/a.plan";
const gapLine = 11;

describe("语言服务：诊断", () => {
  let client: lsp.LspClient | undefined;
  afterEach(() => client?.stop());

  it("推送：规则、来源、级别、规则页、版本；改好即清，关闭即清", async () => {
    client = await lsp.startClient({ initializationOptions: { rulesBase: "file:///ext/docs/rules/" } });
    await lsp.open(client, uri, GAP);
    const [found, ...more] = await lsp.pushedFor(client, uri, (rules) => rules.length > 0);
    assert.ok(found);
    assert.equal(more.length, 0);
    assert.equal(found.code, "numbering-gap");
    assert.equal(found.source, "hegao");
    assert.equal(found.severity, 2);
    assert.equal(found.codeDescription?.href, "file:///ext/docs/rules/numbering-gap.md");
    assert.equal(found.range.start.line, gapLine);
    assert.equal(client.published.get(uri)?.version, 1);
    await lsp.change(client, uri, { version: 2, range: lsp.lineRange(gapLine, 0, 1), text: "三" });
    await lsp.pushedFor(client, uri, (rules) => rules.length === 0);
    assert.equal(client.published.get(uri)?.version, 2);
    await lsp.change(client, uri, { version: 3, range: lsp.lineRange(gapLine, 0, 1), text: "五" });
    await lsp.pushedFor(client, uri, (rules) => rules.length === 1);
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await lsp.pushedFor(client, uri, (rules) => rules.length === 0);
  });

  it("相关位置：与之相冲突的编号", async () => {
    client = await lsp.startClient();
    await lsp.open(client, uri, GAP.replace("四、", "二、"));
    const [found] = await lsp.pushedFor(client, uri, (rules) => rules.length > 0);
    assert.equal(found?.code, "numbering-duplicate");
    const [place] = found.relatedInformation ?? [];
    assert.equal(place?.location.uri, uri);
    assert.equal(place.location.range.start.line, 4);
  });

  it("拉取：能拉取的客户端不再推送；未变的只说未变", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
      identifier: "hegao",
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    await lsp.open(client, uri, GAP);
    const ask = { textDocument: { uri } };
    type Report = { kind: string; resultId?: string; items?: { code: string }[] };
    const first = await client.connection.sendRequest<Report>("textDocument/diagnostic", ask);
    assert.deepEqual([first.kind, first.items?.map((one) => one.code)], ["full", ["numbering-gap"]]);
    const again = await client.connection.sendRequest<Report>("textDocument/diagnostic", {
      ...ask,
      previousResultId: first.resultId,
    });
    assert.deepEqual(again, { kind: "unchanged", resultId: first.resultId });
    await pause(200);
    assert.equal(client.published.size, 0);
    assert.deepEqual(await lsp.pulled(client, "file:///w/closed.plan"), []);
  });

  it("拉取：改了字而没有一处问题变了位置，只说未变；变了就全给，换了编号", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    await lsp.open(client, uri, GAP);
    type Report = { kind: string; resultId: string; items?: { code: string }[] };
    const { connection } = client;
    const pull = (previousResultId?: string): Promise<Report> =>
      connection.sendRequest<Report>("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
    const { resultId } = await pull();
    await lsp.change(client, uri, { version: 2, range: lsp.lineRange(3, 0, 0), text: "要" });
    assert.deepEqual(await pull(resultId), { kind: "unchanged", resultId });
    assert.equal((await pull()).kind, "full", "没有说起上次的，给全部");
    await lsp.change(client, uri, { version: 3, range: lsp.lineRange(3, 0, 0), text: "\n" });
    const moved = await pull(resultId);
    assert.deepEqual([moved.kind, moved.items?.length], ["full", 1]);
    assert.notEqual(moved.resultId, resultId);
  });

  it("到了上限，列最要紧的", async () => {
    client = await lsp.startClient({
      capabilities: lsp.modern,
      settingsOf: () => ({ maxNumberOfProblems: 1, rules: { "numbering-style": "hint" } }),
    });
    await lsp.open(client, uri, LOST);
    const found = await lsp.pulled(client, uri);
    // The other one stands before it.
    assert.deepEqual(lsp.rules(found.slice(1)), ["numbering-gap"]);
  });

  it("问题过多时只列上限，并说明还有多少", async () => {
    client = await lsp.startClient({
      capabilities: lsp.modern,
      settingsOf: () => ({ maxNumberOfProblems: 1 }),
    });
    await lsp.open(client, uri, LOST);
    const found = await lsp.pulled(client, uri);
    assert.equal(found.length, 2);
    assert.match(String(found[0]?.message), /共发现 2 处/);
    assert.equal(found[0]?.severity, 3);
  });

  it("只在保存时检查的设置，对推送同样有效", async () => {
    client = await lsp.startClient({ settingsOf: () => ({ run: "onSave" }) });
    await lsp.open(client, uri, GAP);
    await lsp.pushedFor(client, uri, (rules) => rules.length === 1);
    await lsp.change(client, uri, { version: 2, range: lsp.lineRange(gapLine, 0, 1), text: "三" });
    await pause(400);
    assert.equal(client.published.get(uri)?.version, 1);
    await client.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
    await lsp.pushedFor(client, uri, (rules) => rules.length === 0);
  });

  for (const [locale, pattern] of [
    ["zh-cn", /编号/],
    ["en-US", /number/],
    [undefined, /编号/],
  ] as const) {
    it(`说明的语言随客户端：${locale ?? "未说明"}`, async () => {
      client = await lsp.startClient(locale ? { locale } : {});
      await lsp.open(client, uri, GAP);
      const [found] = await lsp.pushedFor(client, uri, (rules) => rules.length > 0);
      assert.match(String(found?.message), pattern);
    });
  }
});
