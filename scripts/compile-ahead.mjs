/**
 * Runs the command line as its readers do, and keeps what V8 compiled on the way beside the scripts (see
 * split-bundle.mjs): each run in a process of its own, adding to what those before it kept under the same name.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [node, self, ...asked] = process.argv;
if (asked.length === 0) runAll();
else keep(asked);

function runAll() {
  const folder = mkdtempSync(join(tmpdir(), "hegao-build-"));
  const short = join(folder, "short.plan");
  writeFileSync(short, "一、总体要求。\n");
  const [draft, before] = ["2026", "2025"].map((year) => {
    const [example] = readdirSync(join("examples/bureau", year));
    return example ? join("examples/bureau", year, example) : short;
  });
  const slipped = join(folder, "slipped.plan");
  writeFileSync(slipped, withSlips(readFileSync(draft, "utf8")));
  const calls = [
    ["lint", "--format", "json", "examples"],
    ["lint", draft, "--against", before],
    ["lint", "--format", "json", short],
    ["lint", short],
    ["lint", "--format", "json", slipped],
    ["compare", draft, "--against", before],
    ["compare", slipped, "--against", draft],
  ];
  try {
    for (const call of calls) execFileSync(node, [self, ...call], { stdio: "ignore" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where something is amiss much is run that a good draft never asks for: of one line in ten two characters are left out. */
function withSlips(text) {
  return text.replace(/.+/g, (line, at) => (at % 10 === 0 ? line.slice(0, 4) + line.slice(6) : line));
}

function keep(call) {
  process.argv = [node, "hegao", ...call];
  const { scripts, keeps } = createRequire(import.meta.url)("../dist/hegao.js");
  process.on("exit", () => {
    for (const [name, script] of Object.entries(scripts))
      writeFileSync(`dist/hegao/${keeps(name)}.cache`, script.createCachedData());
    process.exitCode = 0;
  });
}
