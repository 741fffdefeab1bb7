import assert from "node:assert/strict";
import fc from "fast-check";
import type { Diagnostic, DocumentSymbol, SemanticTokensEdit } from "vscode-languageserver/node";
import * as lsp from "./lspClient.js";

const DRAFT = `云岭市教育局2026年工作要点
一、总体要求
落实《云岭市教育规划》，到2027年，义务教育巩固率达到99%。
二、重点任务
（一）扩大学前教育资源。新建幼儿园3所、小学5所。
责任科室：基础教育科、规划财务科
（三）提升教师素质，，培训教师200人次。（组织人事科牵头）
责任科室：组织人事科、基础教育科
三、保障措施
1.加强领导。
2.加强督查，，抓好落实。
`;

/** What an editor keeps of a draft, brought up to date by every answer as an editor does. */
interface Kept {
  readonly uri: string;
  readonly items: readonly Diagnostic[];
  readonly itemsId: string | undefined;
  readonly symbols: readonly DocumentSymbol[];
  readonly tokens: readonly number[];
  readonly tokensId: string | undefined;
}

describe("语言服务：一边打字一边问", () => {
  let client: lsp.LspClient;
  before(async () => (client = await lsp.startClient({ capabilities: lsp.modern })));
  after(() => client.stop());

  it("每次只答变了的，合起来与重新打开的一字不差", async () => {
    const piece = fc.constantFrom(
      "",
      "",
      "育",
      "，，",
      "二、",
      "（二）",
      "\n",
      "\r\n",
      "责任科室：",
      "、办公室",
      "到2028年",
      "《",
      "95%",
    );
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(3), piece), { minLength: 1, maxLength: 10 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(edits, async (steps) => {
        run += 1;
        let kept = await opened(`file:///w/typed${run}.plan`, DRAFT);
        let text = DRAFT;
        for (const [i, [seed, length, put]] of steps.entries()) {
          const start = lsp.outsideLineEnd(text, seed % (text.length + 1));
          const end = lsp.outsideLineEnd(text, Math.min(text.length, start + length));
          const range = { start: lsp.positionAt(text, start), end: lsp.positionAt(text, end) };
          await lsp.change(client, kept.uri, { version: i + 2, range, text: put });
          text = text.slice(0, start) + put + text.slice(end);
          kept = await refreshed(kept);
        }
        const fresh = await opened(`file:///w/fresh${run}.plan`, text);
        assert.deepEqual(shown(kept), shown(fresh));
      }),
      { numRuns: 40 },
    );
  });

  const ask = <T>(kept: Kept, method: string, params: object = {}): Promise<T> =>
    client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: kept.uri }, ...params });

  async function opened(uri: string, text: string): Promise<Kept> {
    await lsp.open(client, uri, text);
    return refreshed({ uri, items: [], itemsId: undefined, symbols: [], tokens: [], tokensId: undefined });
  }

  async function refreshed(kept: Kept): Promise<Kept> {
    const [report, symbols, delta] = await Promise.all([
      ask<{ resultId: string; items?: Diagnostic[] }>(kept, "diagnostic", { previousResultId: kept.itemsId }),
      ask<DocumentSymbol[]>(kept, "documentSymbol"),
      ask<{ resultId: string; data?: number[]; edits?: SemanticTokensEdit[] }>(
        kept,
        "semanticTokens/full/delta",
        {
          previousResultId: kept.tokensId ?? "",
        },
      ),
    ]);
    const tokens = [...(delta.data ?? kept.tokens)];
    for (const { start, deleteCount, data = [] } of delta.edits ?? [])
      tokens.splice(start, deleteCount, ...data);
    return {
      uri: kept.uri,
      items: report.items ?? kept.items,
      itemsId: report.resultId,
      symbols,
      tokens,
      tokensId: delta.resultId,
    };
  }
});

function shown({ uri, items, symbols, tokens }: Kept): unknown {
  return JSON.parse(JSON.stringify({ items, symbols, tokens }).replaceAll(uri, ""));
}
