import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Row } from "./measure.js";
import { type Client, connect, initialize } from "./rpc.js";
import { seeded, textOf } from "./texts.js";

const EDITS = 10_000;
const EARLIER = 1_000;

/** What the server takes: at rest with one draft of 20,000 characters, after many edits, beside many earlier plans. */
export async function memory(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "hegao-bench-"));
  const names = Array.from({ length: EARLIER }, (_, i) => `第${i}局2025年工作要点.plan`);
  mkdirSync(join(folder, "往年"));
  for (const [i, name] of names.entries()) {
    writeFileSync(join(folder, "往年", name), `第${i}局2025年工作要点\n${textOf(2000, i + 1)}`);
  }
  writeFileSync(join(folder, "hegao.config.json"), JSON.stringify({ earlier: ["往年"] }));
  const text = `第7局2026年工作要点\n${textOf(20_000)}`;
  const draft = join(folder, "第7局2026年工作要点.plan");
  writeFileSync(draft, text);
  const floor = await opened(["out/bench/floor.cjs", "--stdio"], text);
  const client = await opened(["dist/server.js", "--stdio"], text);
  const rows = [rowOf("floor, one draft open", floor), rowOf("hegao, one draft open", client)];
  await editMuch(client, text);
  rows.push(rowOf(`hegao, after ${EDITS.toLocaleString("en")} edits`, client));
  const beside = await opened(["dist/server.js", "--stdio"], text, pathToFileURL(draft).href);
  await beside.ask("hegao/compare", { uri: pathToFileURL(draft).href });
  rows.push(
    rowOf(`hegao, ${EARLIER.toLocaleString("en")} earlier plans looked through, one compared`, beside),
  );
  for (const one of [floor, client, beside]) one.end();
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

const uri = "file:///bench/draft.plan";

async function opened(args: readonly string[], text: string, at = uri): Promise<Client> {
  const client = connect(args);
  await initialize(client, at === uri ? undefined : at.slice(0, at.lastIndexOf("/")));
  const textDocument = { uri: at, languageId: "policy-plan", version: 1, text };
  client.tell("textDocument/didOpen", { textDocument });
  await client.ask("textDocument/diagnostic", { textDocument });
  return client;
}

async function editMuch(client: Client, text: string): Promise<void> {
  const lengths = text.split("\n").map((line) => line.length);
  const random = seeded(5);
  const textDocument = { uri };
  for (let n = 0; n < EDITS; n++) {
    const line = Math.floor(random() * lengths.length);
    const start = { line, character: Math.floor(random() * (lengths[line] ?? 0)) };
    const end = { line, character: start.character + 1 };
    client.tell("textDocument/didChange", {
      textDocument: { uri, version: n + 2 },
      contentChanges: [{ range: { start, end }, text: "育" }],
    });
    if (n % 10 === 0) await client.ask("textDocument/diagnostic", { textDocument });
  }
  await client.ask("textDocument/diagnostic", { textDocument });
}

function rowOf(name: string, { pid }: Client): Row {
  const value = residentMiB(pid);
  return { group: "memory of the server", name, unit: "MiB", median: value, low: value, high: value };
}

function residentMiB(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    // No Linux: `ps` says the same.
    return Number(spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout) / 1024;
  }
}
