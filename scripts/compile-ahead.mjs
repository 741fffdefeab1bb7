/**
 * Checks one draft beside the one of the year before, and keeps what V8 compiled on the way beside the script (see
 * split-bundle.mjs); then, in a process of its own, compares the two.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [, self, asked] = process.argv;
const folder = mkdtempSync(join(tmpdir(), "hegao-build-"));
const [draft, before] = ["2026", "2025"].map((year) => {
  const path = join(folder, `${year}.plan`);
  const [example] = readdirSync(join("examples/bureau", year));
  writeFileSync(path, example ? readFileSync(join("examples/bureau", year, example)) : "一、总体要求\n");
  return path;
});
// With an earlier year the plans are compared too.
writeFileSync(join(folder, "hegao.config.json"), JSON.stringify({ earlier: [before] }));
const name = asked === "comparing" ? "comparing" : "hot";
process.argv = [process.execPath, "hegao", name === "comparing" ? "compare" : "lint", draft];
const { scripts } = createRequire(import.meta.url)("../dist/hegao.js");
process.on("exit", () => {
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(`dist/hegao/${name}.cache`, scripts[name].createCachedData());
  if (name === "hot") execFileSync(process.execPath, [self, "comparing"], { stdio: "ignore" });
  process.exitCode = 0;
});
