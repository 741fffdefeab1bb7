import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
