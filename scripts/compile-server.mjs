/**
 * Starts the server in this process and keeps what V8 compiled until it had answered `initialize` (see server-bundle.mjs).
 * What checking needs as well would make the cache larger, and the answer later, than compiling it afterwards.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PassThrough } from "node:stream";

const [input, output] = [new PassThrough(), new PassThrough()];
for (const [name, value] of Object.entries({ stdin: input, stdout: output })) {
  Object.defineProperty(process, name, { value });
}
process.argv = [process.execPath, "server", "--stdio"];
const { script } = createRequire(import.meta.url)("../dist/server.js");

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  input.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
}
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
output.on("data", (chunk) => {
  if (!chunk.toString().includes('"id":1')) return;
  writeFileSync("dist/server.cache", script.createCachedData());
  process.exit(0);
});
setTimeout(() => {
  console.error("the server did not answer: built without what it compiles ahead");
  process.exit(0);
}, 30_000).unref();
