import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type Folder, folderWith } from "../cli/hegao.js";
import { GAP } from "../lsp/drafts.js";
import { answersWell, clients, SILENT } from "./support/clients.js";
import { type Garbage, garbageOf } from "./support/garbage.js";
import { randomOf } from "./support/random.js";
import { surface } from "./support/surface.js";
import { type Talk, talkOver, type Wire } from "./support/talk.js";
import { overStdio, overWorker } from "./support/wires.js";

/** `npm run fuzz` asks for more, with another seed. */
const MORE = Number(process.env["HEGAO_FUZZ"] ?? 1);
const SEED = Number(process.env["HEGAO_SEED"] ?? 7);
const MESSAGES = 200 * MORE;
/** So many questions are left open at once. */
const AT_ONCE = 60;
const PATIENCE_MS = 60_000;
/** A server that has been told to leave does so at once. */
const LEAVING_MS = 10_000;

const SERVERS: Readonly<Record<string, (cwd: string) => Wire>> = {
  "dist/server.js": (cwd) => overStdio([resolve("dist/server.js"), "--stdio"], cwd),
  "hegao lsp": (cwd) => overStdio([resolve("dist/hegao.js"), "lsp", "--stdio"], cwd),
  "dist/browserServer.js": () => overWorker(resolve("dist/browserServer.js")),
};
const CAPABILITIES: Readonly<Record<string, unknown>> = {
  什么都会的: {
    workspace: {
      configuration: true,
      workspaceFolders: true,
      applyEdit: true,
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceEdit: { documentChanges: true },
    },
    textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    window: { workDoneProgress: true, showDocument: { support: true }, showMessage: {} },
  },
  什么都不会的: {},
};

describe("语言服务：任何客户端、任何参数，有问必答，不多答，不停下", function () {
  this.timeout(0);
  let talk: Talk;
  let folder: Folder;
  /** What is made beside the folder of the drafts lies in that of the trial all the same. */
  let path: string;
  beforeEach(() => {
    folder = folderWith(drafts());
    path = join(folder.path, "稿");
  });
  afterEach(async () => {
    await talk.wire.stop();
    folder.remove();
  });

  Object.entries(SERVERS).forEach(([server, start], s) => {
    Object.entries(CAPABILITIES).forEach(([skill, capabilities], c) => {
      kindsOfClients().forEach((kind, k) => {
        // The same server as the first, started by another hand.
        if (server === "hegao lsp" && c + k > 0) return;
        it(`${server}，${skill}、${kind}客户端`, async () => {
          const garbage = garbageOf(randomOf(SEED + 100 * s + 10 * c + k), path, GAP);
          talk = talkOver(start(path), clients(garbage)[kind] ?? (() => undefined), PATIENCE_MS);
          const commands = await greet(talk, capabilities, garbage, path);
          const open = await chatter(talk, garbage, { commands, waits: kind !== SILENT });
          await assertReads(talk, path);
          // Who does not say which folders there are is told nothing that depends on it, until he says so.
          if (kind === SILENT) talk.relent(answersWell);
          await Promise.all(open);
          await assertFound(talk, path);
          if (start !== SERVERS["dist/browserServer.js"]) await assertLeaves(talk);
        });
      });
    });
  });
});

function kindsOfClients(): string[] {
  return Object.keys(clients(garbageOf(randomOf(0), "/", "")));
}

function drafts(): Readonly<Record<string, string>> {
  const items = (year: number): string =>
    Array.from(
      { length: 40 },
      (_, i) => `${i + 1}.办好第${i + 1}件实事，${year}年底前完成${i + 50}%。责任科室：第${i % 9}科\n`,
    ).join("");
  const plan = (year: number): string => `云岭市乙局${year}年工作要点\n一、总体要求\n${items(year)}`;
  return {
    "稿/云岭市乙局2024年工作要点.plan": plan(2024),
    "稿/云岭市乙局2025年工作要点.plan": plan(2025),
    "稿/云岭市乙局2026年工作要点.plan": plan(2026),
    "稿/.hegao/index.json": "{}",
  };
}

