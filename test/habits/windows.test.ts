import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import iconv from "iconv-lite";
import { isPlanName } from "../../server/src/cli/inputs/planNames.js";
import { fileNameOf, isDraftFile, isWordFile, keyOf } from "../../server/src/lsp/folderFiles.js";
import { homeOf, nameInHome } from "../../server/src/lsp/hegaoHome.js";
import { readHere } from "../../server/src/lsp/documentReader.js";
import { createNodeFiles } from "../../server/src/lsp/nodeFiles.js";
import { teamFileOf } from "../../server/src/lsp/teamFile.js";
import { isAbsolutePath, pathInside } from "../../server/src/service/configPaths.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { type Folder, folderWith, gapDraft, hegao, type Outcome } from "../cli/hegao.js";

/** What drafts and paths look like in an office on Windows; here they are tried on whatever system the tests run. */
const nodeFiles = createNodeFiles(readHere);

describe("Windows 的习惯", () => {
  /** One thing that `--fix` mends: brackets that have lost their number. */
  const broken = "一、重点任务\n（一）甲。\n（）乙。\n（三）丙。\n";
  const mended = broken.replace("（）", "（二）");
  let folder: Folder;
  const run = (...args: string[]): Outcome => hegao(args, { cwd: folder.path });
  const bytes = (name: string): Buffer => readFileSync(join(folder.path, name));
  afterEach(() => folder.remove());

  for (const [name, options] of [
    ["utf8", {}],
    ["utf8", { addBOM: true }],
    ["gb18030", {}],
    ["utf16-le", { addBOM: true }],
  ] as const) {
    it(`CRLF 与 ${name}${"addBOM" in options ? "（BOM）" : ""}：改正之后照旧`, () => {
      const encode = (text: string): Buffer => iconv.encode(text.replaceAll("\n", "\r\n"), name, options);
      folder = folderWith({ "稿.plan": encode(broken) });
      assert.equal(run("lint", "稿.plan", "--fix", "--fail-on", "never").code, 0);
      assert.deepEqual(bytes("稿.plan"), encode(mended));
    });
  }

  it("段首全角空格：层级、编号照认，不当作多余的空格", () => {
    const indented = gapDraft.replace(/^/gm, "\u3000\u3000").trimEnd();
    folder = folderWith({ "稿.plan": indented });
    assert.deepEqual(
      parsePlan(indented).items.map(({ title }) => title),
      parsePlan(gapDraft).items.map(({ title }) => title),
    );
    const { summary } = JSON.parse(run("lint", "稿.plan", "--format", "json").out) as {
      summary: { byRule: Record<string, number> };
    };
    assert.deepEqual(summary.byRule, { "numbering-gap": 1 });
  });

  it("扩展名大写也认；Word 打开时留下的 ~$ 文件不理", () => {
    folder = folderWith({
      "2026年工作要点.TXT": gapDraft,
      "~$26年工作要点.docx": "x",
      "~$稿.plan": gapDraft,
    });
    const { summary } = JSON.parse(run("lint", ".", "--format", "json").out) as {
      summary: { files: number };
    };
    assert.equal(summary.files, 1);
    for (const name of ["2026年工作要点.TXT", "稿.PLAN"])
      assert.ok(isDraftFile(name) && isPlanName(name), name);
    assert.ok(isWordFile("方案.DOCX"));
    for (const name of ["~$方案.docx", "~$稿.plan"])
      assert.ok(!isWordFile(name) && !isDraftFile(name) && !isPlanName(name), name);
  });

  it("路径里有中文、空格、括号、百分号", () => {
    const name = "2026 年度/（送审稿） 100%/教育局 2026年工作要点.txt";
    folder = folderWith({ [name]: gapDraft });
    const { out, code } = run("lint", "2026 年度", "--format", "json");
    assert.equal(code, 0);
    const report = JSON.parse(out) as { files: { path: string; findings: object[] }[] };
    assert.deepEqual(
      report.files.map(({ path, findings }) => [path, findings.length]),
      [[name, 1]],
    );
  });

  it("PowerShell 与 cmd 的引号：末尾的反斜杠吞掉的、单引号原样传来的，都还是那个文件夹", () => {
    folder = folderWith({ "2026 稿/2026年工作要点.txt": gapDraft });
    // `hegao lint "2026 稿\"` reaches a program of Windows as `2026 稿"`.
    for (const argument of ['2026 稿"', "'2026 稿'", "'2026 稿/*.txt'"]) {
      const { code, err } = run("lint", argument);
      assert.deepEqual([code, err], [0, ""], argument);
    }
  });

  it("PowerShell 的 > 会改换编码，所以报告可以用 -o 写成 UTF-8", () => {
    folder = folderWith({ "稿.plan": gapDraft });
    assert.equal(run("lint", "稿.plan", "--format", "json", "-o", "结果.json").code, 0);
    assert.equal((JSON.parse(bytes("结果.json").toString("utf8")) as { version: number }).version, 1);
  });
});

