import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CodeAction } from "vscode-languageserver/node";
import { GAP } from "./drafts.js";
import * as lsp from "./lspClient.js";

const gap = "numbering-gap";

/** What an editor's guest is expected to do beside its work. */
describe("语言服务：礼数", () => {
  let client: lsp.LspClient;
  let root: string;
  const at = (...parts: string[]): string => pathToFileURL(join(root, ...parts)).href;
  const start = async (more: lsp.ClientOptions = {}): Promise<void> => {
    client = await lsp.startClient({ capabilities: lsp.modern, folders: [at()], ...more });
  };
  const run = <T>(command: string, ...values: unknown[]): Promise<T> =>
    client.connection.sendRequest("workspace/executeCommand", { command, arguments: values });
  const actions = (uri: string, line: number, only?: string[]): Promise<CodeAction[]> =>
    client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: lsp.lineRange(line, 0, 20),
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "hegao-manners-"));
    mkdirSync(join(root, "2025"));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(root, { recursive: true });
  });

  it("查看规则说明：客户端有这条命令才给，类别可以绑定按键", async () => {
    await start({ initializationOptions: { showsRules: true } });
    await lsp.open(client, at("稿.plan"), GAP);
    const [action, ...more] = await actions(at("稿.plan"), 11, ["quickfix.hegao.showRule"]);
    assert.equal(more.length, 0);
    assert.equal(action?.title, "查看规则说明（numbering-gap）");
    assert.deepEqual([action.command?.command, action.command?.arguments], ["hegao.showRule", [gap]]);
    await client.stop();
    await start();
    await lsp.open(client, at("稿.plan"), GAP);
    assert.deepEqual(await actions(at("稿.plan"), 11, ["quickfix.hegao.showRule"]), []);
  });

  it("每个动作各有类别，按类别要就只给这一类", async () => {
    await start();
    await lsp.open(client, at("稿.plan"), GAP);
    const kinds = (await actions(at("稿.plan"), 11)).map(({ kind }) => kind);
    for (const kind of ["quickfix", "quickfix.hegao.ignoreHere", "quickfix.hegao.switchOff"])
      assert.ok(kinds.includes(kind), kinds.join());
    const [only, ...more] = await actions(at("稿.plan"), 11, ["quickfix.hegao.ignoreHere"]);
    assert.deepEqual([only?.kind, more.length], ["quickfix.hegao.ignoreHere", 0]);
  });

  it("加入名册：写进团队文件，注释照留，问题随之消失", async () => {
    const file = join(root, "hegao.config.json");
    writeFileSync(file, '{\n  // 名册\n  "roster": [{ "full": "基础教育科" }]\n}\n');
    await start();
    const uri = at("稿.plan");
    await lsp.open(
      client,
      uri,
      GAP.replaceAll("四、", "三、").replace(/责任科室：.*/g, "责任科室：星空观测科"),
    );
    const found = await lsp.pulled(client, uri);
    const unknown = found.find(({ code }) => code === "responsibility-unknown");
    assert.ok(unknown, lsp.rules(found).join());
    const [action] = await actions(uri, unknown.range.start.line, ["quickfix.hegao.addDepartment"]);
    assert.equal(action?.title, "把“星空观测科”加入名册");
    assert.equal(await run(String(action.command?.command), ...(action.command?.arguments ?? [])), true);
    const text = readFileSync(file, "utf8");
    assert.match(text, /\/\/ 名册/);
    assert.deepEqual((JSON.parse(text.replace(/\/\/.*/, "")) as { roster: object[] }).roster, [
      { full: "基础教育科" },
      { full: "星空观测科" },
    ]);
    assert.ok(!lsp.rules(await lsp.pulled(client, uri)).includes("responsibility-unknown"));
  });

  it("只在要求时检查：打开、改动、保存都不推送", async () => {
    await start({ capabilities: lsp.pushed, settingsOf: () => ({ run: "manual" }) });
    await lsp.open(client, at("稿.plan"), GAP);
    await client.connection.sendNotification("textDocument/didSave", {
      textDocument: { uri: at("稿.plan") },
    });
    // A round trip behind what was sent: whatever it would have made the server say has been said.
    assert.ok(await run("hegao.server.status", at("稿.plan")));
    await new Promise((next) => setTimeout(next, 50));
    assert.equal(client.published.size, 0);
    const found = await run<{ uri: string; diagnostics: { code: string }[] }[]>("hegao.server.checkFolder");
    assert.deepEqual(
      found.map(({ diagnostics }) => diagnostics.map(({ code }) => code)),
      [[gap]],
    );
  });

  it("检查整个文件夹：没打开的也查，忽略了的不报，打开的以编辑器里的为准", async () => {
    writeFileSync(join(root, "2025", "云岭市2025年工作要点.txt"), GAP);
    writeFileSync(join(root, "稿.plan"), GAP);
    writeFileSync(join(root, "~$稿.plan"), GAP);
    writeFileSync(join(root, "说明.txt"), GAP);
    await start();
    type Found = readonly {
      readonly uri: string;
      readonly diagnostics: readonly { readonly code: string }[];
    }[];
    const check = async (params?: object): Promise<string[]> =>
      (await run<Found>("hegao.server.checkFolder", params)).map(
        ({ uri, diagnostics }) =>
          `${decodeURIComponent(uri).split("/").at(-1)} ${diagnostics.map(({ code }) => code).join()}`,
      );
    assert.deepEqual(await check(), [`云岭市2025年工作要点.txt ${gap}`, `稿.plan ${gap}`]);
    assert.deepEqual(await check({ uri: at("2025") }), [`云岭市2025年工作要点.txt ${gap}`]);
    await lsp.open(client, at("稿.plan"), GAP.replace("四、", "三、"));
    assert.deepEqual(await check(), [`云岭市2025年工作要点.txt ${gap}`, "稿.plan "]);
    writeFileSync(join(root, "hegao.config.json"), JSON.stringify({ rules: { [gap]: "off" } }));
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: at("hegao.config.json"), type: 1 }],
    });
    assert.deepEqual(await check(), ["云岭市2025年工作要点.txt ", "稿.plan "]);
  });

  it("过长的文本不检查，并且说明", async () => {
    await start();
    const uri = at("稿.plan");
    await lsp.open(client, uri, GAP + "建设星空观测站。\n".repeat(120_000));
    const [note, ...more] = await lsp.pulled(client, uri);
    assert.equal(more.length, 0);
    assert.match(String(note?.message), /超过 1000000 的上限，未作检查/);
    assert.equal(note?.severity, 3);
  });
});

