import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CodeAction } from "vscode-languageserver/node";
import type { IgnoredEntry, Ignores } from "../../server/src/lsp/protocol.js";
import { GAP, LOST } from "./drafts.js";
import * as lsp from "./lspClient.js";

describe("语言服务：忽略、基线、关闭规则", () => {
  let root: string;
  let uri: string;
  let client: lsp.LspClient;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), "hegao-silence-"));
    uri = pathToFileURL(join(root, "科室", "稿.plan")).href;
    mkdirSync(join(root, "科室"));
    writeFileSync(join(root, "科室", "稿.plan"), GAP);
    client = await lsp.startClient({ capabilities: lsp.modern, folders: [pathToFileURL(root).href] });
  });
  afterEach(async () => {
    await client.stop();
    rmSync(root, { recursive: true });
  });

  const actions = (line: number): Promise<CodeAction[]> =>
    client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: lsp.lineRange(line, 0, 1),
      context: { diagnostics: [] },
    });
  const run = (command: string, params: object): Promise<unknown> =>
    client.connection.sendRequest("workspace/executeCommand", { command, arguments: [params] });
  const choose = async (line: number, title: string): Promise<unknown> => {
    const found = (await actions(line)).find((one) => one.title.startsWith(title))?.command;
    assert.ok(found, title);
    return run(found.command, found.arguments?.[0] as object);
  };
  const pulled = async (): Promise<string[]> => lsp.rules(await lsp.pulled(client, uri));
  const touch = (...names: string[]): Promise<void> =>
    client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: names.map((name) => ({ uri: pathToFileURL(join(root, name)).href, type: 2 })),
    });
  const ignores = (): { entries: Record<string, string>[] } =>
    JSON.parse(readFileSync(join(root, "科室/.hegao/ignores.json"), "utf8")) as ReturnType<typeof ignores>;

  it("忽略此处：上面增行、重新编号之后仍然有效，不碰文稿", async () => {
    await lsp.open(client, uri, GAP);
    assert.deepEqual(await pulled(), ["numbering-gap"]);
    assert.equal(await choose(11, "忽略此处"), true);
    assert.deepEqual(await pulled(), []);
    assert.ok(client.refreshes() > 0);
    assert.deepEqual(
      ignores().entries.map(({ rule, file }) => [rule, file]),
      [["numbering-gap", "稿.plan"]],
    );
    // A new section above, and the skipped number is another now.
    await lsp.change(client, uri, {
      version: 2,
      range: lsp.lineRange(11, 0, 2),
      text: "三、组织领导\n健全工作机制。\n五、",
    });
    assert.deepEqual(await pulled(), []);
    assert.equal(readFileSync(join(root, "科室", "稿.plan"), "utf8"), GAP);
  });

  it("理由一并记下；没有这处问题则什么也不写", async () => {
    await lsp.open(client, uri, GAP);
    const [{ range } = { range: lsp.lineRange(0, 0, 0) }] = await lsp.pulled(client, uri);
    const rule = "numbering-gap";
    const wrong = { uri, rule, range: lsp.lineRange(1, 0, 1) };
    assert.equal(await run("hegao.server.ignoreHere", wrong), false);
    assert.equal(await run("hegao.server.switchOff", { uri, rule: "numbering-style" }), false);
    assert.ok(!existsSync(join(root, "科室/.hegao")) && !existsSync(join(root, "科室/hegao.config.json")));
    assert.equal(await run("hegao.server.ignoreHere", { uri, rule, range, reason: "原文如此" }), true);
    assert.equal(ignores().entries[0]?.["reason"], "原文如此");
  });

  it("修正在前，忽略在后，都不是首选，也不进全部修正", async () => {
    await lsp.open(client, uri, GAP);
    const found = await actions(11);
    const silent = found.filter(({ command }) => command !== undefined);
    assert.deepEqual(
      silent.map(({ title }) => title),
      ["忽略此处", "在本文件忽略此规则", "在本文件夹关闭此规则"].map((one) => `${one}（numbering-gap）`),
    );
    assert.deepEqual(found.slice(-3), silent);
    assert.ok(
      silent.every((one) => one.kind?.startsWith("quickfix.hegao.") && !one.isPreferred && !one.edit),
    );
    const commands = client.initialized.capabilities.executeCommandProvider?.commands ?? [];
    assert.ok(silent.every(({ command }) => commands.includes(command?.command ?? "")));
  });

  it("基线里的问题不再报出，文件一变就重读", async () => {
    await lsp.open(client, uri, LOST);
    assert.deepEqual(await pulled(), ["numbering-style", "numbering-gap"]);
    mkdirSync(join(root, ".hegao"));
    const entries = [{ rule: "numbering-style", file: "科室/稿.plan" }];
    writeFileSync(join(root, ".hegao/baseline.json"), JSON.stringify({ version: 1, entries }));
    await touch(".hegao/baseline.json");
    assert.deepEqual(await pulled(), ["numbering-gap"]);
    rmSync(join(root, ".hegao/baseline.json"));
    await touch(".hegao/baseline.json");
    assert.deepEqual(await pulled(), ["numbering-style", "numbering-gap"]);
  });

  it("在本文件忽略此规则：只此一份文稿", async () => {
    await lsp.open(client, uri, LOST);
    assert.equal(await choose(11, "在本文件忽略"), true);
    assert.deepEqual(await pulled(), ["numbering-style"]);
    assert.deepEqual(ignores().entries, [{ rule: "numbering-gap", file: "稿.plan" }]);
    const other = pathToFileURL(join(root, "科室", "另.plan")).href;
    await lsp.open(client, other, GAP);
    assert.deepEqual(lsp.rules(await lsp.pulled(client, other)), ["numbering-gap"]);
  });

  it("列出忽略的：在哪里、为什么、还管不管用；恢复一处", async () => {
    await lsp.open(client, uri, GAP);
    const [{ range } = { range: lsp.lineRange(0, 0, 0) }] = await lsp.pulled(client, uri);
    const rule = "numbering-gap";
    await run("hegao.server.ignoreHere", { uri, rule, range, reason: "原文如此" });
    writeFileSync(
      join(root, "科室/.hegao/baseline.json"),
      JSON.stringify({ version: 1, entries: [{ rule: "text-repeat", file: "稿.plan" }] }),
    );
    const { home, entries } = (await run("hegao.server.ignores", { uri })) as Ignores;
    assert.equal(home, pathToFileURL(join(root, "科室")).href);
    assert.deepEqual(
      entries.map(({ rule: id, from, reason, state, findings }) => [id, from, reason, state, findings]),
      [
        [
          rule,
          "ignores",
          "原文如此",
          "used",
          [{ range, severity: "warning", message: "此处编号应为“三”，现为“四”：前一条是“二、”，中间缺号。" }],
        ],
        ["text-repeat", "baseline", null, "stale", []],
      ],
    );
    const entry = entries[0] as IgnoredEntry;
    assert.equal(await run("hegao.server.restore", { ...entry, quote: "别的" }), false);
    assert.equal(await run("hegao.server.restore", entry), true);
    assert.deepEqual(await pulled(), [rule]);
    assert.deepEqual(ignores().entries, []);
    assert.equal(await run("hegao.server.ignores", { uri: "untitled:Untitled-1" }), null);
  });

  it("清理失效的忽略：没打开的文稿也查，不在的、要与往年比较才知道的留着", async () => {
    mkdirSync(join(root, ".hegao"));
    const file = "科室/稿.plan";
    const kept = [
      { rule: "numbering-gap", file },
      { rule: "task-dropped", file, heading: "", quote: "组织领导" },
      { rule: "numbering-gap", file: "科室/没有.plan", heading: "", quote: "甲" },
    ];
    const all = [...kept, { rule: "text-repeat", file, heading: "", quote: "的的" }];
    writeFileSync(join(root, ".hegao/ignores.json"), JSON.stringify({ version: 1, entries: all }));
    const other = pathToFileURL(join(root, "科室", "另.plan")).href;
    const { entries } = (await run("hegao.server.ignores", { uri: other })) as Ignores;
    assert.deepEqual(entries.map(({ rule, state }) => `${rule} ${state}`).sort(), [
      "numbering-gap absent",
      "numbering-gap used",
      "task-dropped unknown",
      "text-repeat stale",
    ]);
    assert.equal(await run("hegao.server.pruneIgnores", { uri: other, only: "draft" }), 0);
    assert.equal(await run("hegao.server.pruneIgnores", { uri: other }), 1);
    const left = JSON.parse(readFileSync(join(root, ".hegao/ignores.json"), "utf8")) as { entries: object[] };
    assert.deepEqual(
      new Set(left.entries.map((one) => JSON.stringify(one))),
      new Set(kept.map((one) => JSON.stringify(one))),
    );
    assert.equal(await run("hegao.server.pruneIgnores", { uri: other }), 0);
  });

  it("损坏的忽略文件不覆盖，说明缘由", async () => {
    mkdirSync(join(root, ".hegao"));
    writeFileSync(join(root, ".hegao/ignores.json"), "<<<<<<<");
    await lsp.open(client, uri, GAP);
    await assert.rejects(choose(11, "忽略此处"), /读不全/);
    assert.equal(readFileSync(join(root, ".hegao/ignores.json"), "utf8"), "<<<<<<<");
    assert.deepEqual(await pulled(), ["numbering-gap"]);
  });

  it("在那里却读不了的（大得出奇）也不覆盖：忽略文件、团队文件", async () => {
    const vast = 33 * 1024 * 1024;
    for (const [name, title] of [
      ["科室/.hegao/ignores.json", "忽略此处"],
      ["科室/hegao.config.json", "在本文件夹关闭"],
    ] as const) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, "{}");
      truncateSync(path, vast);
      await lsp.open(client, uri, GAP);
      await assert.rejects(choose(11, title), /读不全/);
      assert.equal(statSync(path).size, vast);
      await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    }
  });

  it("关闭规则：改团队文件而保留注释与选项，没有则新建", async () => {
    await lsp.open(client, uri, LOST);
    assert.equal(await choose(11, "在本文件夹关闭"), true);
    assert.deepEqual(await pulled(), ["numbering-style"]);
    const made = join(root, "科室/hegao.config.json");
    assert.deepEqual(JSON.parse(readFileSync(made, "utf8")), { rules: { "numbering-gap": "off" } });
    writeFileSync(
      made,
      '{\n  // 本局约定\n  "rules": {\n    "numbering-gap": { "severity": "error" } // 不可跳号\n  }\n}\n',
    );
    await touch("科室/hegao.config.json");
    assert.equal((await lsp.pulled(client, uri)).at(-1)?.severity, 1);
    assert.equal(await choose(11, "在本文件夹关闭"), true);
    assert.equal(
      readFileSync(made, "utf8"),
      '{\n  // 本局约定\n  "rules": {\n    "numbering-gap": { "severity": "off" } // 不可跳号\n  }\n}\n',
    );
    assert.deepEqual(await pulled(), ["numbering-style"]);
  });

  it("团队文件里的错误是该文件的诊断，改好即消", async () => {
    const config = join(root, "hegao.config.json");
    const configUri = pathToFileURL(config).href;
    writeFileSync(config, '{\n  "rules": { "numbering-gap": "offf" }\n}\n');
    await lsp.open(client, uri, GAP);
    const [mistake, ...more] = await lsp.pushedFor(client, configUri, (rules) => rules.length > 0);
    assert.deepEqual([mistake?.source, more], ["hegao", []]);
    assert.deepEqual(mistake?.range, lsp.lineRange(1, 30, 36));
    writeFileSync(config, "{}\n");
    await touch("hegao.config.json");
    await lsp.pushedFor(client, configUri, (rules) => rules.length === 0);
    writeFileSync(config, "{");
    await touch("hegao.config.json");
    await lsp.pushedFor(client, configUri, (rules) => rules.length > 0);
    rmSync(config);
    await touch("hegao.config.json");
    await lsp.pushedFor(client, configUri, (rules) => rules.length === 0);
  });
});
