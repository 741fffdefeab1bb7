/** Checks one draft beside the one of the year before, and keeps what V8 compiled on the way beside the script (see split-bundle.mjs). */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "hegao-build-"));
const [draft, before] = ["2026", "2025"].map((year) => {
  const path = join(folder, `${year}.plan`);
  const [example] = readdirSync(join("examples/bureau", year));
  writeFileSync(path, example ? readFileSync(join("examples/bureau", year, example)) : "一、总体要求\n");
  return path;
});
// With an earlier year the plans are compared too.
writeFileSync(join(folder, "hegao.config.json"), JSON.stringify({ earlier: [before] }));
process.argv = [process.execPath, "hegao", "lint", draft];
const { scripts } = createRequire(import.meta.url)("../dist/hegao.js");
process.on("exit", () => {
  rmSync(folder, { recursive: true, force: true });
  writeFileSync("dist/hegao/hot.cache", scripts.hot.createCachedData());
  process.exitCode = 0;
});
