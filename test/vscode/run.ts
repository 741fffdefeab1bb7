import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import Mocha from "mocha";

/** What the editor calls: runs one suite in the extension host, and says in files what came of it. */
export async function run(): Promise<void> {
  const { HEGAO_SUITE: suite = "development", HEGAO_REPORT: report, HEGAO_RESULT: result } = process.env;
  const mocha = new Mocha({ ui: "bdd", timeout: 240_000, color: false, reporter: "spec" });
  if (report) Mocha.reporters.Base.consoleLog = (...told) => appendFileSync(report, `${format(...told)}\n`);
  for (const file of suite.split("+")) mocha.addFile(join(__dirname, `${file}.test.cjs`));
  const stats = await new Promise<{ failures: number; stats: Mocha.Stats | undefined }>((done) => {
    const runner = mocha.run((failures) => done({ failures, stats: runner.stats }));
  });
  // Written last: a host that dies on the way leaves no result, and that counts as a failure.
  if (result) writeFileSync(result, JSON.stringify(stats.stats));
  if (stats.failures > 0) throw new Error(`${stats.failures} failed`);
}
