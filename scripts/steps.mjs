/** What `npm start`, `npm test` and their like have in common: installing, building, running a step. Node alone. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const at = (...parts) => join(root, ...parts);

/** Runs a program of this checkout and gives its exit code; its output goes where ours does. */
export function run(args, options = {}) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", ...options }).status ?? 1;
}

/** Installs what the lock file names, where it has not been installed or the lock file is newer. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log("安装依赖（npm ci）… / Installing dependencies …");
  const [command, ...first] = npmCommand();
  const done = spawnSync(command, [...first, "ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: installEnvironment(),
  });
  if (done.status !== 0) {
    console.error("npm ci 没有成功，见上面的输出。/ npm ci failed; see above.");
    process.exit(done.status ?? 1);
  }
}

function isInstalled() {
  const record = at("node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  if (statSync(record).mtimeMs >= statSync(at("package-lock.json")).mtimeMs) return true;
  // A checkout gives every file a new date: what counts is whether the same versions are there.
  return missingPackages(record).length === 0;
}

function missingPackages(record) {
  const packages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const wanted = packages(at("package-lock.json"));
  const there = packages(record);
  return Object.keys(wanted).filter((path) => {
    const { version, optional } = wanted[path];
    return path !== "" && !optional && there[path]?.version !== version;
  });
}

/** npm as the one that started us, so that no shell has to find it. */
function npmCommand() {
  const started = process.env.npm_execpath;
  if (started?.endsWith(".js")) return [process.execPath, started];
  const beside = join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin", "npm-cli.js");
  if (existsSync(beside)) return [process.execPath, beside];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

/**
 * nodejieba's install step calls npx, which would stop and ask; and it compiles against Node's headers, which need
 * not be fetched where the running Node has brought its own.
 */
function installEnvironment() {
  const prefix = join(dirname(process.execPath), "..");
  const headers = existsSync(join(prefix, "include", "node", "node.h"));
  return { ...process.env, npm_config_yes: "true", ...(headers ? { npm_config_nodedir: prefix } : {}) };
}

/** Builds all of `dist/`, or ends with the code of the build. */
export function build(...flags) {
  const code = run(["esbuild.mjs", ...flags]);
  if (code !== 0) process.exit(code);
}

/** The command line as it was built. */
export function hegao(args, options = {}) {
  return run([at("dist", "hegao.js"), ...args], options);
}
