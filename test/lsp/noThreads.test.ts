import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { CompareResult } from "../../server/src/lsp/protocol.js";
import { skipBecause } from "../support/skipBecause.js";
import { withoutThreads } from "../support/withoutThreads.js";

describe("语言服务：比较的线程起不来", () => {
  const folder = mkdtempSync(join(tmpdir(), "hegao-alone-"));
  before(() => cpSync("examples/bureau", folder, { recursive: true }));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("平常的服务：比较得出", async () => {
    const { message, years } = await compared(server([], folder), folder);
    assert.equal(message, "");
    assert.notEqual(years.length, 0);
  });

  it("不许起线程：照样比较", async () => {
    const { message, years } = await compared(server(withoutThreads(), folder), folder);
    assert.equal(message, "");
    assert.notEqual(years.length, 0);
  });

  it("所在的文件夹已被删除：照样比较", async function () {
    if (process.platform === "win32") return skipBecause(this, "Windows 不许删去正用着的文件夹");
    const gone = join(folder, "gone");
    mkdirSync(gone);
    const child = server([], gone);
    // Only when it has started is the folder no longer needed to start it.
    await new Promise((done) => child.once("spawn", done));
    rmdirSync(gone);
    const { message, years } = await compared(child, folder);
    assert.equal(message, "");
    assert.notEqual(years.length, 0);
  });

  it("线程起来之后坏了：说没有比较成，不说没有往年的文稿", async () => {
    const broken = join(folder, "dist");
    cpSync("dist", broken, { recursive: true });
    writeFileSync(join(broken, "compareWorker.js"), 'throw new Error("broken");\n');
    const { message, years } = await compared(server([], folder, broken), folder);
    assert.match(message, /没有比较成|could not be made/);
    assert.deepEqual(years, []);
  });
});

function server(args: readonly string[], cwd: string, program = "dist"): ChildProcess {
  return spawn(process.execPath, [...args, resolve(program, "server.js"), "--stdio"], {
    cwd,
    stdio: ["pipe", "pipe", "ignore"],
  });
}

async function compared(child: ChildProcess, folder: string): Promise<CompareResult> {
  const { stdin, stdout } = child;
  assert.ok(stdin && stdout);
  const connection = createProtocolConnection(
    new StreamMessageReader(stdout),
    new StreamMessageWriter(stdin),
  );
  try {
    connection.listen();
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "w" }];
    connection.onRequest("workspace/workspaceFolders", () => workspaceFolders);
    const capabilities = { workspace: { workspaceFolders: true } };
    const start = { processId: process.pid, rootUri: null, capabilities, workspaceFolders };
    await connection.sendRequest("initialize", start);
    await connection.sendNotification("initialized", {});
    const path = join(folder, "2026/云岭市教育局2026年工作要点.plan");
    const uri = pathToFileURL(path).href;
    const textDocument = { uri, languageId: "policy-plan", version: 1, text: readFileSync(path, "utf8") };
    await connection.sendNotification("textDocument/didOpen", { textDocument });
    return await connection.sendRequest<CompareResult>("hegao/compare", { uri });
  } finally {
    connection.dispose();
    child.kill("SIGKILL");
  }
}
