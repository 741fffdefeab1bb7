import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { framed } from "../fuzz/support/rawServer.js";

const server = resolve("dist/server.js");

describe("语言服务：启动与无人可答", function () {
  this.timeout(30_000);

  for (const [flags, says] of [
    [["--socket=abc"], /--socket 后面应写端口号/],
    [["--socket=70000"], /--socket 后面应写端口号/],
    [["--node-ipc"], /请用 --stdio/],
  ] as const) {
    it(`${flags.join(" ")}：一句话说明，退出码 2`, () => {
      const { status, stderr } = spawnSync(process.execPath, [server, ...flags], {
        encoding: "utf8",
        input: "",
      });
      assert.match(stderr, says);
      assert.equal(stderr.trim().split("\n").length, 1, stderr);
      assert.equal(status, 2);
    });
  }

  it("客户端不再听了（标准输出断了）：服务结束，不逐条报错", async () => {
    const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.stdin.on("error", () => undefined);
    const initialize = {
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { processId: null, rootUri: null, capabilities: {} },
    };
    child.stdin.write(framed(JSON.stringify(initialize)));
    await once(child.stdout, "data");
    child.stdout.destroy();
    const ended = once(child, "exit");
    for (let id = 2; id < 50; id++)
      child.stdin.write(framed(JSON.stringify({ jsonrpc: "2.0", id, method: "hegao/none", params: {} })));
    const [code] = (await ended) as [number | null];
    assert.equal(code, 1);
    assert.doesNotMatch(err, /^\s+at /m);
  });
});
