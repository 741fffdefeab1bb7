import { cpus } from "node:os";
import { judged } from "./aims.js";
import { cancelling } from "./cancelling.js";
import { checks, growths } from "./checking.js";
import { comparisons } from "./comparing.js";
import { keystrokes } from "./keystrokes.js";
import type { Row } from "./measure.js";
import { memory } from "./memory.js";
import { processes, starts } from "./processes.js";
import { loading, reading } from "./reading.js";

/** What cannot be measured here, with the reason. */
const missing: string[] = [];
const groups: Readonly<Record<string, (missing: string[]) => Promise<Row[]>>> = {
  check: checks,
  compare: comparisons,
  processes,
  start: starts,
  loading,
  reading,
  keystrokes,
  cancelling,
  memory,
};

const asked = process.argv.slice(2);
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name);
const rows: Row[] = [];
const say = (name: string): void => void process.stderr.write(`${name} …\n`);
for (const [name, measure] of Object.entries(groups)) {
  if (!isAsked(name)) continue;
  say(name);
  rows.push(...(await measure(missing)));
}
if (isAsked("growth")) say("growth");
const growth = isAsked("growth") ? growths() : [];
const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model.trim() ?? "" };
const told = [...new Set(missing)];
process.stdout.write(JSON.stringify({ ...machine, rows, growth, aims: judged(rows), missing: told }));
