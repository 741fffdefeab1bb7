import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** LibreOffice, where it is installed: an independent judge of what a Word file shows. */
export function hasSoffice(): boolean {
  return spawnSync("soffice", ["--version"], { timeout: 60_000 }).status === 0;
}

export const NO_SOFFICE = "soffice is not installed (on Debian: apt-get install libreoffice-writer-nogui)";

/** Converts files in one run of LibreOffice, in a profile of its own, so that a running one does not matter. */
export function convertAll(files: readonly Uint8Array[], from: string, to: string): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), "hegao-soffice-"));
  try {
    const out = join(folder, "out");
    mkdirSync(out);
    const inputs = files.map((bytes, i) => {
      const file = join(folder, `${i}.${from}`);
      writeFileSync(file, bytes);
      return file;
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    spawnSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", out, ...inputs], {
      timeout: 240_000,
    });
    const extension = to.split(":")[0] ?? to;
    return files.map((_, i) => readFileSync(join(out, `${i}.${extension}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The texts that LibreOffice prints for Word files. */
export function printedTexts(files: readonly Uint8Array[], from = "docx"): string[] {
  return convertAll(files, from, "txt:Text (encoded):UTF8").map((bytes) =>
    bytes
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .replace(/\n$/, ""),
  );
}

/** What must be the same in two readers' texts: they differ in blanks, and in how they draw a bullet. */
export function bare(text: string): string {
  return text.replace(/[^\S\n]/g, "").replace(/[●■▪]/g, "•");
}
