import type { Row } from "./measure.js";
import { spread } from "./measure.js";
import { connect, initialize } from "./rpc.js";
import { seeded, textOf } from "./texts.js";

/** A draft of nearly the length beyond which the server does not check any more. */
const LENGTH = 990_000;
const ROUNDS = 6;
const uri = "file:///bench/longest.plan";
const textDocument = { uri };
const place = { textDocument, position: { line: 9, character: 2 } };
const whole = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };

const QUESTIONS: Readonly<Record<string, unknown>> = {
  "textDocument/diagnostic": { textDocument },
  "textDocument/documentSymbol": { textDocument },
  "textDocument/foldingRange": { textDocument },
  "textDocument/semanticTokens/full": { textDocument },
  "textDocument/codeLens": { textDocument },
  "textDocument/formatting": { textDocument, options },
  "textDocument/codeAction": { textDocument, range: whole, context: { diagnostics: [] } },
  "textDocument/inlayHint": { textDocument, range: whole },
  "textDocument/completion": place,
  "textDocument/references": { ...place, context: { includeDeclaration: true } },
  "textDocument/hover": place,
};

/** How soon a question that is taken back is done with, in the longest draft, right after an edit that breaks a label. */
export async function cancelling(): Promise<Row[]> {
  const text = textOf(LENGTH);
  const client = connect(["dist/server.js", "--stdio"]);
  await initialize(client);
  client.tell("textDocument/didOpen", {
    textDocument: { uri, languageId: "policy-plan", version: 1, text },
  });
  await client.ask("textDocument/diagnostic", { textDocument });
  const lines = text.split("\n").length;
  const random = seeded(11);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [method, params] of Object.entries(QUESTIONS)) {
      const at = { line: Math.floor(random() * lines), character: 0 };
      client.tell("textDocument/didChange", {
        textDocument: { uri, version: times.length + 2 },
        contentChanges: [{ range: { start: at, end: at }, text: "责任" }],
      });
      times.push(await client.askInVain(method, params, Math.floor(random() * 200)));
    }
  }
  client.end();
  return [spread("an answer to a question that was taken back, 990,000 characters", "hegao", times)];
}
