import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Ajv from "ajv";
import { SaxesParser } from "saxes";
import { read } from "../read/support/read.js";
import { skipBecause } from "../support/skipBecause.js";
import { type Folder, folderWith, gapDraft, hegao } from "./hegao.js";

interface Sarif {
  runs: {
    columnKind: string;
    tool: { driver: { rules: { id: string }[] } };
    invocations: { executionSuccessful: boolean; toolExecutionNotifications: object[] }[];
    results: {
      ruleId: string;
      ruleIndex: number;
      suppressions?: object[];
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
    }[];
  }[];
}

/** The schema of the standard, as Microsoft's matcher carries it. Its draft is older than what Ajv expects to be told. */
function sarifSchema(): object {
  const path = createRequire(import.meta.url).resolve(
    "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  );
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  return schema;
}

/** Every element of an XML text with its attributes, as a parser sees them. */
function elements(xml: string): { readonly name: string; readonly attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => assert.fail(error));
  parser.on("opentag", ({ name, attributes }) => found.push({ name, attributes }));
  parser.write(xml).close();
  return found;
}

describe("命令行：SARIF、GitHub、JUnit、逐行", () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({ "工作 要点/2026年工作要点.txt": gapDraft, "坏.docx": "PK\u0003\u0004x" });
  });
  after(() => folder.remove());

  it("SARIF 2.1.0：合于标准的模式", () => {
    const { out, code } = hegao(["lint", ".", "坏.docx", "--format", "sarif"], { cwd: folder.path });
    assert.equal(code, 2);
    const log = JSON.parse(out) as Sarif;
    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
    const valid = ajv.validate(sarifSchema(), log);
    assert.ok(valid, ajv.errorsText());
    const [run] = log.runs;
    assert.ok(run);
    assert.equal(run.columnKind, "utf16CodeUnits");
    assert.equal(run.invocations[0]?.executionSuccessful, false);
    assert.equal(run.invocations[0]?.toolExecutionNotifications.length, 1);
    const [result] = run.results;
    assert.ok(result);
    assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
    const place = result.locations[0]?.physicalLocation;
    assert.equal(place?.artifactLocation.uri, encodeURI("工作 要点/2026年工作要点.txt"));
    assert.deepEqual(place.region, {
      startLine: 5,
      startColumn: 1,
      endLine: 5,
      endColumn: 3,
      snippet: { text: "四、" },
    });
  });

  it("GitHub：一处一行，特殊字符转义", () => {
    const { out } = hegao(["lint", ".", "--format", "github"], { cwd: folder.path });
    assert.match(
      out,
      /^::warning file=工作 要点\/2026年工作要点\.txt,line=5,endLine=5,col=1,endColumn=3,title=numbering-gap::.+\n$/,
    );
  });

  it("JUnit：达到级别的才算失败，读不了的算出错，XML 读得通", () => {
    const junit = (level: string): ReturnType<typeof elements> =>
      elements(
        hegao(["lint", ".", "坏.docx", "--format", "junit", "--fail-on", level], { cwd: folder.path }).out,
      );
    const names = (level: string): string[] => junit(level).map(({ name }) => name);
    assert.ok(names("warning").includes("failure") && names("warning").includes("error"));
    assert.ok(!names("error").includes("failure"));
    const [suite] = junit("warning").filter(({ name }) => name === "testsuite");
    assert.deepEqual(
      { ...suite?.attributes },
      {
        name: "工作 要点/2026年工作要点.txt",
        tests: "1",
        failures: "1",
        errors: "0",
      },
    );
    const [only] = junit("warning").filter(({ name }) => name === "testcase");
    assert.equal(only?.attributes["name"], "numbering-gap 5:1");
  });

  it("逐行：编辑器的问题匹配器读得出文件、行、列、级别、说明、规则", () => {
    const { out } = hegao(["lint", ".", "--format", "lines"], { cwd: folder.path });
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
      contributes: { problemMatchers: readonly [{ pattern: { regexp: string } }] };
    };
    const [, ...parts] = new RegExp(contributes.problemMatchers[0].pattern.regexp).exec(out.trimEnd()) ?? [];
    const [file, line, column, severity, message, code] = parts;
    assert.deepEqual(
      [file, line, column, severity, code],
      ["工作 要点/2026年工作要点.txt", "5", "1", "warning", "numbering-gap"],
    );
    assert.match(String(message), /\p{Script=Han}/u);
  });

  for (const format of ["text", "lines", "github"]) {
    it(`${format}：文件名里的换行不能另起一行冒充报告`, function () {
      if (process.platform === "win32") return skipBecause(this, "Windows 的文件名里没有换行");
      const name = "a\n::error::forged $(id).plan";
      writeFileSync(join(folder.path, name), "一、甲\n三、乙\n");
      const { out } = hegao(["lint", name, "--format", format], { cwd: folder.path });
      const lines = out.split("\n").filter((line) => line.includes("forged"));
      assert.ok(lines.length > 0);
      assert.deepEqual(
        lines.filter((line) => line.startsWith("::error")),
        [],
      );
    });
  }

  it("-o 写成文件，不着色，屏幕上不再印；写不进去退出码为 2", () => {
    const call = ["lint", ".", "--color", "--format"];
    for (const format of ["text", "sarif", "json"]) {
      const { out, code } = hegao([...call, format, "-o", "报告/结果"], { cwd: folder.path });
      assert.deepEqual([out, code], ["", 0]);
      const told = readFileSync(join(folder.path, "报告", "结果"), "utf8");
      assert.match(told, /numbering-gap/);
      assert.doesNotMatch(told, /\u001b/);
    }
    const { code, err } = hegao([...call, "json", "-o", "工作 要点/2026年工作要点.txt/结果"], {
      cwd: folder.path,
    });
    assert.equal(code, 2);
    assert.match(err, /写不进去/);
  });
});

