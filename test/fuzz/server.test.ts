import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { readTextFile } from "../../server/src/lsp/files.js";
import { readHere } from "../../server/src/lsp/documentReader.js";
import { createNodeFiles } from "../../server/src/lsp/nodeFiles.js";
import { folderWith } from "../cli/hegao.js";
import { GAP } from "../lsp/drafts.js";
import { skipBecause } from "../support/skipBecause.js";
import { timed } from "../support/timed.js";
import { framed, type RawServer, startRaw } from "./support/rawServer.js";
import { randomOf } from "./support/random.js";

const uri = "file:///w/a.plan";
const textDocument = { uri };
const pulls = { textDocument: { diagnostic: {}, documentSymbol: {} } };
/** Times the work of one run: `npm run fuzz` asks for more. */
const MORE = Number(process.env["HEGAO_FUZZ"] ?? 1);
const SEED = Number(process.env["HEGAO_SEED"] ?? 7);

const METHODS = [
  ..."diagnostic documentSymbol foldingRange codeAction hover definition completion references prepareRename rename".split(
    " ",
  ),
  ..."documentHighlight formatting rangeFormatting onTypeFormatting selectionRange documentLink inlayHint codeLens".split(
    " ",
  ),
  ..."semanticTokens/full semanticTokens/range semanticTokens/full/delta didOpen didChange didSave didClose".split(
    " ",
  ),
].map((name) => `textDocument/${name}`);
const OTHERS = [
  ..."workspace/executeCommand workspace/symbol workspace/didChangeConfiguration workspace/didChangeWatchedFiles".split(
    " ",
  ),
  ..."workspace/didChangeWorkspaceFolders completionItem/resolve codeLens/resolve $/setTrace $/cancelRequest".split(
    " ",
  ),
  ..."hegao/status hegao/compare hegao/tasks hegao/targets hegao/outline hegao/export hegao/answer hegao/nothing".split(
    " ",
  ),
];

async function openDraft(server: RawServer, text: string, at = uri): Promise<void> {
  server.notify("textDocument/didOpen", {
    textDocument: { uri: at, languageId: "policy-plan", version: 1, text },
  });
  await pause(0);
}

/** The server still does its work: it is the only thing that any of the tests asks for. */
async function assertAlive(server: RawServer): Promise<void> {
  const at = `file:///w/alive${Math.random()}.plan`;
  await openDraft(server, GAP, at);
  // A long run of `npm run fuzz` leaves much to be worked off first.
  const { result } = await server.ask(
    "textDocument/diagnostic",
    { textDocument: { uri: at } },
    10_000 * MORE,
  );
  assert.match(JSON.stringify(result), /numbering-gap/, server.ended());
  server.notify("textDocument/didClose", { textDocument: { uri: at } });
}

