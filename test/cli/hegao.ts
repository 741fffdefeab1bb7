import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const program = resolve("dist/hegao.js");

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as its users do. The language is Chinese unless the call says otherwise. */
export function hegao(
  args: readonly string[],
  { cwd, input, env }: { cwd?: string; input?: string | Uint8Array; env?: Record<string, string> } = {},
): Outcome {
  const done = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: "zh_CN.UTF-8", ...env },
    maxBuffer: 64 * 1024 * 1024,
    ...(cwd === undefined ? {} : { cwd }),
    ...(input === undefined ? {} : { input }),
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

export interface Folder {
  readonly path: string;
  remove(): void;
}

/** A fresh folder with these files, a repository of its own so that nothing above it is looked at. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = mkdtempSync(join(tmpdir(), "hegao-cli-"));
  mkdirSync(join(path, ".git"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A draft with one skipped number (四), nothing else. */
export const gapDraft = "一、总体要求\n抓好落实。\n二、重点任务\n抓好落实。\n四、保障措施\n抓好落实。\n";
