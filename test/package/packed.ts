import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";

/** Runs a program and gives what it said; a program that fails says it itself. */
export function say(
  args: readonly string[],
  { cwd, input = "" }: { readonly cwd?: string; readonly input?: string } = {},
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const done = spawnSync(process.execPath, args, { cwd, input, encoding: "utf8" });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

export function scratchFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "hegao-package-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** What `npm run package` makes, of what is built; gives the path of the one new file. */
export function packed(only: "universal" | "platform" | "npm", out: string): string {
  const { code, err } = say(["scripts/package.mjs", "--built", `--only=${only}`, `--out=${out}`]);
  const [file] = readdirSync(out);
  if (code !== 0 || file === undefined) throw new Error(`npm run package: ${err}`);
  return join(out, file);
}

/** The files of the extension in a .vsix, by name. */
export function extensionFiles(vsix: string): ReadonlyMap<string, Uint8Array> {
  const all = Object.entries(unzipSync(readFileSync(vsix)));
  return new Map(
    all
      .filter(([name]) => name.startsWith("extension/"))
      .map(([name, bytes]) => [name.slice("extension/".length), bytes]),
  );
}

export function unpack(files: ReadonlyMap<string, Uint8Array>, folder: string): void {
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