describe("语言服务：任何来信都打不倒", () => {
  let server: RawServer;
  beforeEach(async () => {
    server = await startRaw({ capabilities: pulls });
  });
  afterEach(() => server.stop());

  it("不成样子的 JSON-RPC", async () => {
    const bodies = [
      "",
      "{",
      "null",
      "[]",
      "[[]]",
      "7",
      '"a"',
      "{}",
      '{"jsonrpc":"2.0"}',
      '{"id":1}',
      '{"jsonrpc":"2.0","id":{},"method":7}',
      '{"jsonrpc":"2.0","id":null,"method":null,"params":null}',
      '{"jsonrpc":"2.0","id":1,"result":1,"error":2}',
      '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":99}}',
      '{"jsonrpc":"2.0","method":"$/cancelRequest"}',
      '{"jsonrpc":"1.0","id":"a","method":"shutdow"}',
      '[{"jsonrpc":"2.0","id":5,"method":"x"}]',
      "\u0000\u0001\u0002",
      `{"jsonrpc":"2.0","id":6,"method":"textDocument/hover","params":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
      '{"jsonrpc":"2.0","id":7,"method":"__proto__","params":{"__proto__":{"a":1}}}',
      '{"jsonrpc":"2.0","id":8,"method":"\ud83d"}',
    ];
    for (const body of bodies) {
      server.bytes(framed(body));
      await pause(5);
      assert.equal(server.ended(), undefined, body.slice(0, 80));
    }
    await assertAlive(server);
  });

  it("任何请求配任何参数", async () => {
    await openDraft(server, GAP);
    const next = randomOf(SEED);
    for (let i = 0; i < 400 * MORE; i++) {
      const all = [...METHODS, ...OTHERS];
      const method = all[next(all.length)] ?? "";
      const params = randomParams(next, 3);
      if (/did|Trace|cancel/.test(method)) server.notify(method, params);
      else void server.ask(method, params).catch(() => undefined);
      if (i % 50 === 0) await pause(1);
      assert.equal(server.ended(), undefined, `${method} ${JSON.stringify(params)}`);
    }
    await assertAlive(server);
  });

  it("乱序：没有打开就改、没有改就关、版本倒退、改到文外、同时来", async () => {
    const next = randomOf(SEED + 1);
    const change = (version: unknown, contentChanges: unknown): void =>
      server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    const range = (): unknown => ({
      start: { line: next(9) - 2, character: next(90) - 5 },
      end: { line: next(9) - 2, character: next(90) - 5 },
    });
    change(5, [{ text: "甲" }]);
    server.notify("textDocument/didClose", { textDocument });
    await openDraft(server, GAP);
    await openDraft(server, GAP);
    for (let i = 0; i < 300 * MORE; i++) {
      change(next(3) === 0 ? next(9) : i, [
        { range: range(), text: ["", "一、", "\n", "\ud83d", "责任科室："][next(5)] },
      ]);
      if (next(20) === 0) server.notify("textDocument/didClose", { textDocument });
      if (next(20) === 0) await openDraft(server, GAP);
      void server.ask("textDocument/diagnostic", { textDocument }).catch(() => undefined);
      void server.ask("textDocument/documentSymbol", { textDocument }).catch(() => undefined);
    }
    await assertAlive(server);
  });

  it("文本不是字：没有的、是数的、是表的，打开或改动都打不倒；之后照样改", async () => {
    await server.stop();
    // Without requests for findings the server checks by itself, where nobody waits for an answer.
    server = await startRaw();
    for (const text of [null, 5, ["甲"]]) {
      server.notify("textDocument/didOpen", {
        textDocument: { uri, languageId: "policy-plan", version: 1, text },
      });
      server.notify("textDocument/didChange", {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text }, null, { range: null, text: "甲" }, { range: { start: 1 }, text: "甲" }],
      });
      await pause(600);
      assert.equal(server.ended(), undefined, String(text));
      server.notify("textDocument/didClose", { textDocument });
    }
    await openDraft(server, "");
    server.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: GAP }],
    });
    const symbols = await server.ask("textDocument/documentSymbol", { textDocument });
    assert.match(JSON.stringify(symbols.result), /range/);
  });

  it("名字不是字的文稿、只是“/”的文件夹：不找到天边去，照样作答", async () => {
    await server.stop();
    server = await startRaw();
    for (const named of [[], {}, null, 5])
      server.notify("textDocument/didOpen", {
        textDocument: { uri: named, languageId: "policy-plan", version: 1, text: GAP },
      });
    server.notify("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: "/", name: "根" }], removed: [] },
    });
    await openDraft(server, GAP, "/w/a.plan");
    await openDraft(server, GAP);
    const symbols = await server.ask("textDocument/documentSymbol", { textDocument }, 10_000);
    assert.match(JSON.stringify(symbols.result), /range/);
  });

  it("改到文末之后的行，哪怕是第十亿行：接在文末，之后的改动仍对得上", async () => {
    const change = (version: number, from: number, to: number, text: string): void =>
      server.notify("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [
          { range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } }, text },
        ],
      });
    await openDraft(server, "甲\n");
    change(2, 1e9, 1e9 + 1, "一、乙\n");
    change(3, 7, 8, "三、丙\n");
    change(4, 0.5, 1, "丁");
    change(5, 0, 1, "题目\n");
    const names = JSON.stringify(
      (await server.ask("textDocument/documentSymbol", { textDocument }, 10_000)).result,
    );
    assert.match(names, /一、乙.*三、丙/);
    const found = JSON.stringify(
      (await server.ask("textDocument/diagnostic", { textDocument }, 10_000)).result,
    );
    assert.match(found, /numbering-gap/);
    assert.match(found, /"start":\{"line":2,"character":0\}/);
  });

  it("两千个请求一拥而上，取消的都有回音", async () => {
    await openDraft(server, GAP);
    const answers = Array.from({ length: 2_000 }, () =>
      server.ask("textDocument/diagnostic", { textDocument }),
    );
    for (let id = 1_000_000; id < 1_002_100; id++) server.notify("$/cancelRequest", { id });
    const kinds = (await Promise.all(answers)).map(({ error }) => error?.code ?? "answered");
    assert.equal(kinds.length, 2_000);
    await assertAlive(server);
  });

  it("10 MB 的一行、一百万个空行、十万层括号、重号、控制字符、孤立的代理项：都有回音", async function () {
    const texts = [
      "坚持稳中求进，".repeat(500_000),
      "\n".repeat(1_000_000),
      `一、${"（《“".repeat(35_000)}${"”》）".repeat(35_000)}`,
      "一、甲\n".repeat(5_000),
      Array.from({ length: 40_000 }, (_, i) => String.fromCharCode(i % 32)).join(""),
      "\ud83d".repeat(50_000),
    ];
    for (const [i, text] of texts.entries()) {
      const at = { textDocument: { uri: `file:///w/huge${i}.plan` } };
      await openDraft(server, text, at.textDocument.uri);
      await server.ask("textDocument/diagnostic", at);
      server.notify("textDocument/didClose", at);
      assert.equal(server.ended(), undefined);
    }
    await assertAlive(server);
  });

  it("文稿极大，核对到一半取消、又改了：照样回话，改后的结果是改后的", async () => {
    const at = { textDocument: { uri: "file:///w/vast.plan" } };
    await openDraft(server, vast(), at.textDocument.uri);
    const first = server.ask("textDocument/diagnostic", at);
    server.notify("$/cancelRequest", { id: server.lastId() });
    await pause(50);
    const second = server.ask("textDocument/diagnostic", at);
    server.notify("textDocument/didChange", {
      textDocument: { ...at.textDocument, version: 2 },
      contentChanges: [{ text: GAP }],
    });
    assert.equal((await first).error?.code, -32800);
    assert.match(JSON.stringify((await second).result), /numbering-gap/);
  });

  timed("文稿极大，核对到一半取消：一秒之内有回音", async () => {
    const at = { textDocument: { uri: "file:///w/vast.plan" } };
    await openDraft(server, vast(), at.textDocument.uri);
    // Reading is one piece of work; what takes long is the check.
    await server.ask("textDocument/foldingRange", at);
    for (const wait of [50, 400, 800]) {
      server.notify("textDocument/didChange", {
        textDocument: { ...at.textDocument, version: wait },
        contentChanges: [
          { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: "\n" },
        ],
      });
      const asked = server.ask("textDocument/diagnostic", at);
      await pause(wait);
      const start = performance.now();
      server.notify("$/cancelRequest", { id: server.lastId() });
      await asked;
      assert.ok(performance.now() - start < 1000, `${wait}: ${performance.now() - start} ms`);
    }
  });

  it("客户端说走就走：管道断了，服务自己结束", async () => {
    await openDraft(server, GAP);
    void server.ask("textDocument/diagnostic", { textDocument }).catch(() => undefined);
    const gone = new Promise((done) => server.process.once("exit", done));
    server.process.stdout?.destroy();
    server.process.stdin?.destroy();
    await Promise.race([gone, pause(60_000)]);
    assert.notEqual(server.ended(), undefined, "the server outlived its client");
  });
});

