import assert from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { nodeFiles } from "../../server/src/lsp/nodeFiles.js";
import { withFileLock } from "../../server/src/write/fileLock.js";
import { writeWhole } from "../../server/src/write/wholeFile.js";
import { type Folder, folderWith, hegao } from "../cli/hegao.js";
import { skipBecause } from "../support/skipBecause.js";

describe("写一个文件：要么是旧的，要么是新的", () => {
  let folder: Folder;
  beforeEach(() => (folder = folderWith({ "a.json": "旧" })));
  afterEach(() => folder.remove());
  const at = (...parts: string[]): string => join(folder.path, ...parts);
  const names = (): string[] => readdirSync(folder.path).filter((name) => name !== ".git");

  it("同时写的各写各的，留下的是其中完整的一份，旁边不留东西", async () => {
    const texts = Array.from({ length: 12 }, (_, i) => String(i).repeat(100_000));
    await Promise.all(texts.map((text) => writeWhole(at("a.json"), text)));
    assert.ok(texts.includes(readFileSync(at("a.json"), "utf8")));
    assert.deepEqual(names(), ["a.json"]);
  });

  it("只在还在的文件夹里建 .hegao；文件夹没有了，写与上锁都说没有，不凭空放回一个空的", async () => {
    await writeWhole(at(".hegao", "a.json"), "新");
    assert.equal(readFileSync(at(".hegao", "a.json"), "utf8"), "新");
    const gone = [at("没有了", ".hegao", "a.json"), at("没有了", "a.json")];
    for (const path of gone) {
      await assert.rejects(writeWhole(path, "新"), { code: "ENOENT" });
      await assert.rejects(
        withFileLock(path, () => undefined),
        { code: "ENOENT" },
      );
    }
    assert.deepEqual(names().sort(), [".hegao", "a.json"]);
  });

  it("被杀的程序留在旁边的半份，下次写时收走；还新的不动", async () => {
    const left = at(".a.json.tmp");
    writeFileSync(left, "半");
    await writeWhole(at("a.json"), "新");
    assert.deepEqual(names().sort(), [".a.json.tmp", "a.json"]);
    const old = new Date(Date.now() - 3_600_000);
    utimesSync(left, old, old);
    await writeWhole(at("a.json"), "更新");
    assert.deepEqual(names(), ["a.json"]);
    assert.equal(readFileSync(at("a.json"), "utf8"), "更新");
    mkdirSync(left);
    utimesSync(left, old, old);
    await writeWhole(at("a.json"), "又新");
    assert.equal(readFileSync(at("a.json"), "utf8"), "又新");
  });

  it("编辑器写的也一样：链接还是链接，权限不变，同组的人照样写得了", async function () {
    if (process.platform === "win32") skipBecause(this, "links and modes of POSIX");
    mkdirSync(at("共用"));
    writeFileSync(at("共用", "team.json"), "旧");
    chmodSync(at("共用", "team.json"), 0o664);
    symlinkSync(at("共用", "team.json"), at("hegao.config.json"));
    await nodeFiles.write(pathToFileURL(at("hegao.config.json")).href, "新");
    assert.ok(lstatSync(at("hegao.config.json")).isSymbolicLink());
    assert.equal(readFileSync(at("共用", "team.json"), "utf8"), "新");
    assert.equal(statSync(at("共用", "team.json")).mode & 0o777, 0o664);
    rmSync(at("hegao.config.json"));
  });

  it("名字有八十多个字的文稿照样修正", () => {
    const name = `${"云岭市关于做好各项重点工作的若干安排".repeat(5).slice(0, 83)}.md`;
    writeFileSync(at(name), "一、总体要求\n加强管理，，抓好落实。\n");
    const { code, err } = hegao(["lint", "--fix", name], { cwd: folder.path });
    assert.equal(code, 0, err);
    assert.match(readFileSync(at(name), "utf8"), /加强管理，抓好落实/);
  });
});
