import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { rules } from "../../server/src/check/registry.js";
import { createFolder, type Folder } from "../../server/src/lsp/folder.js";
import type { Drafts } from "../../server/src/lsp/drafts.js";
import { noPlanFiles, type PlanFiles } from "../../server/src/lsp/planFiles.js";
import { createPlanService } from "../../server/src/service/planService.js";
import { GAP } from "./drafts.js";
import * as lsp from "./lspClient.js";

const ROOT = "file:///稿";
const A = `${ROOT}/a.plan`;
const B = `${ROOT}/b.plan`;
const NONE: readonly string[] = [];

/** A plan that takes seconds to check, with none of what is wrong in `GAP`. */
function vast(): string {
  const item = (i: number): string =>
    `${i}.办好第${i}件实事，2026年底前达到${i % 100}%。责任科室：第${i % 50}科\n`;
  return `某局2026年工作要点\n${Array.from({ length: 14_000 }, (_, i) => item(i + 1)).join("")}`;
}

describe("语言服务：问与答之间变了的", () => {
  const uri = "file:///w/a.plan";
  let client: lsp.LspClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  const close = async (of: lsp.LspClient): Promise<void> =>
    of.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });

  it("核对途中关了又开（版本都从 1 起）：作答的是新开的这份，下次也是", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    await lsp.open(client, uri, vast());
    // Answered when the draft has been read: from now on it is being checked.
    await client.connection.sendRequest("textDocument/foldingRange", { textDocument: { uri } });
    const first = lsp.pulled(client, uri);
    await pause(150);
    await close(client);
    await lsp.open(client, uri, GAP);
    const answers = [await first, await lsp.pulled(client, uri), await lsp.pulled(client, uri)];
    assert.deepEqual(answers.map(lsp.rules), Array(3).fill(["numbering-gap"]));
  });

  it("没有关就又开，版本还是 1，文字已是别的：照新的文字作答", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    await lsp.open(client, uri, "一、总体要求\n二、重点任务\n");
    const before = lsp.rules(await lsp.pulled(client, uri));
    await lsp.open(client, uri, GAP);
    assert.ok(!before.includes("numbering-gap"));
    assert.deepEqual(lsp.rules(await lsp.pulled(client, uri)), ["numbering-gap"]);
  });

  it("文稿极大，核对到一半改了设置：先推送的不会盖住后推送的", async () => {
    let settings: unknown = null;
    client = await lsp.startClient({ capabilities: lsp.pushed, settingsOf: () => settings });
    const { connection } = client;
    const pushes: number[] = [];
    connection.onNotification(
      "textDocument/publishDiagnostics",
      ({ diagnostics }: { diagnostics: unknown[] }) => {
        pushes.push(diagnostics.length);
      },
    );
    await lsp.open(client, uri, `${vast()}二、重点任务\n四、保障措施\n`);
    await connection.sendRequest("textDocument/foldingRange", { textDocument: { uri } });
    await pause(150);
    assert.deepEqual(pushes, []);
    settings = { rules: Object.fromEntries(rules.map(({ id }) => [id, "off"])) };
    await connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    while (pushes.length < 2) await pause(50);
    await pause(500);
    assert.equal(pushes.at(-1), 0, pushes.join());
  });

  it("客户端说不出有哪些文件夹：照样核对，照样在打开的文稿里找", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern });
    client.connection.onRequest("workspace/workspaceFolders", () => {
      throw new Error("not now");
    });
    await lsp.open(client, uri, GAP);
    assert.deepEqual(lsp.rules(await lsp.pulled(client, uri)), ["numbering-gap"]);
    const symbols = await client.connection.sendRequest("workspace/symbol", { query: "" });
    assert.ok(Array.isArray(symbols) && symbols.length > 0, JSON.stringify(symbols));
  });
});

/** Files in memory that are read as slowly as the test wants. */
function slowDisk(texts: Map<string, string>) {
  const waiting: (() => void)[] = [];
  const files: PlanFiles = {
    ...noPlanFiles,
    list: async (folder) =>
      [...texts.keys()]
        .filter((uri) => uri.startsWith(`${folder}/`))
        .map((uri) => ({ uri, name: uri.slice(folder.length + 1), kind: "file" as const })),
    read(uri) {
      const text = texts.get(uri);
      return new Promise((done) => waiting.push(() => done(text)));
    },
  };
  const turn = async (): Promise<void> => {
    while (waiting.length === 0) await pause(5);
    waiting.shift()?.();
  };
  return { files, turn, waiting };
}

describe("工作区里的文稿：读到一半变了的", () => {
  const texts = new Map<string, string>();
  const plan = (title: string): string => `云岭市教育局2026年${title}\n一、总体要求\n`;
  let folders: readonly string[];
  const make = (files: PlanFiles): Folder => {
    const drafts: Pick<Drafts, "get" | "all"> = { get: () => undefined, all: () => NONE };
    const reader = createPlanService({
      locale: "zh-CN",
      settings: { rules: {}, kinds: {}, roster: [], terms: [], sections: {} },
    });
    return createFolder({ drafts: drafts as Drafts, files, reader, folders: async () => folders });
  };
  beforeEach(() => {
    folders = [ROOT];
    texts.clear();
    texts.set(A, plan("工作要点"));
  });
  const titles = async (folder: Folder): Promise<string[]> => (await folder.all()).map(({ title }) => title);

  it("正读着时改了：记住的是改后的", async () => {
    const { files, turn, waiting } = slowDisk(texts);
    const folder = make(files);
    const first = titles(folder);
    while (waiting.length === 0) await pause(5);
    texts.set(A, plan("实施方案"));
    folder.changed([A]);
    const second = titles(folder);
    await turn();
    await turn();
    await first;
    assert.match((await second).join(), /实施方案/);
  });

  it("要看全文的也一样：下次看的是改后的", async () => {
    const { files, turn, waiting } = slowDisk(texts);
    const folder = make(files);
    const all = titles(folder);
    await turn();
    await all;
    const read = async (): Promise<string[]> => {
      const found: string[] = [];
      for await (const draft of folder.draftsWith([""])) found.push(draft.plan.title?.text ?? "");
      return found;
    };
    const first = read();
    while (waiting.length === 0) await pause(5);
    texts.set(A, plan("实施方案"));
    folder.changed([A]);
    await turn();
    await first;
    const second = read();
    await turn();
    await turn();
    assert.match((await second).join(), /实施方案/);
  });

  it("正读着时文件夹换了：旧文件夹里的不再留着", async () => {
    texts.set(B, plan("实施方案"));
    const { files, turn, waiting } = slowDisk(texts);
    const folder = make(files);
    const first = folder.all();
    while (waiting.length === 0) await pause(5);
    folders = ["file:///别处"];
    texts.set("file:///别处/c.plan", plan("规划"));
    folder.renew();
    const second = titles(folder);
    const turns = (async () => {
      for (let i = 0; i < 3; i++) await turn();
    })();
    await first;
    assert.deepEqual(
      (await second).map((title) => title.replace(/^.*年/, "")),
      ["规划"],
    );
    void turns;
  });

  it("有一份读不出（网上的文件夹断了）：别的照样在，以后再问也答", async () => {
    texts.set(B, plan("实施方案"));
    const { files, turn } = slowDisk(texts);
    const read: PlanFiles["read"] = (uri) =>
      uri === A ? Promise.reject(new Error("offline")) : files.read(uri);
    const folder = make({ ...files, read });
    const first = titles(folder);
    await turn();
    assert.match((await first).join(), /实施方案/);
    assert.equal((await titles(folder)).length, 1);
  });
});
