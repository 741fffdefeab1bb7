import assert from "node:assert/strict";
import type { DocumentSymbol, FoldingRange, SymbolInformation } from "vscode-languageserver/node";
import { GAP } from "./drafts.js";
import * as lsp from "./lspClient.js";

const uri = "file:///w/a.plan";

describe("语言服务：大纲与折叠", () => {
  let client: lsp.LspClient | undefined;
  afterEach(() => client?.stop());

  it("大纲按层级相套，名称为序号加标题，副文为责任科室", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    await lsp.open(client, uri, GAP);
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", {
      textDocument: { uri },
    });
    const told = (list: readonly DocumentSymbol[]): unknown[] =>
      list.map(({ name, detail, children }) => [name, detail, told(children ?? [])]);
    assert.deepEqual(told(symbols), [
      ["一、总体要求", "", []],
      [
        "二、重点任务",
        "",
        [
          ["（一）扩大学前教育资源", "基础教育科、规划财务科", []],
          ["（二）提升教师素质", "组织人事科", []],
          ["（三）守牢安全底线", "安全稳定科", []],
        ],
      ],
      ["四、保障措施", "", []],
    ]);
    const [first] = symbols;
    assert.deepEqual(first?.selectionRange, lsp.lineRange(2, 0, 6));
  });

  it("不识层级的客户端得到平铺的大纲", async () => {
    client = await lsp.startClient({ capabilities: {} });
    await lsp.open(client, uri, GAP);
    const symbols = await client.connection.sendRequest<SymbolInformation[]>("textDocument/documentSymbol", {
      textDocument: { uri },
    });
    assert.equal(symbols.length, 6);
    assert.equal(symbols[2]?.containerName, "二、重点任务");
    assert.equal(symbols[2]?.location.uri, uri);
  });

  it("折叠：从标题行到最后一行字，不吞空行", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    await lsp.open(client, uri, GAP.replace("四、", "\n四、"));
    const ranges = await client.connection.sendRequest<FoldingRange[]>("textDocument/foldingRange", {
      textDocument: { uri },
    });
    assert.deepEqual(
      ranges.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [2, 3],
        [4, 10],
        [5, 6],
        [7, 8],
        [9, 10],
        [12, 13],
      ],
    );
  });
});
