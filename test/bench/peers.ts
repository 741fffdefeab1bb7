import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Work } from "./measure.js";

/** The peers, pinned. `npm run bench -- --peers` installs them beside the sources, never with the product. */
const FOLDER = resolve("bench", "peers");

type Loader = (text: string) => Promise<Work>;

const loaders: Readonly<Record<string, Loader>> = {
  "textlint 15.8.0, one Chinese rule": async (text) => {
    const kernel = load("@textlint/kernel") as {
      TextlintKernel: new () => { lintText(text: string, options: object): Promise<unknown> };
    };
    const rule = load("textlint-rule-zh-half-and-full-width-bracket") as { default?: unknown };
    const plugin = load("@textlint/textlint-plugin-text") as { default?: unknown };
    const linter = new kernel.TextlintKernel();
    const options = {
      ext: ".txt",
      plugins: [{ pluginId: "text", plugin: plugin.default ?? plugin }],
      rules: [{ ruleId: "bracket", rule: rule.default ?? rule }],
    };
    return () => linter.lintText(text, options);
  },
  "autocorrect-node 2.14.0": async (text) => {
    const { lintFor } = load("autocorrect-node") as { lintFor(text: string, name: string): unknown };
    return () => lintFor(text, "a.txt");
  },
  "zhlint 0.8.2": async (text) => {
    const { run } = load("zhlint") as { run(text: string, options: object): unknown };
    return () => run(text, { rules: { preset: "default" } });
  },
  "markdownlint 0.40.0": async (text) => {
    const { lint } = (await importPeer("markdownlint/sync")) as { lint(options: object): unknown };
    return () => lint({ strings: { text } });
  },
  "pangu 7.2.1": async (text) => {
    const { pangu } = load("pangu") as { pangu: { spacingText(text: string): string } };
    return () => pangu.spacingText(text);
  },
};

function load(name: string): unknown {
  return createRequire(join(FOLDER, "package.json"))(name);
}

function importPeer(name: string): Promise<unknown> {
  return import(createRequire(join(FOLDER, "package.json")).resolve(name));
}

/** The linters that are there, each ready to check the text; those that do not load are named. */
export async function lintPeers(text: string, missing: string[]): Promise<Record<string, Work>> {
  const works: Record<string, Work> = {};
  if (!existsSync(join(FOLDER, "node_modules"))) return works;
  for (const [name, loader] of Object.entries(loaders)) {
    try {
      const work = await loader(text);
      await work();
      works[name] = work;
    } catch (error) {
      missing.push(
        `${name}: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`,
      );
    }
  }
  return works;
}

/** A peer's program with its arguments, and the form of the files in which it reads the texts fastest. */
interface Program {
  readonly kind: "md" | "txt";
  readonly command: readonly [file: string, ...args: string[]];
}

const programs: Readonly<Record<string, Program>> = {
  "textlint 15.8.0, one Chinese rule": {
    kind: "txt",
    command: ["textlint/bin/textlint.js", "--rule", "zh-half-and-full-width-bracket", "*.txt"],
  },
  "markdownlint-cli2 0.22.1": {
    kind: "md",
    command: ["markdownlint-cli2/markdownlint-cli2-bin.mjs", "*.md"],
  },
  "autocorrect-node 2.14.0": {
    kind: "txt",
    command: ["autocorrect-node/cli.js", "--lint", "--format", "json", "."],
  },
  "zhlint 0.8.2": { kind: "md", command: ["zhlint/bin/index.js", "*.md"] },
};

/** The command lines of the peers, each in the subfolder `md` or `txt` of a folder. */
export function cliPeers(
  folder: string,
  run: (args: readonly string[], cwd: string) => Work,
  missing: string[],
): Record<string, Work> {
  const works: Record<string, Work> = {};
  for (const [name, { kind, command }] of Object.entries(programs)) {
    const [file, ...args] = command;
    const path = join(FOLDER, "node_modules", file);
    if (existsSync(path)) works[name] = run([path, ...args], join(folder, kind));
    else if (existsSync(FOLDER)) missing.push(`${name}: not installed`);
  }
  return works;
}

/** The program of VS Code's own server for JSON; undefined where it is not installed. */
export function jsonServer(missing: string[]): string | undefined {
  const path = join(FOLDER, "node_modules/vscode-langservers-extracted/bin/vscode-json-language-server");
  if (existsSync(path)) return path;
  if (existsSync(FOLDER)) missing.push("vscode-json-language-server 4.10.0: not installed");
  return undefined;
}

/** diff-match-patch of characters, diff of lines. */
export function diffPeers(a: string, b: string, missing: string[]): Record<string, Work> {
  const works: Record<string, Work> = {};
  if (!existsSync(join(FOLDER, "node_modules"))) return works;
  try {
    const { diffLines } = load("diff") as { diffLines(a: string, b: string): unknown };
    works["diff 9.0.0, lines"] = () => diffLines(a, b);
    const Dmp = load("diff-match-patch") as new () => { diff_main(a: string, b: string): unknown };
    const dmp = new Dmp();
    works["diff-match-patch 1.0.5"] = () => dmp.diff_main(a, b);
  } catch (error) {
    missing.push(`diff: ${String(error)}`);
  }
  return works;
}
