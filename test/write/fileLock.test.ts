import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { withFileLock } from "../../server/src/write/fileLock.js";
import { type Folder, folderWith } from "../cli/hegao.js";

describe("两个编辑器同时改 .hegao/ 里的一个文件", () => {
  let folder: Folder;
  beforeEach(() => (folder = folderWith({ "数.txt": "0" })));
  afterEach(() => folder.remove());
  const file = (): string => join(folder.path, "数.txt");
  const lock = (): string => join(folder.path, ".数.txt.lock");
  const addOne = (): Promise<void> =>
    withFileLock(file(), async () => {
      const before = Number(readFileSync(file(), "utf8"));
      await new Promise((next) => setTimeout(next, 1));
      writeFileSync(file(), String(before + 1));
    });

  it("一个进程里许多处同时加一，一次也不丢，锁不留下", async () => {
    await Promise.all(Array.from({ length: 20 }, addOne));
    assert.equal(readFileSync(file(), "utf8"), "20");
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name !== ".git"),
      ["数.txt"],
    );
  });

  it("几个进程同时忽略不同的问题，条条都在", async () => {
    const names = Array.from({ length: 5 }, (_, i) => `${i}年工作要点.txt`);
    for (const name of names) writeFileSync(join(folder.path, name), "一、甲\n三、乙\n");
    const ends = names.map((name) => {
      const args = ["ignores", "add", name, "--rule", "numbering-gap", "--whole-file"];
      const child = spawn(process.execPath, [resolve("dist/hegao.js"), ...args], {
        cwd: folder.path,
        stdio: "ignore",
      });
      return new Promise((done) => child.once("exit", done));
    });
    assert.deepEqual(await Promise.all(ends), [0, 0, 0, 0, 0]);
    const text = readFileSync(join(folder.path, ".hegao/ignores.json"), "utf8");
    const { entries } = JSON.parse(text) as { entries: { file: string }[] };
    assert.deepEqual(entries.map((entry) => entry.file).sort(), names);
  });

  it("死了的进程留下的锁不挡路", async () => {
    const dead = spawnSync(process.execPath, ["-e", "0"]).pid;
    for (const left of [`${dead} ${hostname()} a`, `nonsense ${hostname()} b`]) {
      writeFileSync(lock(), left);
      await addOne();
    }
    assert.equal(readFileSync(file(), "utf8"), "2");
  });

  it("挡路的不是锁：空的、文件夹、指向空处的链接、管道、时间在将来的，都不挡路", async function () {
    this.timeout(20_000);
    const old = new Date(Date.now() - 60_000);
    const dead = spawnSync(process.execPath, ["-e", "0"]).pid;
    for (const leave of [
      () => writeFileSync(lock(), ""),
      () => mkdirSync(lock()),
      () => symlinkSync("nowhere", lock()),
      () => spawnSync("mkfifo", [lock()]),
      () => {
        writeFileSync(lock(), `${dead} ${hostname()} d`);
        utimesSync(lock(), new Date(Date.now() + 3_600_000), new Date(Date.now() + 3_600_000));
      },
      () => {
        mkdirSync(join(lock(), "里面"), { recursive: true });
        utimesSync(lock(), old, old);
      },
    ]) {
      leave();
      const before = Date.now();
      await addOne();
      assert.ok(Date.now() - before < 5_000, `${leave}: ${Date.now() - before} ms`);
    }
    assert.equal(readFileSync(file(), "utf8"), "6");
    assert.equal(existsSync(lock()), false);
  });

  it("别人的锁还新，就等；做事的人出错，锁也放开", async () => {
    writeFileSync(lock(), `${process.ppid} ${hostname()} c`);
    let done = false;
    const waiting = addOne().then(() => (done = true));
    await new Promise((next) => setTimeout(next, 100));
    assert.equal(done, false);
    rmSync(lock());
    await waiting;
    await assert.rejects(
      withFileLock(file(), () => Promise.reject(new Error("坏了"))),
      /坏了/,
    );
    await addOne();
    assert.equal(readFileSync(file(), "utf8"), "2");
  });
});
