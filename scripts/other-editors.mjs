/**
 * Starts Neovim, Emacs and Kate without a screen, each set up as docs/editors.md says, lets them open a draft, and prints
 * what they show. An editor that is not installed is passed over with a word; `--json` prints the results for a program.
 */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { at } from "./steps.mjs";

const LIMIT_MS = 45_000;
const HEGAO = at("dist", "hegao.js");
const DRAFT = at("test", "vscode", "drafts", "云岭市教育局2026年工作要点.plan");
const recipe = (name) => at("test", "editors", name);

/** Each gives the lines of its diagnostics as `line text`. */
const EDITORS = [
  { name: "neovim", program: "nvim", package: "neovim", run: neovim },
  { name: "emacs", program: "emacs", package: "emacs-nox elpa-eglot", run: emacs },
  { name: "kate", program: "kate", package: "kate", run: kate },
];

function environment(home) {
  return {
    ...process.env,
    HOME: home,
    LANG: "C.UTF-8",
    HEGAO_NODE: process.execPath,
    HEGAO,
    HEGAO_DRAFT: DRAFT,
  };
}

function spoken(program, args, home) {
  const done = spawnSync(program, args, {
    cwd: home,
    env: environment(home),
    encoding: "utf8",
    timeout: LIMIT_MS,
  });
  const found = [...done.stdout.matchAll(/^DIAGNOSTIC (.*)$/gm)].map(([, line]) => line);
  return { found, said: found.length > 0 ? "" : `${done.stdout}${done.stderr}`.slice(-600) };
}

function neovim(home) {
  return spoken("nvim", ["--headless", "-u", "NONE", "-i", "NONE", "-S", recipe("neovim.lua")], home);
}

function emacs(home) {
  return spoken("emacs", ["--batch", "-l", recipe("eglot.el")], home);
}

/**
 * Kate prints nothing, so what the server tells it is kept on the way. It asks once whether a server may be started;
 * the answer stands in its settings.
 */
async function kate(home) {
  const wire = join(home, "wire.log");
  const config = join(home, ".config");
  const syntax = join(home, ".local", "share", "org.kde.syntax-highlighting", "syntax");
  for (const folder of [join(config, "kate", "lspclient"), syntax, join(home, "run")])
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  cpSync(recipe("policy-plan.xml"), join(syntax, "policy-plan.xml"));
  const serve = join(home, "serve.sh");
  writeFileSync(serve, `#!/bin/sh\n"${process.execPath}" "${HEGAO}" lsp --stdio | tee "${wire}"\n`, {
    mode: 0o755,
  });
  const command = [serve];
  const servers = {
    "policy-plan": { command, rootIndicationFileNames: [".git"], highlightingModeRegex: "^Policy Plan$" },
  };
  writeFileSync(join(config, "kate", "lspclient", "settings.json"), JSON.stringify({ servers }));
  writeFileSync(
    join(config, "katerc"),
    `[Kate Plugins]\nlspclientplugin=true\n\n[lspclient]\nAllowedServerCommandLines=${serve}\n`,
  );
  const env = { ...environment(home), QT_QPA_PLATFORM: "offscreen", XDG_RUNTIME_DIR: join(home, "run") };
  const child = spawn("dbus-run-session", ["kate", "--block", "--new", DRAFT], {
    cwd: home,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  let found = [];
  for (
    const end = Date.now() + LIMIT_MS;
    found.length === 0 && Date.now() < end && child.exitCode === null;
  ) {
    await pause(100);
    found = existsSync(wire) ? published(readFileSync(wire, "utf8")) : [];
  }
  // Its own group: the session bus that it was given ends with it. Nothing of it is worth saving.
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
  await Promise.race([new Promise((done) => child.once("exit", done)), pause(3000)]);
  return { found, said: found.length > 0 ? "" : said.slice(-600) };
}

function published(wire) {
  const messages = wire
    .split(/Content-Length: \d+\r\n\r\n/)
    .filter((one) => one.includes("publishDiagnostics"));
  return messages.flatMap((one) => {
    try {
      return JSON.parse(one).params.diagnostics.map(({ range, code }) => `${range.start.line + 1} ${code}`);
    } catch {
      // Half a message: the rest is still on its way.
      return [];
    }
  });
}

function isThere(program) {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

async function tried({ name, program, package: wanted, run }) {
  if (!isThere(program))
    return { name, skipped: `${program} is not installed (on Debian: apt-get install ${wanted})` };
  if (name === "kate" && !isThere("dbus-run-session"))
    return { name, skipped: "kate needs dbus-run-session (package dbus)" };
  const home = mkdtempSync(join(tmpdir(), `hegao-${name}-`));
  try {
    return { name, ...(await run(home)) };
  } finally {
    await removed(home);
  }
}

/** An editor that has been ended may still be writing: a folder that fills up again is tried again. */
async function removed(folder) {
  for (let turn = 0; turn < 20; turn++) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch {
      await pause(200);
    }
  }
  return undefined;
}

const only = process.argv.find((one) => one.startsWith("--only="))?.slice("--only=".length);
const results = [];
for (const editor of EDITORS) if (!only || editor.name === only) results.push(await tried(editor));
if (process.argv.includes("--json")) console.log(JSON.stringify(results));
else
  for (const { name, skipped, found = [], said } of results)
    console.log(
      skipped ? `${name}: skipped — ${skipped}` : `${name}: ${found.join("; ") || `nothing shown\n${said}`}`,
    );
process.exit(results.some(({ skipped, found }) => !skipped && found.length === 0) ? 1 : 0);