describe("命令行：其余命令", () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({
      "稿.plan":
        "云岭市教育局2026年工作要点\n一、重点任务\n（一）扩大学位。到2026年，新建小学3所，学前教育毛入园率达到95%。\n责任科室：基教科、计财科\n",
    });
  });
  after(() => folder.remove());
  const json = <T>(...args: string[]): T =>
    JSON.parse(hegao([...args, "--format", "json"], { cwd: folder.path }).out) as T;

  it("outline：树、科室、位置", () => {
    interface Node {
      level: number;
      marker: string;
      style: string;
      ordinal: number;
      title: string;
      departments: string[];
      children: Node[];
    }
    const outline = json<{
      version: number;
      kind: string;
      planYears: number[];
      front: object;
      items: Node[];
    }>("outline", "稿.plan");
    assert.deepEqual(outline.planYears, [2026, 2026]);
    assert.equal(outline.kind, "annual-points");
    assert.deepEqual(Object.keys(outline.front), ["issuers", "documentNumber", "date", "addressees"]);
    const [chapter] = outline.items;
    assert.deepEqual(
      [chapter?.level, chapter?.marker, chapter?.style, chapter?.ordinal, chapter?.title],
      [1, "一、", "hanzi", 1, "重点任务"],
    );
    assert.deepEqual(chapter?.children[0]?.departments, ["基教科", "计财科"]);
    assert.match(
      hegao(["outline", "稿.plan"], { cwd: folder.path }).out,
      /\n {2}（一）扩大学位 {2}［基教科、计财科］\n/,
    );
  });

  it("targets：指标、数值、年份", () => {
    interface Target {
      indicator: string;
      value: string;
      number: number | null;
      year: number | null;
      item: string;
      range: object;
    }
    const ledger = json<{ version: number; files: { path: string; targets: Target[] }[] }>(
      "targets",
      "稿.plan",
    );
    const rate = ledger.files[0]?.targets.find((target) => target.value.startsWith("95%"));
    assert.equal(rate?.number, 0.95);
    assert.equal(rate.year, 2026);
    assert.equal(rate.item, "一、（一）");
    assert.match(hegao(["targets", "稿.plan", "--format", "csv"], { cwd: folder.path }).out, /指标,/);
  });

  it("tasks：任务、科室、时限", () => {
    interface Task {
      marker: string;
      path: string[];
      departments: string[];
    }
    const table = json<{ version: number; path: string; tasks: Task[] }>("tasks", "稿.plan");
    assert.deepEqual(table.tasks[0]?.path, ["一、", "（一）"]);
    assert.deepEqual(table.tasks[0]?.departments, ["基教科", "计财科"]);
    assert.match(hegao(["tasks", "稿.plan", "--format", "md"], { cwd: folder.path }).out, /^\| .*任务/);
    const { code } = hegao(["tasks", "稿.plan", "--format", "csv", "-o", "表.csv"], { cwd: folder.path });
    assert.equal(code, 0);
    assert.match(readFileSync(`${folder.path}/表.csv`, "utf8"), /^\uFEFF?.*任务/);
  });

  it("export 与 xlsx：写成文件，没有 -o 就说明", () => {
    const run = (...args: string[]) => hegao(args, { cwd: folder.path });
    for (const [name, ...args] of [
      ["稿.docx", "export", "稿.plan"],
      ["表.xlsx", "tasks", "稿.plan", "--format", "xlsx"],
      ["账.xlsx", "targets", "稿.plan", "--format", "xlsx"],
    ] as const) {
      assert.equal(run(...args).code, 2, name);
      const { code, err } = run(...args, "-o", name);
      assert.equal(code, 0, err);
      assert.equal(readFileSync(`${folder.path}/${name}`).subarray(0, 2).toString(), "PK");
    }
    assert.match(run("outline", "稿.docx").out, /（一）扩大学位/);
  });

  it("-o、--cache-file 写的就是所给的文稿：一字不动，说明缘由", () => {
    const path = `${folder.path}/稿.plan`;
    const before = readFileSync(path, "utf8");
    for (const args of [
      ["tasks", "稿.plan", "-o", "稿.plan"],
      ["lint", "稿.plan", "-o", "./稿.plan"],
      ["export", "稿.plan", "-o", path],
      ["convert", "稿.plan", "-o", "稿.plan"],
      ["lint", ".", "--cache", "--cache-file", "稿.plan"],
    ]) {
      const { code, err } = hegao(args, { cwd: folder.path });
      assert.match(err, /稿\.plan 就是所/, args.join(" "));
      if (args.includes("-o")) assert.equal(code, 2);
      assert.equal(readFileSync(path, "utf8"), before);
    }
  });

  it("rules：目录、一条的说明、JSON、模式", () => {
    assert.match(hegao(["rules"]).out, /numbering-gap +警告 +/);
    assert.match(hegao(["rules", "numbering-gap"]).out, /^# .+\n\n`numbering-gap`/);
    const english = hegao(["rules", "responsibility-missing", "--locale", "en"]).out;
    assert.match(
      english,
      /^# Every task[^\n]*\n\n`responsibility-missing` · Responsibility · warning\n\n## Why/,
    );
    assert.match(english, /\n\| `whenUsed` \||\n\| `[a-zA-Z]+` \| [A-Z]/);
    assert.doesNotMatch(english, /为什么|示例|设置|默认/);
    assert.ok(json<{ rules: object[] }>("rules").rules.length >= 10);
    assert.match(hegao(["rules", "--schema"]).out, /"numbering-gap"/);
  });
});

