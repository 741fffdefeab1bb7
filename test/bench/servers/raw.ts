/** The floor of starting: JSON-RPC by hand, `initialize` answered, nothing else. */
let held = Buffer.alloc(0);
process.stdin.on("data", (chunk: Buffer) => {
  held = Buffer.concat([held, chunk]);
  const head = held.indexOf("\r\n\r\n");
  const length = Number(/Content-Length: (\d+)/.exec(held.toString("ascii", 0, head))?.[1]);
  if (head === -1 || held.length < head + 4 + length) return;
  const { id } = JSON.parse(held.toString("utf8", head + 4, head + 4 + length)) as { id: number };
  held = held.subarray(head + 4 + length);
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", id, result: { capabilities: {} } }));
  process.stdout.write(`Content-Length: ${body.length}\r\n\r\n${body.toString()}`);
});
