import { now, quantile, type Row, spread } from "./measure.js";
import { jsonServer } from "./peers.js";
import { type Client, connect, initialize } from "./rpc.js";
import { MIB, seeded, textOf } from "./texts.js";

/** A server with the form of the text that it reads. */
interface Served {
  readonly name: string;
  readonly args: readonly string[];
  readonly language: string;
  readonly text: string;
  /** Lines and characters that stand before those of the plain text. */
  readonly shift: readonly [number, number];
  readonly tokens: "asked" | "none";
}

const uri = "file:///bench/draft.plan";
const textDocument = { uri };
const EDITS = 500;

/** Times from a change sent to its answers read: characters put in and taken out at random places of a draft. */
export async function keystrokes(missing: string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [size, length] of [
    ["20,000 characters", 20_000],
    ["1 MB", MIB],
  ] as const) {
    const text = textOf(length);
    const lengths = text.split("\n").map((line) => line.length);
    const served = servers(text, missing);
    const runs: Run[] = [];
    for (const one of served) runs.push(await open(one));
    const random = seeded(3);
    for (let n = 0; n < EDITS; n++) {
      const line = Math.floor(random() * lengths.length);
      const place = { line, character: Math.floor(random() * (lengths[line] ?? 0)), isOut: n % 2 === 1 };
      for (const run of runs) await edit(run, place);
    }
    for (const { client } of runs) client.end();
    for (const what of ["diagnostics", "symbols", "tokens"] as const) {
      rows.push(...rowsOf(`keystroke to ${what}, ${size}`, runs, what));
    }
  }
  return rows;
}

function servers(text: string, missing: string[]): Served[] {
  const plain = { language: "policy-plan", text, shift: [0, 0], tokens: "none" } as const;
  const json = jsonServer(missing);
  const lines = text.split("\n").map((line) => JSON.stringify(line.replace(/["\\\t\r]/g, "“")));
  return [
    { ...plain, name: "floor", args: ["out/bench/floor.cjs", "--stdio"] },
    { ...plain, name: "hegao", args: ["dist/server.js", "--stdio"], tokens: "asked" },
    ...(json === undefined
      ? []
      : [
          {
            name: "vscode-json-language-server 4.10.0, the text as JSON",
            args: [json, "--stdio"],
            language: "json",
            text: `[\n${lines.join(",\n")}\n]`,
            shift: [1, 1],
            tokens: "none",
          } as const,
        ]),
  ];
}

interface Run {
  readonly served: Served;
  readonly client: Client;
  version: number;
  resultId: string;
  /** That of the diagnostics, which an editor sends back: what has not changed need not be sent again. */
  diagnosticsId: string;
  /** What was put in last, to be taken out again. */
  last: { readonly line: number; readonly character: number };
  readonly times: Readonly<Record<"diagnostics" | "symbols" | "tokens", number[]>>;
}

async function open(served: Served): Promise<Run> {
  const client = connect(served.args);
  await initialize(client);
  client.tell("textDocument/didOpen", {
    textDocument: { uri, languageId: served.language, version: 1, text: served.text },
  });
  const first = await client.ask("textDocument/diagnostic", { textDocument });
  const times = { diagnostics: [], symbols: [], tokens: [] };
  const run = {
    served,
    client,
    version: 1,
    resultId: "",
    diagnosticsId: idOf(first),
    last: { line: 0, character: 0 },
    times,
  };
  if (served.tokens === "asked")
    run.resultId = idOf(await client.ask("textDocument/semanticTokens/full", { textDocument }));
  return run;
}

async function edit(
  run: Run,
  place: { readonly line: number; readonly character: number; readonly isOut: boolean },
): Promise<void> {
  const { client, served, times } = run;
  const start = place.isOut
    ? run.last
    : { line: place.line + served.shift[0], character: place.character + served.shift[1] };
  const end = place.isOut ? { ...start, character: start.character + 1 } : start;
  run.last = start;
  const contentChanges = [{ range: { start, end }, text: place.isOut ? "" : "育" }];
  const sent = now();
  client.tell("textDocument/didChange", { textDocument: { uri, version: ++run.version }, contentChanges });
  const timed = async (what: keyof Run["times"], method: string, params: object): Promise<unknown> => {
    const answer = await client.ask(method, { textDocument, ...params });
    times[what].push(now() - sent);
    return answer;
  };
  const previous = run.diagnosticsId === "" ? {} : { previousResultId: run.diagnosticsId };
  const [found] = await Promise.all([
    timed("diagnostics", "textDocument/diagnostic", previous),
    timed("symbols", "textDocument/documentSymbol", {}),
  ]);
  run.diagnosticsId = idOf(found);
  if (served.tokens === "none") return;
  const after = now() - sent;
  const answer = await timed("tokens", "textDocument/semanticTokens/full/delta", {
    previousResultId: run.resultId,
  });
  // The editor asks for them when it has the others.
  times.tokens.push((times.tokens.pop() ?? NaN) - after);
  run.resultId = idOf(answer) || run.resultId;
}

function idOf(answer: unknown): string {
  return (answer as { readonly resultId?: string } | null)?.resultId ?? "";
}

function rowsOf(group: string, runs: readonly Run[], what: keyof Run["times"]): Row[] {
  const limit = runs[0]?.times[what] ?? [];
  return runs.flatMap(({ served: { name }, times }) => {
    const own = times[what];
    if (own.length === 0) return [];
    const ratio = quantile(own, 0.5) / quantile(limit, 0.5);
    const isLimit = own === limit || limit.length === 0;
    return [{ ...spread(group, name, own), p95: quantile(own, 0.95), ...(isLimit ? {} : { ratio }) }];
  });
}