/** A desktop's server in a folder that is no `file:`: everything comes through the client, in base64. */
describe("语言服务：虚拟文件夹", () => {
  const drafts: Record<string, string> = {
    "2025/云岭市教育局2025年工作要点.plan":
      "云岭市教育局2025年工作要点\n一、重点任务\n（一）建设星空观测站。新建观测站3座。\n责任科室：基础教育科\n（二）守牢安全底线。开展演练2次。\n责任科室：安全稳定科\n",
    "2026/云岭市教育局2026年工作要点.plan":
      "云岭市教育局2026年工作要点\n一、重点任务\n（一）守牢安全底线。开展演练3次。\n责任科室：安全稳定科\n",
  };
  const base = "memfs:/%E7%A8%BF";
  const draft = `${base}/2026/${encodeURIComponent("云岭市教育局2026年工作要点.plan")}`;
  let client: lsp.LspClient;
  afterEach(() => client.stop());

  const lend = (): void => {
    const path = ({ uri }: { uri: string }): string => decodeURIComponent(uri).slice("memfs:/稿/".length);
    client.connection.onRequest("hegao/files/list", (params: { uri: string }) => {
      const below = path({ uri: `${params.uri}/` });
      const names = new Set(
        Object.keys(drafts)
          .filter((name) => name.startsWith(below))
          .map((name) => name.slice(below.length).split("/")[0] ?? ""),
      );
      return [...names].map((name) => ({
        uri: `${params.uri}/${encodeURIComponent(name)}`,
        name,
        kind: name.includes(".") ? "file" : "folder",
      }));
    });
    client.connection.onRequest("hegao/files/stamp", (params: { uri: string }) =>
      drafts[path(params)] ? "1" : null,
    );
    client.connection.onRequest("hegao/files/read", (params: { uri: string }) => {
      const text = drafts[path(params)];
      return text === undefined ? null : Buffer.from(text).toString("base64");
    });
  };

  it("往年文稿经客户端读来比较，团队文件也是", async () => {
    client = await lsp.startClient({
      capabilities: lsp.modern,
      folders: [base],
      initializationOptions: { lendsFiles: true },
    });
    lend();
    await lsp.open(client, draft, String(drafts["2026/云岭市教育局2026年工作要点.plan"]));
    const compared = await client.connection.sendRequest<{ years: { uri: string }[] } | null>(
      "hegao/compare",
      { uri: draft },
    );
    assert.deepEqual(
      compared?.years.map(({ uri }) => decodeURIComponent(uri).split("/").at(-1)),
      ["云岭市教育局2025年工作要点.plan"],
    );
    assert.ok(lsp.rules(await lsp.pulled(client, draft)).includes("task-dropped"));
    drafts["hegao.config.json"] = JSON.stringify({ rules: { "task-dropped": "off" } });
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    assert.ok(!lsp.rules(await lsp.pulled(client, draft)).includes("task-dropped"));
  });

  it("客户端把文件夹答得不成样子，有一份读成了数字：认得出的照样比较、照样找得到", async () => {
    client = await lsp.startClient({
      capabilities: lsp.modern,
      folders: [base],
      initializationOptions: { lendsFiles: true },
    });
    lend();
    const { connection } = client;
    const name = "云岭市教育局2025年工作要点.plan";
    const damaged = `${base}/2025/云岭市教育局2024年工作要点.plan`;
    const found = [
      { uri: damaged, name: "云岭市教育局2024年工作要点.plan", kind: "file" },
      { uri: `${base}/2025/${encodeURIComponent(name)}`, name, kind: "file" },
    ];
    connection.onRequest("hegao/files/list", (params: { uri: string }) => {
      if (params.uri.endsWith("/2025")) return [null, 5, { uri: 5, name: "甲.plan" }, ...found];
      if (params.uri === base) return [{ uri: `${base}/2025`, name: "2025", kind: "folder" }];
      throw new Error("offline");
    });
    connection.onRequest("hegao/files/read", ({ uri }: { uri: string }): unknown => {
      if (uri === damaged) return 5;
      const text = drafts[decodeURIComponent(uri).slice(decodeURIComponent(base).length + 1)];
      return text === undefined ? null : Buffer.from(text).toString("base64");
    });
    await lsp.open(client, draft, String(drafts["2026/云岭市教育局2026年工作要点.plan"]));
    const compared = await connection.sendRequest<{ years: { uri: string }[] } | null>("hegao/compare", {
      uri: draft,
    });
    assert.equal(compared?.years.length, 1);
    const symbols = await connection.sendRequest<readonly { readonly location: { readonly uri: string } }[]>(
      "workspace/symbol",
      { query: "" },
    );
    assert.ok(symbols.some(({ location }) => decodeURIComponent(location.uri).endsWith(name)));
  });

  it("客户端不借文件，就只看打开的", async () => {
    client = await lsp.startClient({ capabilities: lsp.modern, folders: [base] });
    await lsp.open(client, draft, String(drafts["2026/云岭市教育局2026年工作要点.plan"]));
    const compared = await client.connection.sendRequest<{ years: object[] } | null>("hegao/compare", {
      uri: draft,
    });
    assert.equal(compared?.years.length ?? 0, 0);
  });
});
