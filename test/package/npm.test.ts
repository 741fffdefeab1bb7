import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  createProtocolConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { packed, say, scratchFolder } from "./packed.js";

/** On Windows npm is a script of the shell. */
const shell = process.platform === "win32";
const GAP = "一、总体要求\n坚持立德树人。\n三、重点任务\n办好每一所学校。\n";

describe("npm 包：装进空文件夹", () => {
  const scratch = scratchFolder();
  const home = join(scratch.path, "home");
  const installed = join(home, "node_modules", "hegao");
  const hegao = join(installed, "dist", "hegao.js");
  const write = (name: string, text: string): void => writeFileSync(join(home, name), text);

  before(() => {
    const file = packed("npm", join(scratch.path, "out"));
    mkdirSync(home);
    write("package.json", '{"private":true}');
    const flags = ["--ignore-scripts", "--offline", "--omit=optional", "--no-audit", "--no-fund"];
    const done = spawnSync("npm", ["install", file, ...flags], { cwd: home, encoding: "utf8", shell });
    assert.equal(done.status, 0, done.stderr);
    write("2026年工作要点.txt", GAP);
  });
  after(() => scratch.remove());

  it("不带任何依赖，也不带源码与测试", () => {
    assert.deepEqual(
      readdirSync(join(home, "node_modules")).filter((name) => !name.startsWith(".")),
      ["hegao"],
    );
    assert.deepEqual(
      readdirSync(installed).sort(),
      [
        "CHANGELOG.md",
        "LICENSE",
        "README.en.md",
        "README.md",
        ...(readdirSync(installed).includes("SUPPORT.md") ? ["SUPPORT.md"] : []),
        "dist",
        "docs",
        "package.json",
      ].sort(),
    );
  });

  it("hegao lsp 的各个线程都在包内：没有它们，比对和读 Word 就拖住编辑", () => {
    const threads = readdirSync("dist").filter((name) => name.endsWith("Worker.js"));
    assert.ok(threads.includes("compareWorker.js") && threads.includes("readWorker.js"));
    const packedDist = readdirSync(join(installed, "dist"));
    assert.deepEqual(
      threads.filter((name) => !packedDist.includes(name)),
      [],
    );
  });

  it("安装时没有脚本要运行", () => {
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as object;
    for (const key of ["scripts", "devDependencies", "overrides", "allowScripts"])
      assert.ok(!(key in manifest), key);
  });

  it("npx hegao lint 给出发现，以退出码报告", () => {
    const done = spawnSync(
      "npx",
      ["--offline", "hegao", "lint", ".", "--format", "json", "--fail-on", "info"],
      {
        cwd: home,
        encoding: "utf8",
        shell,
      },
    );
    assert.equal(done.status, 1, done.stderr);
    const report = JSON.parse(done.stdout) as { summary: { byRule: Record<string, number> } };
    assert.equal(report.summary.byRule["numbering-gap"], 1);
  });

  it("hegao compare 用包内的 WebAssembly 分词", () => {
    write("2025年工作要点.txt", "一、总体要求\n坚持立德树人。\n二、重点任务\n办好学校。\n");
    const { code, err } = say([hegao, "compare", "2026年工作要点.txt", "--against", "2025年工作要点.txt"], {
      cwd: home,
    });
    assert.ok(code === 0 || code === 1, err);
    assert.ok(readFileSync(join(installed, "dist", "jieba_rs_wasm_bg.wasm")).length > 0);
  });

  it("hegao lsp --stdio 答话", async () => {
    const child = spawn(process.execPath, [hegao, "lsp", "--stdio"], {
      cwd: home,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const params = { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null };
    const { serverInfo } = await connection.sendRequest<InitializeResult>("initialize", params);
    assert.equal(serverInfo?.name, "hegao");
    await connection.sendRequest("shutdown");
    const ended = new Promise((done) => child.on("exit", done));
    await connection.sendNotification("exit");
    assert.equal(await ended, 0);
    connection.dispose();
  });

  it("程序里用 createPlanService：require、import 都可以", () => {
    const use =
      "const s = createPlanService(); console.log(s.check(s.parse(text)).map((f) => f.ruleId).join())";
    const text = `const text = ${JSON.stringify(GAP)};`;
    write("use.cjs", `const { createPlanService } = require("hegao"); ${text} ${use}`);
    write("use.mjs", `import { createPlanService } from "hegao"; ${text} ${use}`);
    for (const name of ["use.cjs", "use.mjs"]) {
      const { out, err } = say([name], { cwd: home });
      assert.ok(out.includes("numbering-gap"), err);
    }
  });

  it("TypeScript 认得它的类型，类型自足", () => {
    write(
      "use.mts",
      [
        'import { createPlanService, type Finding, type PlanDocument, type TargetRow } from "hegao";',
        'const service = createPlanService({ locale: "en" });',
        `const plan: PlanDocument = service.parse(${JSON.stringify(GAP)});`,
        "const findings: readonly Finding[] = service.check(plan);",
        "const rows: readonly TargetRow[] = service.targets(plan);",
        "export const seen = [findings[0]?.ruleId, rows.length, service.outline(plan)[0]?.children];",
        "// @ts-expect-error: 只有两种语言",
        'createPlanService({ locale: "fr" });',
      ].join("\n"),
    );
    const flags =
      "--noEmit --strict --skipLibCheck false --target ES2022 --module NodeNext --lib ES2023 use.mts";
    const tsc = resolve("node_modules", "typescript", "bin", "tsc");
    const { code, out } = say([tsc, ...flags.split(" ")], { cwd: home });
    assert.equal(code, 0, out);
  });
});
