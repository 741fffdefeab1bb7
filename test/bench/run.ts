import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document, Packer, Paragraph } from "docx";
import { readDocument } from "../../server/src/read/readDocument.js";
import { nodeHost } from "../../server/src/read/node.js";
import { createPlanService } from "../../server/src/service/planService.js";
import { keystrokes } from "./keystrokes.js";
import { inTurn, type Row, spread } from "./measure.js";
import { diffPeers, lintPeers } from "./peers.js";
import { probe } from "./probe.js";
import { laterYear, textOf } from "./texts.js";

/** 1 MiB of Chinese in UTF-8. */
const MIB = 367_959;
const service = createPlanService();
const missing: string[] = [];
const rows: Row[] = [];

const check = (text: string): number => service.check(service.parse(text)).length;
const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function checks(): Promise<void> {
  const short = textOf(20_000);
  const ours = { probe: () => probe(short), hegao: () => check(short) };
  rows.push(
    ...(await inTurn(
      "check, 20,000 characters, warm",
      { ...ours, ...(await lintPeers(short, missing)) },
      {
        warm: 40,
        counted: 30,
      },
    )),
  );
  const [one, ten] = [textOf(MIB), textOf(10 * MIB)];
  const growing = { "probe, 1 MB": () => probe(one), "hegao, 1 MB": () => check(one) };
  rows.push(...(await inTurn("check, 1 MB", growing, { warm: 2, counted: 9 })));
  const large = { "probe, 10 MB": () => probe(ten), "hegao, 10 MB": () => check(ten) };
  rows.push(...(await inTurn("check, 10 MB", large, { warm: 0, counted: 3 })));
  const many = Array.from({ length: 200 }, (_, i) => textOf(8000, i + 1));
  const all = (work: (text: string) => unknown) => () => many.forEach(work);
  rows.push(
    ...(await inTurn(
      "check, 200 documents",
      { probe: all(probe), hegao: all(check) },
      { warm: 1, counted: 5 },
    )),
  );
}

async function comparisons(): Promise<void> {
  for (const [size, length] of [
    ["20,000", 20_000],
    ["200,000", 200_000],
  ] as const) {
    for (const [kind, share] of [
      ["light", 0.1],
      ["heavy", 0.8],
    ] as const) {
      const before = textOf(length);
      const after = laterYear(before, share);
      const [earlier, draft] = [service.parse(before), service.parse(after)];
      const works = {
        probe: () => probe(before) + probe(after),
        hegao: () => service.compare(draft, [{ name: "a", plan: earlier }]),
        ...diffPeers(before, after, missing),
      };
      const rounds = length > 100_000 ? { warm: 1, counted: 5 } : { warm: 5, counted: 15 };
      rows.push(...(await inTurn(`compare, ${kind}, ${size} characters`, works, rounds)));
    }
  }
}

async function processes(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hegao-bench-"));
  mkdirSync(join(folder, "many"));
  for (let i = 0; i < 200; i++) writeFileSync(join(folder, "many", `${i}.plan`), textOf(8000, i + 1));
  writeFileSync(join(folder, "short.plan"), "一、党建引领工作。");
  const run = (args: readonly string[]) => () =>
    spawnSync(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });
  const lint = ["dist/hegao.js", "lint", "--format", "json", "--fail-on", "never"];
  const works = {
    "node -e 0": run(["-e", "0"]),
    "hegao lint, one short draft": run([...lint, join(folder, "short.plan")]),
    "hegao lint, 200 files": run([...lint, join(folder, "many")]),
  };
  rows.push(...(await inTurn("whole processes", works, { warm: 1, counted: 9 })));
  rmSync(folder, { recursive: true, force: true });
}

async function reading(): Promise<void> {
  const paragraphs = textOf(20_000)
    .split("\n")
    .map((text) => new Paragraph(text));
  const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })));
  const text = Buffer.from(textOf(20_000));
  const works = {
    "text of 20,000 characters": () => readDocument(text, "a.txt", nodeHost),
    ".docx of 20,000 characters": () => readDocument(bytes, "a.docx", nodeHost),
  };
  rows.push(...(await inTurn("reading", works, { warm: 3, counted: 15 })));
}

const groups: Readonly<Record<string, () => Promise<void>>> = {
  check: checks,
  compare: comparisons,
  processes,
  reading,
  keystrokes: async () => {
    rows.push(...(await keystrokes("20,000 characters", textOf(20_000), 500)));
    rows.push(...(await keystrokes("1 MB", textOf(MIB), 100)));
  },
};

const only = process.argv.slice(2).filter((name) => name in groups);
for (const [name, measure] of Object.entries(groups)) {
  if (only.length > 0 && !only.includes(name)) continue;
  say(`${name} …`);
  await measure();
}
rows.push({ ...spread("memory", "of the bench itself, MiB", [process.memoryUsage().rss / (1 << 20)]) });
process.stdout.write(JSON.stringify({ node: process.version, rows, missing }));
