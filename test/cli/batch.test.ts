import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Folder, folderWith, gapDraft, hegao, type Outcome } from "./hegao.js";

const drafts = Object.fromEntries(
  Array.from({ length: 9 }, (_, i) => [
    `稿/${i}年工作要点.txt`,
    `某局202${i}年工作要点\n${gapDraft}第${i}份，落实教育强国建设的的战略部署。\n`,
  ]),
);

describe("成批核对", () => {
  let folder: Folder;
  beforeEach(() => {
    folder = folderWith({
      ...drafts,
      "稿/坏的要点.docx": "PK\u0003\u0004 这不是文档",
      "稿/hegao.config.json": '{"rules": {"nosuch": "off"}, "earlier": ["../往年"]}',
      "往年/某局2020年工作要点.txt": `某局2020年工作要点\n${gapDraft}`,
      "稿/.hegao/ignores.json": JSON.stringify({
        version: 1,
        entries: [{ file: "3年工作要点.txt", rule: "numbering-gap", heading: "四、保障措施", quote: "四、" }],
      }),
    });
  });
  afterEach(() => folder.remove());
  const lint = (...args: string[]): Outcome => hegao(["lint", "稿", ...args], { cwd: folder.path });

  for (const args of [
    [],
    ["--format", "json", "--show-ignored"],
    ["--format", "sarif", "--locale", "en"],
    ["--fix-dry-run"],
  ]) {
    it(`几个线程都给出同样的报告、同样的话、同样的退出码：${args.join(" ")}`, () => {
      const [alone, ...others] = ["1", "3"].map((workers) => lint(...args, "--workers", workers));
      assert.ok(alone);
      assert.match(alone.err, /nosuch/);
      assert.equal(alone.code, 2, "the damaged .docx is said");
      for (const other of others) assert.deepEqual(other, alone);
    });
  }

  it("几个线程一起修正，每份文稿都修好", () => {
    writeFileSync(join(folder.path, "稿/坏的要点.docx"), "");
    const { out } = lint("--fix", "--workers", "3", "--fail-on", "never");
    assert.match(out, /已修正/);
    for (const name of Object.keys(drafts))
      assert.doesNotMatch(readFileSync(join(folder.path, name), "utf8"), /的的/);
  });

  it("--workers 只认数与 auto", () => {
    for (const wrong of ["0", "-1", "two", "100"]) {
      const { code, err } = lint(`--workers=${wrong}`);
      assert.equal(code, 2);
      assert.match(err, /--workers/);
    }
  });

  it("标准输入与文件一起，也只读一次", () => {
    const { out } = hegao(["lint", "-", "稿", "--workers", "3", "--format", "json"], {
      cwd: folder.path,
      input: gapDraft,
    });
    const { files } = JSON.parse(out) as { files: { path: string; findings: unknown[] }[] };
    assert.equal(files.length, 10);
    assert.equal(files.find(({ path }) => path === "<stdin>")?.findings.length, 1);
  });

  describe("--cache", () => {
    const cache = (): string => join(folder.path, ".hegaocache");
    /** Every stored report gets a sign, so that one sees where it was taken over. */
    const mark = (): void =>
      writeFileSync(cache(), readFileSync(cache(), "utf8").replaceAll("四、保障措施", "四、保障措施（存）"));
    const takenOver = (...args: string[]): string[] => {
      const { out } = lint("--cache", "--workers", "1", ...args);
      const parts = out.split(/^(?=稿\/)/m).filter((part) => part.includes("（存）"));
      return parts.map((part) => /^稿\/(\d)/.exec(part)?.[1] ?? part);
    };
    const all = [..."012345678"];

    it("没有要它存就不存；存了之后报告不变", () => {
      const plain = lint();
      assert.equal(existsSync(cache()), false);
      assert.deepEqual(lint("--cache"), plain);
      assert.ok(existsSync(cache()));
      assert.deepEqual(lint("--cache", "--workers", "3"), plain);
      lint("--cache-file", "别处/存.json");
      assert.deepEqual(readdirSync(join(folder.path, "别处")), ["存.json"]);
    });

    it("没变的沿用；改了的、配置改了的、往年改了的、换了格式的重新核对", () => {
      lint("--cache");
      mark();
      assert.deepEqual(takenOver(), all);
      writeFileSync(join(folder.path, "稿/5年工作要点.txt"), `${gapDraft}又一份。\n`);
      assert.deepEqual(
        takenOver(),
        all.filter((name) => name !== "5"),
      );
      assert.deepEqual(takenOver("--profile", "issue"), []);
      const changes: Readonly<Record<string, string>> = {
        "稿/hegao.config.json": '{"rules": {"text-repeat": "off"}, "earlier": ["../往年"]}',
        "往年/某局2020年工作要点.txt": `某局2020年工作要点\n${gapDraft}又一句。\n`,
        "稿/.hegao/ignores.json": '{"version": 1, "entries": []}',
      };
      for (const [name, text] of Object.entries(changes)) {
        lint("--cache");
        mark();
        assert.notDeepEqual(takenOver(), [], name);
        writeFileSync(join(folder.path, name), text);
        const left = takenOver();
        // Of what is ignored, only the draft that the entry names is concerned.
        if (name.includes("ignores")) assert.ok(!left.includes("3"));
        else assert.deepEqual(left, [], name);
      }
    });

    it("存坏了、写不下都不碍事", () => {
      const plain = lint("--fail-on", "never");
      for (const text of ["", "{", '{"version":1,"results":[{"key":"a","report":{}}, null]}', "\u0000"]) {
        writeFileSync(cache(), text);
        assert.deepEqual(lint("--cache", "--fail-on", "never"), plain);
      }
      mkdirSync(join(folder.path, "一个文件夹"));
      const { out, err } = lint("--cache-file", "一个文件夹", "--fail-on", "never");
      assert.equal(out, plain.out);
      assert.match(err, /一个文件夹 写不进去/);
    });
  });
});
