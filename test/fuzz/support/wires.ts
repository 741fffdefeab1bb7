import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { framed, type Message, readMessages } from "./rawServer.js";
import type { Wire } from "./talk.js";

/** A program of Node that speaks over its standard streams. */
export function overStdio(program: readonly string[], cwd: string): Wire {
  const child = spawn(process.execPath, program, { stdio: ["pipe", "pipe", "pipe"], cwd });
  let end: string | undefined;
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-4000)));
  child.on("exit", (code, signal) => (end = `code ${code}, signal ${signal}`));
  // Whether it has died is what is asked afterwards.
  child.stdin.on("error", () => undefined);
  return {
    send: (message) => void child.stdin.write(framed(JSON.stringify(message))),
    onMessage: (take) => readMessages(child, take),
    ended: () => end,
    complaints: () => complaints,
    async stop() {
      if (end !== undefined) return;
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** Makes of a thread what a worker in a browser is, as far as the bundle can see, and runs the bundle in it. */
const WORLD = `
const { parentPort, workerData } = require("node:worker_threads");
const { runInThisContext } = require("node:vm");
for (const event of ["unhandledRejection", "uncaughtException"])
  process.on(event, (error) => parentPort.postMessage({ complaint: event + ": " + (error?.stack ?? error) }));
for (const name of ["process", "Buffer", "setImmediate", "clearImmediate", "global"]) globalThis[name] = undefined;
globalThis.self = globalThis;
globalThis.addEventListener = () => undefined;
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on("message", (data) => globalThis.onmessage?.({ data }));
runInThisContext(workerData.code);
`;

/** The server that runs in a browser's worker. */
export function overWorker(bundle: string): Wire {
  const worker = new Worker(WORLD, {
    eval: true,
    workerData: { code: readFileSync(bundle, "utf8") },
    stdout: true,
    stderr: true,
  });
  let end: string | undefined;
  let complaints = "";
  worker.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  worker.on("exit", (code) => (end ??= `exit ${code}`));
  worker.on("error", (error) => (end = error.stack ?? String(error)));
  worker.on("message", ({ complaint }: { readonly complaint?: string }) => {
    if (complaint !== undefined) complaints += `${complaint}\n`;
  });
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (take) =>
      void worker.on("message", (message: Message & { readonly complaint?: string }) => {
        if (message.complaint === undefined) take(message);
      }),
    ended: () => end,
    complaints: () => complaints,
    stop: async () => void (await worker.terminate()),
  };
}
