import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { say } from "./packed.js";

const { load } = createRequire(import.meta.url)("js-yaml") as { load(text: string): unknown };

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
}
interface Job {
  readonly "runs-on"?: string;
  readonly "timeout-minutes"?: number;
  readonly needs?: readonly string[];
  readonly strategy?: { readonly matrix: Readonly<Record<string, unknown>> };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (path: string): string => readFileSync(path, "utf8");
const yaml = <T>(path: string): T => load(read(path)) as T;
const scripts = (JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts;
const workflows = readdirSync(".github/workflows").map((name) => `.github/workflows/${name}`);

/** What is wrong with a step, in words; nothing where it is well formed. */
function faultsOf({ uses, run }: Step): string[] {
  const faults = [];
  if ((uses === undefined) === (run === undefined)) faults.push("neither one of uses and run, or both");
  if (uses !== undefined && !/^(?:[\w-]+\/[\w/-]+@v\d+|\.\/)$/.test(uses))
    faults.push(`${uses} is not pinned`);
  // What others may write must come through the environment, never into the text of a script.
  if (/\$\{\{\s*(?:inputs|github\.event|github\.head_ref)/.test(run ?? "")) faults.push(`evaluated: ${run}`);
  for (const [, name = ""] of (run ?? "").matchAll(/npm run (?:-s )?([\w:-]+)/g))
    if (!(name in scripts)) faults.push(`npm run ${name} does not exist`);
  return faults;
}

function matrixNames(job: Job): string[] {
  const { include = [], ...own } = (job.strategy?.matrix ?? {}) as { include?: readonly object[] };
  return [...Object.keys(own), ...include.flatMap((one) => Object.keys(one))];
}

describe("流水线", () => {
  for (const path of workflows) {
    it(`${path}：每个任务、每一步都写得完整`, () => {
      const { on, permissions, jobs } = yaml<Workflow>(path);
      assert.ok(on && permissions);
      for (const [name, job] of Object.entries(jobs)) {
        assert.ok(job["runs-on"] && job["timeout-minutes"], name);
        assert.deepEqual(job.steps.flatMap(faultsOf), [], name);
        assert.deepEqual(
          (job.needs ?? []).filter((one) => !(one in jobs)),
          [],
        );
        const used = [...JSON.stringify(job).matchAll(/matrix\.(\w+)/g)].map(([, key = ""]) => key);
        assert.deepEqual(
          used.filter((key) => !matrixNames(job).includes(key)),
          [],
        );
      }
    });
  }

  it("action.yml：每个输入都用上，每一步都说明用什么解释", () => {
    const text = read("action.yml");
    const { inputs, runs } = load(text) as {
      inputs: object;
      runs: { using: string; steps: readonly Step[] };
    };
    assert.equal(runs.using, "composite");
    assert.deepEqual(runs.steps.flatMap(faultsOf), []);
    assert.ok(runs.steps.every(({ run, shell }) => run === undefined || shell !== undefined));
    const used = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, key]) => key);
    assert.deepEqual(used.sort(), Object.keys(inputs).sort());
  });

  it("提交前的钩子只挑规划文稿", () => {
    const [hook] =
      yaml<readonly [{ readonly id: string; readonly files: string; readonly entry: string }]>(
        ".pre-commit-hooks.yaml",
      );
    const files = new RegExp(hook.files);
    for (const name of ["2026/要点.plan", "教育局2026年工作要点.txt", "方案/双减实施方案（送审稿）.docx"])
      assert.ok(files.test(name), name);
    for (const name of ["README.txt", "规划/说明.md", "requirements.txt"]) assert.ok(!files.test(name), name);
    assert.equal(hook.entry, "hegao lint");
  });
});

describe("示例单位 examples/bureau：照搬即用的仓库", () => {
  const home = "examples/bureau";
  it("团队文件无误，定稿的年份没有发现", () => {
    const { code, out, err } = say([
      "dist/hegao.js",
      "lint",
      `${home}/2024`,
      `${home}/2025`,
      "--format",
      "json",
    ]);
    assert.deepEqual([code, err], [0, ""]);
    const { summary } = JSON.parse(out) as { summary: { files: number; bySeverity: Record<string, number> } };
    assert.equal(summary.files, 2);
    assert.equal((summary.bySeverity["error"] ?? 0) + (summary.bySeverity["warning"] ?? 0), 0);
  });

  it("名册生效：简称按名册认", () => {
    const { out } = say(["dist/hegao.js", "lint", `${home}/2026`, "--format", "json", "--fail-on", "never"]);
    assert.match(out, /在名册中是同一科室/);
  });

  it("片段有前缀、有正文", () => {
    const folder = join(home, "片段");
    const all = readdirSync(folder).flatMap((name) =>
      Object.values(
        JSON.parse(read(join(folder, name))) as Record<string, { prefix?: unknown; body?: unknown }>,
      ),
    );
    assert.ok(all.length > 0 && all.every(({ prefix, body }) => prefix && body));
  });

  it("流水线与钩子文件读得通，写的命令都认得", () => {
    const { 核稿: job } = yaml<{ 核稿: { script: readonly string[] } }>(`${home}/.gitlab-ci.yml`);
    assert.deepEqual(job.script.flatMap(unknownFlags), []);
    const { repos } = yaml<{ repos: readonly [{ hooks: readonly [{ id: string }] }] }>(
      `${home}/.pre-commit-config.yaml`,
    );
    assert.equal(repos[0].hooks[0].id, "hegao");
  });
});

/** The options in a call of `hegao` that its command does not have. */
function unknownFlags(line: string): string[] {
  const [, command = "", rest = ""] = /\bnpx hegao ([a-z]+)(.*)/.exec(line) ?? [];
  if (command === "") return [];
  const { code, out } = say(["dist/hegao.js", command, "--help"]);
  if (code !== 0) return [`hegao ${command}`];
  return [...rest.matchAll(/(?<=\s)--[a-z-]+/g)].map(([flag]) => flag).filter((flag) => !out.includes(flag));
}

describe("说明页", () => {
  for (const name of ["drafters", "reviewers", "maintainers", "ci", "editors"]) {
    it(`docs/${name}.md：命令和选项都有，链接都通`, () => {
      const text = read(`docs/${name}.md`);
      assert.deepEqual(text.split("\n").flatMap(unknownFlags), []);
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = ""]) => join("docs", to));
      const files = [...text.matchAll(/`((?:test|scripts|examples|\.github)\/[\w./-]+)`/g)].map(
        ([, to = ""]) => to,
      );
      assert.deepEqual(
        [...links, ...files].filter((path) => !existsSync(path)),
        [],
      );
    });
  }
});