describe("语言服务：文稿旁边放着什么都不怕", function () {
  this.timeout(120_000);

  it("长过一百万字的、没有尽头的（/dev/zero、管道）都不读，照样核对", async function () {
    if (!existsSync("/dev/zero")) skipBecause(this, "no /dev/zero here");
    const long = `某局2025年工作要点\n${"一、任务\n".repeat(250_000)}`;
    const folder = folderWith({
      "某局2025年工作要点.plan": long,
      "某局2024年工作要点.plan": "一、旧事\n",
    });
    symlinkSync("/dev/zero", join(folder.path, "hegao.config.json"));
    mkdirSync(join(folder.path, ".hegao"));
    symlinkSync("/dev/zero", join(folder.path, ".hegao", "index.json"));
    spawnSync("mkfifo", [join(folder.path, "某局2023年工作要点.plan")]);
    const root = pathToFileURL(folder.path).href;
    const server = await startRaw({ capabilities: pulls, folder: root });
    try {
      const at = { textDocument: { uri: `${root}/a.plan` } };
      await openDraft(server, GAP, at.textDocument.uri);
      assert.match(JSON.stringify(await server.ask("textDocument/diagnostic", at)), /numbering-gap/);
      const nameOf = (year: number): string => `${root}/${encodeURIComponent(`某局${year}年工作要点.plan`)}`;
      const read = await Promise.all(
        [2023, 2024, 2025].map((year) => createNodeFiles(readHere).read(nameOf(year))),
      );
      assert.deepEqual(read, [undefined, "一、旧事\n", undefined]);
      assert.equal(await readTextFile(`${root}/hegao.config.json`), undefined);
      assert.equal(server.ended(), undefined);
    } finally {
      await server.stop();
      folder.remove();
    }
  });
});

