/** Checks one draft, and keeps what V8 compiled on the way beside the script (see command-line.mjs). */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "hegao-build-"));
const draft = join(folder, "draft.plan");
const [latest] = readdirSync("examples/bureau/2026");
writeFileSync(draft, latest ? readFileSync(join("examples/bureau/2026", latest)) : "一、总体要求\n");
process.argv = [process.execPath, "hegao", "lint", draft];
const { script } = createRequire(import.meta.url)("../dist/hegao.js");
process.on("exit", () => {
  rmSync(folder, { recursive: true, force: true });
  writeFileSync("dist/hegao/hot.cache", script.createCachedData());
  process.exitCode = 0;
});
