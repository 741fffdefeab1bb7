/**
 * `npm run bench`: how fast Hegao is, each figure beside its limit measured in the same run. `-- --peers` installs the
 * peers first; names of groups (check, compare, processes, reading, keystrokes) run these alone. The last whole run is
 * kept as out/bench/last.json, and docs/performance.md is written from it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { at, build, ensureInstalled, root } from "./steps.mjs";

const PEERS = [
  "@textlint/kernel@15.8.0",
  "@textlint/textlint-plugin-text@15.8.0",
  "textlint-rule-zh-half-and-full-width-bracket@1.1.0",
  "markdownlint@0.40.0",
  "zhlint@0.8.2",
  "autocorrect-node@2.14.0",
  "pangu@7.2.1",
  "diff@9.0.0",
  "diff-match-patch@1.0.5",
];

const args = process.argv.slice(2);
ensureInstalled();
if (args.includes("--peers")) installPeers();
if (!args.includes("--built")) build("--only=hegao,server");
const { build: bundle } = await import("esbuild");
await bundle({
  entryPoints: [at("test", "bench", "run.ts")],
  outfile: at("out", "bench", "run.mjs"),
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
const groups = args.filter((one) => !one.startsWith("--"));
const done = spawnSync(process.execPath, [at("out", "bench", "run.mjs"), ...groups], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
  maxBuffer: 1 << 26,
});
if (done.status !== 0) process.exit(done.status ?? 1);
const result = JSON.parse(done.stdout.toString());
result.peers = existsSync(at("bench", "peers", "node_modules"));
mkdirSync(at("out", "bench"), { recursive: true });
writeFileSync(at("out", "bench", "last.json"), `${JSON.stringify(result, null, 2)}\n`);
console.log(table(result));
if (groups.length === 0) writeFileSync(at("docs", "performance.md"), page(result));

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

function table({ rows }) {
  const lines = ["| what | × its limit | median | lowest – highest | |", "| --- | --- | --- | --- | --- |"];
  let group = "";
  for (const row of rows) {
    if (row.group !== group) lines.push(`| **${row.group}** | | | | |`);
    group = row.group;
    const unit = row.group === "memory" ? "MiB" : "ms";
    const ratio = row.ratio === undefined ? "1" : row.ratio.toFixed(2);
    const times = `${row.median.toFixed(2)} ${unit} | ${row.low.toFixed(2)} – ${row.high.toFixed(2)}`;
    lines.push(`| ${row.name} | ${row.of === undefined ? "" : ratio} | ${times} | ${row.note ?? ""} |`);
  }
  return lines.join("\n");
}

function growth({ rows }) {
  const of = (name) => rows.find((row) => row.name === name)?.low;
  const line = (name) => `${name} ${(of(`${name}, 10 MB`) / of(`${name}, 1 MB`)).toFixed(1)} times`;
  return of("hegao, 10 MB") === undefined ? "" : `From 1 MB to 10 MB: ${line("hegao")}, ${line("probe")}.`;
}

function page(result) {
  const missing = result.missing.map((line) => `- ${line}`).join("\n");
  return `# Performance

Written by \`npm run bench\` from its last run; not to be edited. Times differ from machine to machine, and on a busy
one from minute to minute: **the ratios are what counts**. Each is the median over rounds taken in turn in one run, of a
row to the first row of its group, which is the limit: a bare loop over the same text with twenty regular expressions
(“probe”), or a bare \`node -e 0\`. The texts are made of examples/bureau by a fixed seed.

${growth(result)}

${table(result)}

${result.peers ? "" : "The peers were not installed in this run: `npm run bench -- --peers`."}
${missing === "" ? "" : `Peers that did not load:\n\n${missing}\n`}
Node ${result.node}.
`.replace(/\n{3,}/g, "\n\n");
}
