#!/usr/bin/env node
/**
 * Takes the flags of a desktop VS Code and does what it would do, with a real VS Code server and a headless Chromium,
 * so that `@vscode/test-electron` can be given this file as its `vscodeExecutablePath`. Ends with 0 only where the
 * tests ran to their end and passed: a dying extension host, which the workbench reports as 0, gives 1 here.
 */
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFlags, workbenchAddress } from "./editor-flags.mjs";
import { openWorkbench } from "./editor-page.mjs";
import { runServerJob, startServer } from "./editor-server.mjs";
import { setUpServer } from "./editor-setup.mjs";

const logFile = process.env.HEGAO_EDITOR_LOG;
const lines = [];
/** The workbench says a great deal; it is shown only where the run fails, and kept where a log file is asked for. */
const log = (line) => {
  if (logFile) appendFileSync(logFile, `${line}\n`);
  lines.push(line);
};
const EXCERPT = 15;

/**
 * How the log tells that the extension host was killed or left by `process.exit`, before its tests were done. An
 * ordinary end says «exited with code: 0» and closes no socket before the workbench gives its code.
 */
const HOST_DIED = /Extension Host Process exited with code: (?!0, signal: null)/;
const HOST_LEFT = /^\[page \w+\] \[remote-connection\]\[ExtensionHost\].*received socket close event/;
const hostGone = () => lines.find((line) => HOST_DIED.test(line) || HOST_LEFT.test(line));

function size() {
  const [width, height] = (process.env.HEGAO_EDITOR_SIZE ?? "1280x800").split("x").map(Number);
  return { width, height };
}

async function runWorkbench(server, { flags, scratch }) {
  const running = await startServer(server, { scratch, flags, log });
  const stop = () => void running.stop().then(() => process.exit(1));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  try {
    const { code, said } = await openWorkbench(workbenchAddress(flags, running.port), {
      limit: Number(process.env.HEGAO_EDITOR_LIMIT ?? 600) * 1000,
      shots: process.env.HEGAO_SHOTS,
      hands: process.env.HEGAO_HANDS,
      viewport: size(),
      log,
      atEnd: hostGone,
    });
    if (!said) return code;
    console.error(`editor: the extension host ended before its tests did: ${said}`);
    return 1;
  } finally {
    await running.stop();
  }
}

async function main(args) {
  const server = setUpServer();
  const flags = readFlags(args);
  const scratch = mkdtempSync(join(tmpdir(), "hegao-editor-"));
  try {
    if (flags.job) return await runServerJob(server, [...args, "--server-data-dir", join(scratch, "server")]);
    return await runWorkbench(server, { flags, scratch });
  } catch (error) {
    console.error(`editor: ${error instanceof Error ? error.message : error}`);
    return 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Lines that say nothing about why a run failed: stack frames, the workbench's chatter, the gallery that is not there. */
const CHATTER = /^\s+at |^\[page (?!error)|extension gallery|Service Worker|^File not found/;
const code = await main(process.argv.slice(2));
if (code !== 0 && !process.env.HEGAO_EDITOR_QUIET) {
  for (const line of lines.filter((text) => !CHATTER.test(text)).slice(-EXCERPT))
    console.error(line.slice(0, 300));
}
process.exit(code);