/** What the server says it can do on command. */
async function greet(
  talk: Talk,
  capabilities: unknown,
  { pick, anything }: Garbage,
  path: string,
): Promise<string[]> {
  const uri = pathToFileURL(path).href;
  const said = await talk.ask("initialize", {
    processId: null,
    rootUri: pick([uri, null]),
    capabilities,
    workspaceFolders: pick<unknown>([[{ uri, name: "w" }], null, [], [null], "x", [{ uri: 5 }]]),
    initializationOptions: pick<unknown>([null, {}, { lendsFiles: true, showsPlaces: true }, 5, anything()]),
    locale: pick<unknown>(["zh-cn", "en", null, 5]),
  });
  assert.ok(said, "initialize was not answered");
  talk.notify("initialized", {});
  const able = said.result as
    | { readonly capabilities: { readonly executeCommandProvider?: { readonly commands: string[] } } }
    | undefined;
  const commands = able?.capabilities.executeCommandProvider?.commands ?? [];
  assert.ok(commands.length > 10, JSON.stringify(said).slice(0, 300));
  return commands;
}

/** Says much at once; gives back what has not been answered yet. */
async function chatter(
  talk: Talk,
  garbage: Garbage,
  { commands, waits }: { readonly commands: readonly string[]; readonly waits: boolean },
): Promise<readonly Promise<unknown>[]> {
  const { requests, notifications } = surface();
  const { pick, params, news } = garbage;
  const open: Promise<unknown>[] = [];
  const command = (): unknown => ({
    command: pick<unknown>([...commands, 5, null, "x", "__proto__", "toString"]),
    arguments: pick<unknown>([[params()], [params(), params()], null, params(), []]),
  });
  for (let i = 1; i <= MESSAGES && talk.wire.ended() === undefined && talk.late.length === 0; i++) {
    const what = pick(["request", "request", "request", "command", "command", "news"]);
    if (what === "request") open.push(talk.ask(pick(requests), params()));
    else if (what === "command") open.push(talk.ask("workspace/executeCommand", command()));
    else talk.notify(pick(notifications), news());
    if (i % AT_ONCE !== 0) continue;
    if (!waits) await pause(1);
    else await Promise.all(open.splice(0));
  }
  return open;
}

/** After all that, a draft is read as ever. */
async function assertReads(talk: Talk, path: string): Promise<void> {
  const textDocument = { uri: aliveIn(path) };
  talk.notify("textDocument/didOpen", {
    textDocument: { ...textDocument, languageId: "policy-plan", version: 1, text: GAP },
  });
  const folds = await talk.ask("textDocument/foldingRange", { textDocument });
  assert.deepEqual(talk.late, []);
  assert.equal(talk.wire.ended(), undefined, talk.wire.complaints());
  assert.match(JSON.stringify(folds?.result), /startLine/);
}

/** Everything was answered, once, and the draft is checked. */
async function assertFound(talk: Talk, path: string): Promise<void> {
  const uri = aliveIn(path);
  const found = await talk.ask("textDocument/diagnostic", { textDocument: { uri } });
  // Who cannot ask for findings is told of them.
  for (const end = Date.now() + PATIENCE_MS; !found?.result && !talk.told.has(uri) && Date.now() < end;)
    await pause(20);
  assert.deepEqual(talk.late, []);
  assert.equal(talk.wire.ended(), undefined, talk.wire.complaints());
  assert.ok(found?.result ?? talk.told.has(uri), JSON.stringify(found));
  assert.deepEqual(talk.strays, []);
  assert.doesNotMatch(talk.wire.complaints(), /unhandled|uncaught/i);
}

function aliveIn(path: string): string {
  return `${pathToFileURL(path).href}/alive.plan`;
}

async function assertLeaves(talk: Talk): Promise<void> {
  assert.deepEqual((await talk.ask("shutdown", undefined))?.result, null);
  talk.notify("exit", undefined);
  for (const end = Date.now() + LEAVING_MS; talk.wire.ended() === undefined && Date.now() < end;)
    await pause(20);
  assert.equal(talk.wire.ended(), "code 0, signal null");
}
