/**
 * `npm run bench`: how fast Hegao is, each figure beside its limit measured in the same run. `-- --peers` installs the
 * peers first, into bench/peers; names of groups (check, compare, processes, start, loading, reading, keystrokes,
 * cancelling, memory, growth) run these alone; `--built` takes dist/ as it is. The last run is kept as
 * out/bench/last.json, and docs/performance.md is written from a whole one.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { performancePage, performanceTable } from "./bench-page.mjs";
import { at, build, ensureInstalled, root } from "./steps.mjs";

const PEERS = [
  "@textlint/kernel@15.8.0",
  "@textlint/textlint-plugin-text@15.8.0",
  "textlint-rule-zh-half-and-full-width-bracket@1.1.0",
  "textlint@15.8.0",
  "markdownlint@0.40.0",
  "markdownlint-cli2@0.22.1",
  "zhlint@0.8.2",
  "autocorrect-node@2.14.0",
  "pangu@7.2.1",
  "diff@9.0.0",
  "diff-match-patch@1.0.5",
  "vscode-langservers-extracted@4.10.0",
];

const args = process.argv.slice(2);
ensureInstalled();
if (args.includes("--peers")) installPeers();
if (!args.includes("--built")) build("--only=hegao,server,compareWorker,readWorker");
const { build: bundle } = await import("esbuild");
const common = { bundle: true, platform: "node", logLevel: "error" };
await bundle({
  ...common,
  entryPoints: [at("test", "bench", "run.ts")],
  outfile: at("out", "bench", "run.mjs"),
  format: "esm",
  packages: "external",
});
// The limits of a server: what starts and answers with nothing to do.
for (const name of ["raw", "floor"]) {
  await bundle({
    ...common,
    entryPoints: [at("test", "bench", "servers", `${name}.ts`)],
    outfile: at("out", "bench", `${name}.cjs`),
    format: "cjs",
    minify: true,
  });
}
const groups = args.filter((one) => !one.startsWith("--"));
const done = spawnSync(process.execPath, [at("out", "bench", "run.mjs"), ...groups], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
  maxBuffer: 1 << 26,
});
if (done.status !== 0) process.exit(done.status ?? 1);
const result = {
  ...JSON.parse(done.stdout.toString()),
  peers: existsSync(at("bench", "peers", "node_modules")),
};
mkdirSync(at("out", "bench"), { recursive: true });
writeFileSync(at("out", "bench", "last.json"), `${JSON.stringify(result, null, 2)}\n`);
console.log(performanceTable(result));
if (groups.length === 0) writeFileSync(at("docs", "performance.md"), performancePage(result));

function installPeers() {
  mkdirSync(at("bench", "peers"), { recursive: true });
  writeFileSync(at("bench", "peers", "package.json"), '{"private":true}\n');
  const call = ["install", "--no-audit", "--no-fund", "--save-exact", ...PEERS];
  const { status } = spawnSync("npm", call, {
    cwd: at("bench", "peers"),
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0)
    console.error("The peers could not all be installed; the bench goes on with those that are there.");
}
