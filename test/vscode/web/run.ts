import "mocha/mocha.js";

/** What the workbench in a browser calls. The totals go to the console, where `scripts/editor-web.mjs` hears them. */
export async function run(): Promise<void> {
  mocha.setup({ ui: "bdd", timeout: 240_000, bail: true, reporter: report as never });
  await import("../web.test.js");
  const failures = await new Promise<number>((done) => void mocha.run(done));
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** A reporter is called with `new`; a plain function does as well. */
function report(runner: Mocha.Runner): void {
  runner.on("pass", (test) => console.log(`    ✔ ${test.title}`));
  runner.on("pending", (test) => console.log(`    - ${test.title}`));
  runner.on("fail", (test, error) => console.log(`    ✖ ${test.title}: ${String(error.stack ?? error)}`));
  runner.on("end", () => console.log(`HEGAO_RESULT ${JSON.stringify(runner.stats)}`));
}
