/** `npm test`: installs and builds what it needs, runs every suite, and closes with one line of totals. */
import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { at, build, ensureInstalled, root } from "./steps.mjs";

/** A core suite that takes longer than this hangs. */
const LIMIT_MS = 20 * 60_000;

ensureInstalled();
build();
build("--tests");
const suites = [await coreSuites(), await editorSuites()];
const total = { passed: 0, failed: 0, skipped: 0 };
console.log("");
for (const { name, counts, skips } of suites) {
  for (const kind of Object.keys(total)) total[kind] += counts[kind];
  console.log(`${name}: ${line(counts)}`);
  for (const reason of skips) console.log(`  skipped: ${reason}`);
}
console.log(`\n${line(total)}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** mocha in a process of its own, so that no test can take the closing line with it. */
function coreSuites() {
  return new Promise((resolve) => {
    const child = fork(at("scripts", "mocha.mjs"), process.argv.slice(2), { cwd: root });
    let report;
    const late = setTimeout(() => child.kill(), LIMIT_MS);
    child.on("message", (message) => (report = message));
    child.on("exit", (code) => {
      clearTimeout(late);
      const broken = report === undefined || (code !== 0 && report.counts.failed === 0);
      if (broken) console.error(`the core suites ended early (code ${code})`);
      const counts = report?.counts ?? { passed: 0, failed: 0, skipped: 0 };
      const failed = counts.failed + (broken ? 1 : 0);
      resolve({ name: "core", counts: { ...counts, failed }, skips: report?.skips ?? [] });
    });
  });
}

/** The suites inside a real VS Code; where none can be had they count as skipped, with the reason. */
async function editorSuites() {
  const name = "editor";
  const none = { passed: 0, failed: 0, skipped: 0 };
  if (!existsSync(at("scripts", "editor-suites.mjs"))) return { name, counts: none, skips: [] };
  try {
    const { runEditorSuites } = await import("./editor-suites.mjs");
    const { passed, failed, skipped, reason } = await runEditorSuites();
    const how = `the editor suites did not run — ${reason}; to run them: npm run editor (see CONTRIBUTING.md)`;
    return { name, counts: { passed, failed, skipped }, skips: reason ? [how] : [] };
  } catch (error) {
    console.error(error);
    return { name, counts: { ...none, failed: 1 }, skips: [] };
  }
}
