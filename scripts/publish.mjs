/**
 * Publishes what `npm run package` has made, wherever there is a token: VSCE_PAT for the Visual Studio Marketplace, OVSX_PAT
 * for Open VSX, NPM_TOKEN for npm. Where there is none it says so and goes on; `--dry-run` only prints the calls.
 * An odd minor version is a pre-release, as the marketplaces have it. `--from=FOLDER`, by default out/packages.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { at } from "./steps.mjs";

const OVSX = "ovsx@1.3.0";

/** True for a version that goes to those who asked for pre-releases. */
export function isPreRelease(version) {
  return Number(version.split(".")[1]) % 2 === 1;
}

/** Every call that the files in a folder need: `{ shop, token, program, args }`; tokens are never among the arguments. */
export function publishCalls(folder, version) {
  const files = readdirSync(folder).sort();
  const of = (end) => files.filter((name) => name.endsWith(end)).map((name) => join(folder, name));
  const early = isPreRelease(version) ? ["--pre-release"] : [];
  const vsix = of(".vsix");
  return [
    ...vsix.map((file) => ({
      shop: "Visual Studio Marketplace",
      token: "VSCE_PAT",
      program: "npx",
      args: ["vsce", "publish", "--packagePath", file, "--skip-duplicate", ...early],
    })),
    ...vsix.map((file) => ({
      shop: "Open VSX",
      token: "OVSX_PAT",
      program: "npx",
      args: ["--yes", OVSX, "publish", file, "--skip-duplicate", ...early],
    })),
    ...of(".tgz").map((file) => ({
      shop: "npm",
      token: "NPM_TOKEN",
      program: "npm",
      args: ["publish", file, "--ignore-scripts", "--tag", early.length > 0 ? "next" : "latest"],
    })),
  ];
}

/** npm takes no token from the environment, only a line of its settings that names the variable. */
function environment() {
  if (!process.env.NPM_TOKEN) return process.env;
  const asked = spawnSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).stdout.trim();
  const key = `npm_config_${asked.replace(/^https?:/, "")}:_authToken`;
  return { ...process.env, [key]: process.env.NPM_TOKEN };
}

function main(args) {
  const from = args.find((one) => one.startsWith("--from="))?.slice("--from=".length);
  const { version } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  const calls = publishCalls(resolve(from ?? at("out", "packages")), version);
  if (calls.length === 0) throw new Error("no packages; run npm run package first");
  let failed = 0;
  for (const { shop, token, program, args: call } of calls) {
    if (args.includes("--dry-run")) console.log(`${program} ${call.join(" ")}`);
    else if (!process.env[token])
      console.log(`${shop}: ${token} is not set, ${call.find((one) => /\.(?:vsix|tgz)$/.test(one))} is left`);
    else failed += spawnSync(program, call, { stdio: "inherit", env: environment() }).status === 0 ? 0 : 1;
  }
  process.exitCode = failed > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(process.argv.slice(2));
