import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { besides, inTurn, now, type Row } from "./measure.js";
import { cliPeers, jsonServer } from "./peers.js";
import { connect, initialize } from "./rpc.js";
import { laterYear, textOf } from "./texts.js";

type Args = readonly string[];

const LINT = ["dist/hegao.js", "lint", "--format", "json", "--fail-on", "never"];
const run = (args: Args, cwd?: string) => (): unknown =>
  spawnSync(process.execPath, args, {
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 1 << 28,
    ...(cwd === undefined ? {} : { cwd }),
  });
const bare = { "node -e 0": run(["-e", "0"]) };

/** Whole processes: the command line cold, over 200 files, comparing. */
export async function processes(missing: string[]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "hegao-bench-"));
  const at = (...names: string[]): string => join(folder, ...names);
  mkdirSync(at("pair"));
  // Each program finds the same texts under the names that it takes.
  for (const kind of ["plan", "md", "txt"]) {
    for (const name of ["short", "many"]) mkdirSync(at(name, kind), { recursive: true });
    writeFileSync(at("short", kind, `a.${kind}`), "一、党建引领工作。");
    for (let i = 0; i < 200; i++) writeFileSync(at("many", kind, `${i}.${kind}`), textOf(8000, i + 1));
  }
  const before = textOf(20_000);
  writeFileSync(at("pair", "before.plan"), before);
  writeFileSync(at("pair", "after.plan"), laterYear(before, 0.1));
  const ours = (...args: string[]): (() => unknown) => run([...LINT, ...args]);
  const cold = {
    ...bare,
    "hegao lint": ours(at("short", "plan", "a.plan")),
    ...cliPeers(at("short"), run, missing),
  };
  const rows = await inTurn("start: one draft of nine characters", cold, { warm: 1, counted: 11 });
  const many = {
    ...bare,
    "hegao lint": ours(at("many", "plan")),
    "hegao lint --workers 1": ours(at("many", "plan"), "--workers", "1"),
    "hegao lint --workers 2": ours(at("many", "plan"), "--workers", "2"),
    ...cliPeers(at("many"), run, missing),
  };
  rows.push(
    ...(await inTurn("200 files, 1,600,000 characters", many, {
      warm: 0,
      counted: 3,
      characters: 1_600_000,
    })),
  );
  const compare = [
    "dist/hegao.js",
    "compare",
    at("pair", "after.plan"),
    "--against",
    at("pair", "before.plan"),
  ];
  const pair = {
    ...bare,
    "hegao compare": run(compare),
    ...gitDiffs(at("pair", "before.plan"), at("pair", "after.plan"), missing),
  };
  rows.push(
    ...(await inTurn("hegao compare, two plans of 20,000 characters", pair, { warm: 1, counted: 9 })),
  );
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

/** git on the same two files: by its own words, for which a Chinese clause is one, and by characters. */
function gitDiffs(before: string, after: string, missing: string[]): Readonly<Record<string, () => unknown>> {
  if (spawnSync("git", ["--version"]).status !== 0) {
    missing.push("git diff --word-diff: no git here");
    return {};
  }
  const works = ["--word-diff", "--word-diff-regex=."].map((how) => [
    `git diff ${how}`,
    () =>
      spawnSync("git", ["--no-pager", "diff", "--no-index", "--no-color", how, before, after], {
        stdio: ["ignore", "pipe", "ignore"],
        maxBuffer: 1 << 28,
      }),
  ]);
  return Object.fromEntries(works) as Readonly<Record<string, () => unknown>>;
}

/** From spawning a server to its answer to `initialize`, in turn. */
export async function starts(missing: string[]): Promise<Row[]> {
  const json = jsonServer(missing);
  const servers: Readonly<Record<string, Args>> = {
    "JSON-RPC by hand": ["out/bench/raw.cjs"],
    "vscode-languageserver alone, minified": ["out/bench/floor.cjs", "--stdio"],
    hegao: ["dist/server.js", "--stdio"],
    ...(json === undefined ? {} : { "vscode-json-language-server 4.10.0": [json, "--stdio"] }),
  };
  const times = new Map<string, number[]>(Object.keys(servers).map((name) => [name, []]));
  for (let round = -1; round < 15; round++) {
    for (const [name, args] of Object.entries(servers)) {
      const start = now();
      const client = connect(args);
      await initialize(client);
      if (round >= 0) times.get(name)?.push(now() - start);
      client.end();
    }
  }
  return besides("start of a server, to its answer to initialize", times);
}
