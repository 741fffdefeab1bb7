import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { GAP, LOST } from "./drafts.js";
import * as lsp from "./lspClient.js";

const uri = "file:///w/a.plan";

describe("语言服务：设置与多文件夹", () => {
  let client: lsp.LspClient | undefined;
  afterEach(() => client?.stop());

  it("改设置即重查：关闭规则、改级别", async () => {
    let settings: unknown = null;
    client = await lsp.startClient({ capabilities: lsp.modern, settingsOf: () => settings });
    await lsp.open(client, uri, GAP);
    assert.deepEqual(lsp.rules(await lsp.pulled(client, uri)), ["numbering-gap"]);
    settings = { rules: { "numbering-gap": "off" } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    assert.deepEqual(await lsp.pulled(client, uri), []);
    assert.equal(client.refreshes(), 1);
    settings = { rules: { "numbering-gap": { severity: "error" } } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    assert.equal((await lsp.pulled(client, uri))[0]?.severity, 1);
  });

  for (const way of ["询问", "推送"])
    for (const overtaken of [false, true])
      it(`设置在回答途中又改：不按旧设置作答，更不当成新的记住（${way}，${overtaken ? "新答先到" : "旧答先到"}）`, async () => {
        let settings: unknown = null;
        let waiting: (() => void)[] | undefined = [];
        const settingsOf = (): Promise<unknown> => {
          const now = settings;
          return new Promise((answer) => (waiting ? waiting.push(() => answer(now)) : answer(now)));
        };
        const capabilities = way === "询问" ? lsp.modern : lsp.pushed;
        client = await lsp.startClient({ capabilities, settingsOf });
        await lsp.open(client, uri, GAP);
        const pull = async (): Promise<string[]> =>
          client && way === "询问" ? lsp.rules(await lsp.pulled(client, uri)) : [];
        const first = pull();
        while (waiting.length < 1) await pause(5);
        settings = { rules: { "numbering-gap": "off" } };
        await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
        const second = pull();
        while (waiting.length < 2) await pause(5);
        const answers = overtaken ? waiting.reverse() : waiting;
        waiting = undefined;
        for (const answer of answers) answer();
        assert.deepEqual([await first, await second, await pull()], [[], [], []]);
        if (way === "询问") return;
        await lsp.pushedFor(client, uri, (rules) => rules.length === 0);
        await pause(300);
        await lsp.pushedFor(client, uri, (rules) => rules.length === 0);
      }).timeout(lsp.PATIENCE_MS * 2);

  it("推送的客户端改设置后收到新的诊断；设置随通知而来也可", async () => {
    const { configuration: _, ...workspace } = lsp.pushed.workspace ?? {};
    client = await lsp.startClient({ capabilities: { ...lsp.pushed, workspace } });
    await lsp.open(client, uri, GAP);
    await lsp.pushedFor(client, uri, (rules) => rules.length === 1);
    const settings = { hegao: { rules: { "numbering-gap": "off" } } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings });
    await lsp.pushedFor(client, uri, (rules) => rules.length === 0);
  });

  it("各文件夹各按各的设置", async () => {
    const settingsOf = (of: string): unknown =>
      of.includes("/quiet/") ? { rules: { "numbering-gap": "off" } } : {};
    client = await lsp.startClient({ capabilities: lsp.modern, settingsOf });
    for (const folder of ["quiet", "loud"]) await lsp.open(client, `file:///${folder}/a.plan`, GAP);
    assert.deepEqual(lsp.rules(await lsp.pulled(client, "file:///quiet/a.plan")), []);
    assert.deepEqual(lsp.rules(await lsp.pulled(client, "file:///loud/a.plan")), ["numbering-gap"]);
    const before = client.refreshes();
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: "file:///more", name: "more" }], removed: [] },
    });
    assert.deepEqual(lsp.rules(await lsp.pulled(client, "file:///loud/a.plan")), ["numbering-gap"]);
    assert.equal(client.refreshes(), before + 1);
  });

  it("写错的设置只被跳过并记入日志，其余照常", async () => {
    const settings = {
      rules: { "numbering-gap": "offf", "numbering-style": "off" },
      maxNumberOfProblems: "many",
    };
    client = await lsp.startClient({ capabilities: lsp.modern, settingsOf: () => settings });
    await lsp.open(client, uri, LOST);
    assert.deepEqual(lsp.rules(await lsp.pulled(client, uri)), ["numbering-gap"]);
    assert.ok(
      client.logged.some((line) => line.includes('hegao.rules: "offf"')),
      client.logged.join("\n"),
    );
  });

  it("团队文件 hegao.config.json：就近生效，编辑器设置在其上，改动即重查", async () => {
    const root = mkdtempSync(join(tmpdir(), "hegao-lsp-"));
    const team = (rules: unknown): void =>
      writeFileSync(join(root, "hegao.config.json"), JSON.stringify({ rules }));
    try {
      const [folder, draft] = [pathToFileURL(root).href, pathToFileURL(join(root, "科室", "稿.plan")).href];
      let settings: unknown = {};
      client = await lsp.startClient({
        capabilities: lsp.modern,
        folders: [folder],
        settingsOf: () => settings,
      });
      team({ "numbering-gap": "off", "numbering-gaps": "off" });
      await lsp.open(client, draft, LOST);
      assert.deepEqual(lsp.rules(await lsp.pulled(client, draft)), ["numbering-style"]);
      assert.ok(
        client.logged.some((line) => line.includes("numbering-gaps")),
        client.logged.join("\n"),
      );
      team({ "numbering-style": "off" });
      await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
      assert.deepEqual(lsp.rules(await lsp.pulled(client, draft)), ["numbering-gap"]);
      settings = { rules: { "numbering-style": "hint" } };
      await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      assert.deepEqual(lsp.rules(await lsp.pulled(client, draft)), ["numbering-style", "numbering-gap"]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
