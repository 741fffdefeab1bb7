/**
 * Starts the server in this process and keeps what V8 compiled (see server-bundle.mjs): until it had answered
 * `initialize`, for an editor waits for that; then until it had checked a draft and told its outline.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PassThrough } from "node:stream";

const [input, output] = [new PassThrough(), new PassThrough()];
for (const [name, value] of Object.entries({ stdin: input, stdout: output })) {
  Object.defineProperty(process, name, { value });
}
process.argv = [process.execPath, "server", "--stdio"];
const { scripts } = createRequire(import.meta.url)("../dist/server.js");

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  input.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
}
const keep = (name) => writeFileSync(`dist/server/${name}.cache`, scripts[name].createCachedData());

const folder = "examples/bureau/2026";
const [example] = readdirSync(folder);
const text = example ? readFileSync(join(folder, example), "utf8") : "一、总体要求\n";
const textDocument = { uri: "file:///example.plan" };
const ASKED = ["diagnostic", "documentSymbol", "foldingRange", "semanticTokens/full"];
let answers = "";
output.on("data", (chunk) => {
  answers += chunk.toString();
  if (answers.includes('"id":1,') && scripts.serve === undefined) {
    keep("start");
    send({ method: "initialized", params: {} });
    const opened = { ...textDocument, languageId: "policy-plan", version: 1, text };
    send({ method: "textDocument/didOpen", params: { textDocument: opened } });
    for (const [i, method] of ASKED.entries())
      send({ id: 10 + i, method: `textDocument/${method}`, params: { textDocument } });
  }
  if (!ASKED.every((_, i) => answers.includes(`"id":${10 + i},`))) return;
  keep("serve");
  process.exit(0);
});
send({
  id: 1,
  method: "initialize",
  params: {
    processId: null,
    rootUri: null,
    workspaceFolders: null,
    capabilities: { textDocument: { diagnostic: {} } },
  },
});
setTimeout(() => {
  console.error("the server did not answer: built without what it compiles ahead");
  process.exit(0);
}, 30_000).unref();
