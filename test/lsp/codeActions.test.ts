import assert from "node:assert/strict";
import type { ApplyWorkspaceEditParams, CodeAction, TextDocumentEdit } from "vscode-languageserver/node";
import { GAP, LOST } from "./drafts.js";
import * as lsp from "./lspClient.js";

const uri = "file:///w/a.plan";

function actions(client: lsp.LspClient, line: number, only?: string[]): Promise<CodeAction[]> {
  return client.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: lsp.lineRange(line, 0, 1),
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
}

describe("语言服务：快速修正", () => {
  let client: lsp.LspClient | undefined;
  afterEach(() => client?.stop());

  it("首选在前，改动绑定文稿版本，带上所修正的诊断", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    await lsp.open(client, uri, GAP);
    const [first, ...more] = await actions(client, 11, ["quickfix"]);
    assert.equal(first?.isPreferred, true);
    assert.equal(first.kind, "quickfix");
    assert.equal(first.diagnostics?.[0]?.code, "numbering-gap");
    assert.ok(more.every((action) => !action.isPreferred));
    const [change] = (first.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.textDocument, { uri, version: 1 });
    assert.match(lsp.applied(GAP, first.edit), /^三、保障措施$/m);
    assert.deepEqual(await actions(client, 3, ["quickfix"]), []);
  });

  it("不识版本的客户端得到普通改动", async () => {
    const { workspaceEdit: _, ...workspace } = lsp.modern.workspace ?? {};
    client = await lsp.startClient({ capabilities: { ...lsp.modern, workspace } });
    await lsp.open(client, uri, GAP);
    const [first] = await actions(client, 11);
    assert.deepEqual(Object.keys(first?.edit?.changes ?? {}), [uri]);
  });

  it("全部修正只取稳妥的修正", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    await lsp.open(client, uri, LOST);
    const [all, ...more] = await actions(client, 0, ["source.fixAll"]);
    assert.deepEqual([all?.kind, more.length], ["source.fixAll.hegao", 0]);
    assert.equal(lsp.applied(LOST, all?.edit), GAP);
    assert.deepEqual(await actions(client, 0, ["source.organizeImports"]), []);
  });

  it("全部修正一次到底：改好一处才显出来的，也一并改好", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    const draft = "一、任务\n学习《保教指南》、、《督导办法》，办好园。。\n";
    await lsp.open(client, uri, draft);
    const [all] = await actions(client, 0, ["source.fixAll"]);
    assert.equal(lsp.applied(draft, all?.edit), "一、任务\n学习《保教指南》《督导办法》，办好园。\n");
  });

  it("同一规则的多处可一次修正", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    await lsp.open(client, uri, LOST.replace("（三）", "（）"));
    const found = await actions(client, 7, ["quickfix"]);
    const all = found.find((action) => action.title.includes("numbering-style"));
    assert.equal(lsp.applied(LOST.replace("（三）", "（）"), all?.edit), GAP);
  });

  it("命令“全部修正”由服务请客户端改动", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    const asked: ApplyWorkspaceEditParams[] = [];
    client.connection.onRequest("workspace/applyEdit", (params: ApplyWorkspaceEditParams) => {
      asked.push(params);
      return { applied: true };
    });
    await lsp.open(client, uri, LOST);
    const command = "hegao.server.fixAll";
    assert.equal(
      await client.connection.sendRequest("workspace/executeCommand", { command, arguments: [uri] }),
      true,
    );
    assert.equal(lsp.applied(LOST, asked[0]?.edit), GAP);
    const closed = { command, arguments: ["file:///w/closed.plan"] };
    assert.equal(await client.connection.sendRequest("workspace/executeCommand", closed), false);
  });

  it("hegao/status 说明认出了什么", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    await lsp.open(client, uri, GAP);
    const status = await client.connection.sendRequest("hegao/status", { uri });
    assert.deepEqual(status, {
      version: 1,
      kind: "annual-points",
      kindName: "工作要点",
      title: "云岭市教育局2026年工作要点",
      planYears: [2026, 2026],
      counts: { error: 0, warning: 1, info: 0, hint: 0 },
    });
    assert.equal(await client.connection.sendRequest("hegao/status", { uri: "file:///w/closed.plan" }), null);
  });
});
