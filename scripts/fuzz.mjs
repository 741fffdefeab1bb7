/** `npm run fuzz [times] [seed]`: the suites of test/fuzz and those that look at a clock, many times over, with another seed each time. */
import { spawnSync } from "node:child_process";
import { at, build, ensureInstalled, root } from "./steps.mjs";

const times = process.argv[2] ?? "20";
const seed = process.argv[3] ?? String(Date.now() % 1_000_000);
ensureInstalled();
build();
build("--tests");
console.log(`seed ${seed}, ${times} times the cases of npm test`);
const env = { ...process.env, HEGAO_FUZZ: times, HEGAO_SEED: seed };
let failed = 0;
for (const suite of ["fuzz", "unbreakable", "linear", "sturdy", "planIndex", "grammar", "typing"]) {
  const { status } = spawnSync(process.execPath, [at("scripts", "mocha.mjs"), suite], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  if (status !== 0) failed++;
}
console.log(
  failed === 0 ? "nothing broke" : `${failed} suites failed; run again with: npm run fuzz ${times} ${seed}`,
);
process.exit(failed === 0 ? 0 : 1);
