/** `npm run bench`: the first figures. Start of the command line, 200 files, and growth from 100 KB to 1 MB. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, build, ensureInstalled } from "./steps.mjs";

ensureInstalled();
build("--only=hegao");
const rounds = Number(process.argv[2] ?? 15);
const folder = mkdtempSync(join(tmpdir(), "hegao-bench-"));
const place = (...parts) => join(folder, ...parts);
const example = at("examples", "bureau", "2026");
const draft = readFileSync(join(example, readdirSync(example)[0]), "utf8");

mkdirSync(place("200"));
for (let i = 0; i < 200; i++)
  writeFileSync(place("200", `${i}.plan`), draft.replaceAll("2026", String(2000 + (i % 30))));
writeFileSync(place("short.plan"), "一、党建引领工作。");
for (const [name, bytes] of Object.entries({ "100k": 100_000, "1m": 1_000_000 })) {
  const copies = Math.ceil(bytes / Buffer.byteLength(draft));
  writeFileSync(place(`${name}.plan`), draft.repeat(copies));
}

const lint = (...args) => [at("dist", "hegao.js"), "lint", "--format", "json", "--fail-on", "never", ...args];
const calls = {
  "node -e 0": ["-e", "0"],
  "one short draft": lint(place("short.plan")),
  "200 drafts": lint(place("200")),
  "100 KB": lint(place("100k.plan")),
  "1 MB": lint(place("1m.plan")),
};
const times = Object.fromEntries(Object.keys(calls).map((name) => [name, []]));
// In turn, so that a busy moment falls on all of them alike.
for (let round = 0; round < rounds; round++) {
  for (const [name, args] of Object.entries(calls)) times[name].push(timeOf(args));
}
rmSync(folder, { recursive: true, force: true });
const median = (name) => times[name].sort((a, b) => a - b)[rounds >> 1];
const base = median("node -e 0");
for (const name of Object.keys(calls)) {
  console.log(
    `${name.padEnd(16)} ${median(name).toFixed(0).padStart(6)} ms  × ${(median(name) / base).toFixed(2)} node -e 0`,
  );
}
const growth = (median("1 MB") - base) / (median("100 KB") - base);
console.log(`100 KB → 1 MB: × ${growth.toFixed(1)}`);

function timeOf(args) {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], maxBuffer: 256 * 1024 * 1024 });
  return Number(process.hrtime.bigint() - start) / 1e6;
}