describe("Windows 的路径：盘符与共享文件夹", () => {
  const place = (uri: string): string => decodeURIComponent(uri);

  it("盘符大小写、冒号转不转义，是同一份文稿", () => {
    const spellings = [
      "file:///c%3A/%E7%A8%BF/a.plan",
      "file:///C:/稿/a.plan",
      "file:///c:/%E7%A8%BF/a.plan",
    ];
    assert.equal(new Set(spellings.map(keyOf)).size, 1);
    assert.equal(fileNameOf(String(spellings[0])), "a.plan");
    for (const path of ["C:\\稿", "c:/稿", "\\\\server\\share\\稿"]) assert.ok(isAbsolutePath(path), path);
    assert.equal(pathInside("C:/稿", "C:/稿/2026", "..\\往年"), "C:/稿/往年");
    assert.equal(pathInside("C:/稿", "C:/稿/2026", "..\\..\\别处"), undefined);
  });

  for (const root of ["file:///c%3A/%E7%A8%BF", "file://server/share/%E7%A8%BF"]) {
    it(`团队文件与 .hegao 在 ${place(root)} 之内找，不越出`, async () => {
      const asked: string[] = [];
      const readText = async (uri: string): Promise<string | undefined> => {
        asked.push(uri);
        return uri === `${root}/hegao.config.json` ? '{"roster":[{"full":"基础教育科"}]}' : undefined;
      };
      const draft = `${root}/2026/a.plan`;
      const team = await teamFileOf(draft, { locale: "zh-CN", readText, folders: [root] });
      assert.deepEqual(team?.files, [`${root}/hegao.config.json`]);
      assert.ok(
        asked.every((uri) => uri.startsWith(root)),
        asked.join(),
      );
      const looked: string[] = [];
      const stamp = async (uri: string): Promise<string | undefined> => {
        looked.push(uri);
        return uri === `${root}/.hegao` ? "1" : undefined;
      };
      const home = await homeOf(draft, { roots: [root], files: { ...nodeFiles, stamp } });
      assert.ok(
        looked.every((uri) => uri.startsWith(`${root}/`)),
        looked.join(),
      );
      assert.equal(home, root);
      assert.equal(nameInHome(home, draft), "2026/a.plan");
    });
  }

  it("列出的文件沿用编辑器对文件夹的写法，同一文件夹的配置才对得上", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hegao 稿-"));
    writeFileSync(join(folder, "甲 乙#1.plan"), "");
    // An editor escapes more than Node does.
    const written = pathToFileURL(folder).href.replaceAll("-", "%2D");
    const [found] = await nodeFiles.list(written);
    assert.equal(found?.uri, `${written}/${encodeURIComponent("甲 乙#1.plan")}`);
    assert.equal(await nodeFiles.read(String(found?.uri)), "");
    rmSync(folder, { recursive: true });
  });
});