/** As long as a hundred plans: checked in several turns. */
function vast(): string {
  const item = (i: number): string =>
    `${i}.完成第${i}项任务，到2026年达到${i % 100}%。责任科室：第${i % 50}科\n`;
  return `某局2026年工作要点\n${Array.from({ length: 14_000 }, (_, i) => item(i + 1)).join("")}`;
}

/** Something that a wrong client might send: a shape that is nearly right more often than not. */
function randomParams(next: (below: number) => number, depth: number): unknown {
  const scalars = [
    null,
    true,
    0,
    -1,
    1e300,
    Number.MAX_SAFE_INTEGER,
    "",
    "甲",
    uri,
    "file:///%",
    "\ud83d",
    "__proto__",
  ];
  const position = { line: next(2000) - 1000, character: next(2000) - 1000 };
  const range = { start: position, end: { line: next(20), character: next(200) } };
  const near = {
    textDocument: { uri, version: next(5) },
    uri,
    position,
    positions: [position],
    range,
    context: { diagnostics: [], only: ["quickfix"], includeDeclaration: true, triggerKind: 1 },
    options: { tabSize: next(8), insertSpaces: true },
    ch: "\n",
    query: "甲",
    newName: "乙科",
    command: "hegao.fixAll",
    arguments: [uri, range],
  };
  switch (next(5)) {
    case 0:
      return scalars[next(scalars.length)];
    case 1:
      return Array.from({ length: next(4) }, () => (depth > 0 ? randomParams(next, depth - 1) : null));
    default: {
      const entries = Object.entries(near).map(([key, value]): [string, unknown] =>
        next(6) === 0 && depth > 0 ? [key, randomParams(next, depth - 1)] : [key, value],
      );
      return Object.fromEntries(entries.filter(() => next(8) > 0));
    }
  }
}
