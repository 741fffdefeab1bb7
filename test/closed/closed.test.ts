import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Folder, folderWith, gapDraft } from "../cli/hegao.js";
import { startRaw } from "../fuzz/support/rawServer.js";

const WATCH = resolve("test/closed/support/watch.cjs");
const config = JSON.stringify({ earlier: ["往年"], roster: [{ full: "基础教育科" }] });
const lastYear = `某局2025年工作要点\n${gapDraft}`;

interface Watched {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** What was written and which ways to the network were tried, one line each. */
  readonly done: readonly string[];
}

let count = 0;
const logFile = (): string => join(tmpdir(), `hegao-watch-${process.pid}-${++count}.log`);

function linesOf(log: string): string[] {
  const lines = existsSync(log) ? readFileSync(log, "utf8").split("\n").filter(Boolean) : [];
  rmSync(log, { force: true });
  return lines;
}

function watched(args: readonly string[], { path }: Folder): Watched {
  const log = logFile();
  const run = spawnSync(process.execPath, ["--require", WATCH, resolve("dist/hegao.js"), ...args], {
    cwd: path,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: path, LANG: "zh_CN.UTF-8", HEGAO_WATCH: log },
  });
  return { code: run.status, out: run.stdout, err: run.stderr, done: linesOf(log) };
}

describe("关得住：不联网，不乱写", () => {
  let folder: Folder;
  beforeEach(() => {
    folder = folderWith({
      "某局2026年工作要点.txt": `某局2026年工作要点\n${gapDraft}\n加强管理，，抓好落实。`,
      "往年/某局2025年工作要点.txt": lastYear,
      "hegao.config.json": config,
    });
  });
  afterEach(() => folder.remove());

  const draft = "某局2026年工作要点.txt";
  const reading = [
    ["lint", draft, "--fail-on", "never"],
    ["lint", draft, "--fail-on", "never", "--fix-dry-run"],
    ["lint", draft, "往年", "--fail-on", "never", "--workers", "2"],
    ["outline", draft],
    ["targets", draft],
    ["tasks", draft],
    ["convert", draft],
    ["rules"],
    ["rules", "target-year"],
    ["compare", draft, "--against", "往年"],
    ["--help"],
    ["--version"],
  ];
  for (const args of reading) {
    it(`hegao ${args.join(" ")}：网断着照样做完，只写自己的索引`, () => {
      const before = readdirSync(folder.path, { recursive: true }).map(String).sort();
      const { code, err, done } = watched(args, folder);
      assert.equal(code, 0, err);
      // The index of earlier years is the one thing that reading commands keep.
      const elsewhere = done.filter((line) => !line.includes(join(folder.path, ".hegao")));
      assert.deepEqual(elsewhere, []);
      const after = readdirSync(folder.path, { recursive: true }).map(String).sort();
      assert.deepEqual(
        after.filter((name) => !name.startsWith(".hegao")),
        before,
      );
    });
  }

  it("要它写哪里，它只写哪里", () => {
    for (const [args, names] of [
      [["convert", draft, "-o", "a.txt"], ["a.txt"]],
      [["export", draft, "-o", "a.docx"], ["a.docx"]],
      [["lint", draft, "--fix", "--fail-on", "never"], [draft]],
      [["baseline", draft], [".hegao"]],
      [["lint", draft, "往年", "--fail-on", "never", "--workers", "2", "--cache"], [".hegaocache"]],
    ] as const) {
      const { code, err, done } = watched(args, folder);
      assert.equal(code, 0, err);
      assert.notDeepEqual(done, [], `the watch sees what is written: ${args.join(" ")}`);
      const elsewhere = done.filter(
        (line) =>
          !names.some((name) => line.includes(name)) &&
          !/^mkdir(?:Sync)? /.test(line) &&
          !line.includes(".hegao"),
      );
      assert.deepEqual(elsewhere, [], args.join(" "));
    }
  });

  it("看守也管着线程", () => {
    const log = logFile();
    const code = `new (require("node:worker_threads").Worker)("require('node:fs').writeFileSync(process.env.OUT, '')", { eval: true })`;
    const env = { ...process.env, HEGAO_WATCH: log, OUT: join(folder.path, "thread") };
    const { stderr } = spawnSync(process.execPath, ["--require", WATCH, "-e", code], {
      encoding: "utf8",
      env,
    });
    assert.deepEqual(linesOf(log), [`writeFileSync ${env.OUT}`], stderr);
  });

  it("语言服务：打开、检查、比较，网断着，一个文件不写", async () => {
    const log = logFile();
    process.env["HEGAO_WATCH"] = log;
    const root = pathToFileURL(folder.path).href;
    const server = await startRaw({
      args: ["--require", WATCH],
      capabilities: { textDocument: { diagnostic: {} } },
      folder: root,
    });
    delete process.env["HEGAO_WATCH"];
    const uri = `${root}/${encodeURIComponent(draft)}`;
    const text = readFileSync(join(folder.path, draft), "utf8");
    server.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "policy-plan", version: 1, text },
    });
    const { result } = await server.ask("textDocument/diagnostic", { textDocument: { uri } });
    assert.match(JSON.stringify(result), /numbering-gap/);
    await server.ask("textDocument/documentSymbol", { textDocument: { uri } });
    await server.ask("hegao/compare", { uri, against: [`${root}/${encodeURIComponent("往年")}`] });
    await server.stop();
    assert.deepEqual(
      linesOf(log).filter((line) => !line.includes(".hegao")),
      [],
    );
  });
});
