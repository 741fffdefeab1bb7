import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";

/** LibreOffice, where it is installed: an independent judge of what a Word file shows. */
export function hasSoffice(): boolean {
  return spawnSync("soffice", ["--version"], { timeout: 60_000 }).status === 0;
}

/** Converts with LibreOffice in a profile of its own, so that a running one does not matter. */
export function convert(bytes: Uint8Array, name: string, to: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "hegao-soffice-"));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    spawnSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", folder, file], {
      timeout: 120_000,
    });
    const extension = to.split(":")[0] ?? to;
    return readFileSync(join(folder, `${basename(file, extname(file))}.${extension}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lines that LibreOffice prints for a Word file. */
export function printedLines(bytes: Uint8Array, name: string): string[] {
  const text = convert(bytes, name, "txt:Text (encoded):UTF8")
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  return text.replace(/\n$/, "").split("\n");
}
