import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { skipBecause } from "../support/skipBecause.js";
import { say } from "./packed.js";

const { load } = createRequire(import.meta.url)("js-yaml") as { load(text: string): unknown };

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

interface Done {
  readonly status: number;
  readonly out: string;
}

/** Runs the `run` steps of action.yml as a runner does: inputs filled into `env`, each script through bash, until one fails. */
function act(cwd: string, given: Readonly<Record<string, string>>): Done {
  const { inputs, runs } = load(readFileSync("action.yml", "utf8")) as Action;
  const value = (name: string): string => given[name] ?? inputs[name]?.default ?? "";
  const filled = (text: string): string =>
    text.replace(/\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g, (_, name: string) => value(name));
  let out = "";
  for (const { run, env = {} } of runs.steps.filter((step) => step.run !== undefined)) {
    const own = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, filled(text)]));
    const done = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", String(run)], {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: process.env.HOME, GITHUB_ACTION_PATH: resolve("."), ...own },
    });
    out += done.stdout + done.stderr;
    if (done.status !== 0) return { status: done.status ?? 1, out };
  }
  return { status: 0, out };
}

describe("GitHub Action：像流水线那样逐步执行", () => {
  let repository: string;
  before(function () {
    if (process.platform === "win32") skipBecause(this, "the steps are for bash");
    repository = mkdtempSync(join(tmpdir(), "hegao-action-"));
    cpSync("examples/bureau", repository, { recursive: true });
    mkdirSync(join(repository, "2026 送审"));
    cpSync(join(repository, "2026"), join(repository, "2026 送审"), { recursive: true });
  });
  after(() => {
    if (repository) rmSync(repository, { recursive: true });
  });

  it("不填输入：检查整个仓库，标注在行上，没有错误则通过", () => {
    const { status, out } = act(repository, {});
    assert.equal(status, 0, out);
    assert.match(out, /^::warning file=2026\/[^,]+\.plan,line=\d+/m);
  });

  it("fail-on 决定成败；路径一行一个，可以含空格", () => {
    const files = "2026 送审\n2025\n";
    assert.equal(act(repository, { files, "fail-on": "never" }).status, 0);
    const { status, out } = act(repository, { files, "fail-on": "warning" });
    assert.equal(status, 1, out);
    assert.match(out, /^::warning file=2026 送审\//m);
    assert.equal(act(repository, { files: "2025 2024", "fail-on": "warning" }).status, 0);
  });

  it("sarif 写成文件，不着色、不混入别的；坏路径退出码为 2", () => {
    assert.equal(act(repository, { sarif: "结果/hegao.sarif", "fail-on": "never" }).status, 0);
    const sarif = JSON.parse(readFileSync(join(repository, "结果", "hegao.sarif"), "utf8")) as {
      runs: readonly [{ results: readonly object[] }];
    };
    assert.ok(sarif.runs[0].results.length > 10);
    assert.equal(act(repository, { files: "没有" }).status, 2);
  });

  it("baseline 与 changed：只报新的、只报改过的", () => {
    say([resolve("dist", "hegao.js"), "baseline", "2026"], { cwd: repository });
    assert.doesNotMatch(act(repository, { files: "2026", baseline: "true" }).out, /^::/m);
    const draft = "2026/云岭市教育局2026年工作要点.plan";
    const old = join(repository, "旧稿.plan");
    cpSync(join(repository, draft), old);
    const text = readFileSync(join(repository, draft), "utf8");
    writeFileSync(join(repository, draft), `${text.trimEnd()}\n加强宣传，，营造氛围。\n`);
    const lines = act(repository, { files: draft, changed: "旧稿.plan" }).out.match(/^::.*$/gm) ?? [];
    // Only the item that was written in speaks, with all that it has.
    assert.ok(lines.length < 4, lines.join("\n"));
    assert.ok(lines.some((line) => line.includes("punctuation-repeat")));
  });
});

describe("提交前钩子：装得上", () => {
  // pre-commit builds the repository with `npm pack` and takes all that it prints for the name of the file.
  it("npm pack 只印出文件名，构建的话不混进来", () => {
    const scratch = mkdtempSync(join(tmpdir(), "hegao-pack-"));
    const scripts = { prepare: "node -e \"console.log('built')\"" };
    writeFileSync(
      join(scratch, "package.json"),
      JSON.stringify({ name: "tried", version: "1.0.0", scripts }),
    );
    cpSync(".npmrc", join(scratch, ".npmrc"));
    const shell = process.platform === "win32";
    const done = spawnSync("npm", ["pack"], { cwd: scratch, encoding: "utf8", shell });
    assert.equal(done.stdout.trim(), "tried-1.0.0.tgz");
    rmSync(scratch, { recursive: true });
  });
});

describe("发布：有哪个令牌发到哪里", () => {
  const folder = mkdtempSync(join(tmpdir(), "hegao-publish-"));
  before(() => {
    for (const name of ["hegao-0.1.0.vsix", "hegao-linux-x64-0.1.0.vsix", "hegao-0.1.0.tgz"])
      writeFileSync(join(folder, name), "");
  });
  after(() => rmSync(folder, { recursive: true }));

  it("--dry-run 列出每个成品的每条命令，令牌不在其中", () => {
    const { out, code } = say(["scripts/publish.mjs", "--dry-run", `--from=${folder}`]);
    assert.equal(code, 0);
    const lines = out.trimEnd().split("\n");
    assert.deepEqual(
      lines.map((line) =>
        /vsce publish|ovsx@[\d.]+ publish|npm publish/.exec(line)?.[0].replace(/@[\d.]+/, ""),
      ),
      ["vsce publish", "vsce publish", "ovsx publish", "ovsx publish", "npm publish"],
    );
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    const early = Number(version.split(".")[1]) % 2 === 1;
    assert.ok(lines.every((line) => /--pre-release|--tag next/.test(line) === early));
  });

  it("没有令牌就说明留下了什么，不算失败；没有成品则报错", () => {
    const bare = { PATH: process.env.PATH };
    const call = (from: string): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, ["scripts/publish.mjs", `--from=${from}`], { env: bare, encoding: "utf8" });
    const done = call(folder);
    assert.equal(done.status, 0);
    assert.equal(String(done.stdout).match(/is not set/g)?.length, 5);
    assert.equal(call("test/editors").status, 1);
  });
});
