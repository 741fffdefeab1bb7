/** Runs the built core suites (out/test) with mocha and sends the totals to the process that started it. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Mocha from "mocha";

// The same cases for everybody, so that a red run is somebody's change; `npm run fuzz` looks for new ones.
if (!process.env.HEGAO_FUZZ) fc.configureGlobal({ seed: Number(process.env.HEGAO_SEED ?? 20_261_122) });

/** A test that takes longer hangs: a machine that has other things to do is no reason to fail. */
const HANGS_MS = 180_000;
const root = join("out", "test");
const filters = process.argv.slice(2);
const mocha = new Mocha({ reporter: "spec", timeout: HANGS_MS, forbidOnly: process.env.CI !== undefined });
const files = readdirSync(root, { recursive: true })
  .map(String)
  .filter(
    (file) =>
      file.endsWith(".test.mjs") && (filters.length === 0 || filters.some((one) => file.includes(one))),
  )
  .sort();
for (const file of files) mocha.addFile(join(root, file));
await mocha.loadFilesAsync();
const skips = [];
const runner = mocha.run((failures) => {
  const { passes = 0, pending = 0 } = runner.stats ?? {};
  process.send?.({ counts: { passed: passes, failed: failures, skipped: pending }, skips });
  // A server that a failed test left behind must not keep the whole run waiting.
  setTimeout(() => process.exit(failures > 0 ? 1 : 0), 200);
});
runner.on("pending", (test) => {
  skips.push(test.skipReason ? `${test.fullTitle()} — ${test.skipReason}` : test.fullTitle());
});
