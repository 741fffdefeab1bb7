import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Folder, folderWith, gapDraft, hegao } from "../cli/hegao.js";
import { randomOf } from "./support/random.js";
import { skipBecause } from "../support/skipBecause.js";

const KILLS = Math.round(Number(process.env["HEGAO_FUZZ"] ?? 1) * 8);
const draft = "a.plan";

describe("命令行：磁盘与文件夹再怪也说得清", function () {
  this.timeout(600_000);
  let folder: Folder;
  beforeEach(() => (folder = folderWith({ [draft]: gapDraft })));
  afterEach(() => folder.remove());
  const at = (...parts: string[]): string => join(folder.path, ...parts);
  const lint = (): ReturnType<typeof hegao> => hegao(["lint", ".", "--format", "json"], { cwd: folder.path });
  const assertChecked = (): void => {
    const { out, err } = lint();
    assert.match(out, /numbering-gap/, err);
    assert.doesNotMatch(err, /at .*\.js:\d+/);
  };

  it("配置是文件夹", () => {
    mkdirSync(at("hegao.config.json"));
    assertChecked();
  });

  it("配置互相继承成圈、套得极深、不是 JSON、满是括号", () => {
    writeFileSync(at("b.json"), '{"extends": "hegao.config.json"}');
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    for (const text of [
      '{"extends": "./b.json"}',
      '{"extends": "hegao.config.json"}',
      "\u0000",
      "[[[[",
      deep,
      `{"roster": ${deep}}`,
    ]) {
      writeFileSync(at("hegao.config.json"), text);
      assertChecked();
    }
  });

  it("配置有 20 MB", () => {
    const roster = Array.from({ length: 200_000 }, (_, i) => ({
      full: `第${i}科`,
      aliases: [`${i}科`, `科${i}`],
    }));
    writeFileSync(at("hegao.config.json"), JSON.stringify({ roster }));
    assertChecked();
  });

  it("链接绕成圈，也有指向空处的", () => {
    mkdirSync(at("x"));
    symlinkSync(folder.path, at("x", "loop"));
    symlinkSync(at("x", "self.plan"), at("x", "self.plan"));
    symlinkSync(at("nowhere"), at("x", "gone.plan"));
    assertChecked();
  });

  it("写不下：磁盘满了，就说写不进去", function () {
    if (!existsSync("/dev/full")) skipBecause(this, "no /dev/full here");
    const { code, err } = hegao(["convert", draft, "-o", "/dev/full"], { cwd: folder.path });
    assert.equal(code, 2, err);
    const out = spawnSync(
      "sh",
      ["-c", `"$0" "$1" lint "$2" > /dev/full`, process.execPath, resolve("dist/hegao.js"), at(draft)],
      { encoding: "utf8" },
    );
    assert.equal(out.status, 2, out.stderr);
    assert.doesNotMatch(out.stderr, /at .*\.js:\d+/);
  });

  it("要说的话没处写（标准错误满了）：退出码照样是 2，不是“有发现”的 1", function () {
    if (!existsSync("/dev/full")) skipBecause(this, "no /dev/full here");
    const { status } = spawnSync(
      "sh",
      ["-c", '"$0" "$1" lint nowhere 2> /dev/full', process.execPath, resolve("dist/hegao.js")],
      { encoding: "utf8", cwd: folder.path },
    );
    assert.equal(status, 2);
  });

  it("没有尽头的输入：读到界限就停，说明太大", function () {
    if (!existsSync("/dev/zero")) skipBecause(this, "no /dev/zero here");
    const endless = ["lint - < /dev/zero", "convert /dev/zero", "lint --cache /dev/zero"];
    for (const call of endless) {
      const { status, stderr, signal } = spawnSync(
        "sh",
        ["-c", `exec "$0" "$1" ${call}`, process.execPath, resolve("dist/hegao.js")],
        { encoding: "utf8", cwd: folder.path, timeout: 30_000, env: { ...process.env, LANG: "zh_CN.UTF-8" } },
      );
      assert.deepEqual([status, signal], [2, null], call);
      assert.match(stderr, /文件过大/);
    }
  });

  it("标准输入关着", () => {
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", '"$0" "$1" lint - <&-', process.execPath, resolve("dist/hegao.js")],
      { encoding: "utf8" },
    );
    assert.ok(status === 0 || status === 2, stderr);
    assert.doesNotMatch(stderr, /at .*\.js:\d+/);
  });

  it("任何时刻被 kill -9，.hegao 里的文件与文稿都完整", async () => {
    const next = randomOf(Number(process.env["HEGAO_SEED"] ?? 3));
    const wrong = "一、甲\n三、乙\n".repeat(300);
    for (let i = 0; i < KILLS; i++) {
      writeFileSync(at(draft), wrong);
      const child = spawn(process.execPath, [resolve("dist/hegao.js"), "baseline", draft], {
        cwd: folder.path,
        stdio: "ignore",
      });
      const gone = new Promise((done) => child.once("exit", done));
      await Promise.race([gone, pause(60 + next(400))]);
      child.kill("SIGKILL");
      await gone;
      for (const name of existsSync(at(".hegao")) ? readdirSync(at(".hegao")) : []) {
        if (name.endsWith(".json")) JSON.parse(readFileSync(at(".hegao", name), "utf8"));
      }
      assert.equal(readFileSync(at(draft), "utf8"), wrong);
    }
  });
});