describe("命令行：发现写成 Word 批注", () => {
  let folder: Folder;
  before(() => (folder = folderWith({ "要点.txt": gapDraft, "别的.txt": gapDraft })));
  after(() => folder.remove());
  const lint = (...args: string[]): ReturnType<typeof hegao> =>
    hegao(["lint", ...args, "--format", "docx"], { cwd: folder.path });
  const commentsOf = async (name: string): Promise<string[]> => {
    const { comments, text } = await read(readFileSync(join(folder.path, name)), name);
    return comments.map((one) => `${text.slice(one.span.start, one.span.end)}｜${one.author}｜${one.text}`);
  };

  it("文本先排成 Word；再核对那份 Word，批注标在同样的字上，原文件不动", async () => {
    const { code, out, err } = lint("要点.txt", "-o", "批注/稿.docx");
    assert.deepEqual([code, out, err], [0, "", "hegao: 1 处发现写成批注：批注/稿.docx\n"]);
    const said = await commentsOf("批注/稿.docx");
    assert.equal(said.length, 1);
    assert.match(said[0] ?? "", /^四、｜核稿｜警告：此处编号应为“三”.*\n规则：numbering-gap\n可选修正：/);
    hegao(["export", "要点.txt", "-o", "送审.docx"], { cwd: folder.path });
    const before = readFileSync(join(folder.path, "送审.docx"));
    assert.equal(lint("送审.docx", "-o", "批注.docx", "--fail-on", "warning").code, 1);
    assert.deepEqual(await commentsOf("批注.docx"), said);
    assert.deepEqual(readFileSync(join(folder.path, "送审.docx")), before);
  });

  it("没有 -o、一次两份、连同 --fix、写在原稿上、读不了，退出码都为 2", () => {
    const refused: [string[], RegExp][] = [
      [["要点.txt"], /-o/],
      [["要点.txt", "别的.txt", "-o", "稿.docx"], /一次只读一个/],
      [["要点.txt", "--fix", "-o", "稿.docx"], /--fix/],
      [["要点.txt", "-o", "要点.txt"], /就是所给的文稿/],
      [["没有.docx", "-o", "稿.docx"], /找不到文件/],
    ];
    for (const [args, why] of refused) {
      const { code, err } = lint(...args);
      assert.equal(code, 2, err);
      assert.match(err, why);
    }
    assert.ok(!existsSync(join(folder.path, "稿.docx")));
  });
});
