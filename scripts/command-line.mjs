/**
 * Builds the command line: `dist/hegao.js`, a loader; `dist/hegao/hot.js`, what every check needs, in one script that
 * V8 finds compiled already; and a chunk for everything that only some calls need.
 *
 * esbuild splits ES modules only, but Node starts CommonJS faster, so the chunks become CommonJS afterwards. They are
 * written in ASCII: V8 reads one byte a character, where one Chinese character would make it two for the whole script.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/** What a plain `hegao lint` runs through; all that these import in turn goes with them. */
const HOT = [
  "server/src/cli/main.ts",
  "server/src/cli/commands/lint.ts",
  "server/src/cli/reporters/text.ts",
  "server/src/cli/reporters/json.ts",
];

export async function buildCommandLine(esbuild, common) {
  const built = await esbuild.build({
    ...common,
    minify: false,
    sourcemap: false,
    entryPoints: { main: "server/src/cli/main.ts", checkingThread: "server/src/cli/batch/checkingThread.ts" },
    outdir: "dist/hegao",
    platform: "node",
    format: "esm",
    splitting: true,
    chunkNames: "[name]-[hash]",
    target: "node20",
    external: ["nodejieba"],
    // A library that asks where it lies would get no answer once it is CommonJS.
    define: { "import.meta.url": "__chunkAddress" },
    write: false,
    metafile: true,
  });
  mkdirSync("dist/hegao", { recursive: true });
  const before = readdirSync("dist/hegao");
  // V8 knows a script by its length alone, so what was compiled for the last one must be gone before this one is there.
  rmSync("dist/hegao/hot.cache", { force: true });
  const hot = hotChunks(built.metafile);
  const wrapped = [];
  for (const { path, text } of built.outputFiles) {
    const code = await commonJs(esbuild, text, common.minify);
    const name = basename(path);
    if (hot.has(name))
      wrapped.push(`${JSON.stringify(name)}:function(exports,require,module,__filename,__dirname){${code}}`);
    else writeFileSync(join("dist", "hegao", name), code);
  }
  writeFileSync("dist/hegao/hot.js", `({${wrapped.join(",\n")}})`);
  writeFileSync("dist/hegao.js", loaderOf("./main.js", '__dirname, "hegao"'));
  writeFileSync("dist/hegao/thread.js", loaderOf("./checkingThread.js", "__dirname"));
  chmodSync("dist/hegao.js", 0o755);
  compileAhead();
  // Last, so that a program that runs meanwhile finds what it still needs.
  const written = new Set([
    "hot.js",
    "hot.cache",
    "thread.js",
    ...built.outputFiles.map(({ path }) => basename(path)),
  ]);
  for (const name of before) if (!written.has(name) || hot.has(name)) rmSync(join("dist", "hegao", name));
}

async function commonJs(esbuild, text, minify) {
  const { code } = await esbuild.transform(text, {
    format: "cjs",
    platform: "node",
    target: "node20",
    minify,
    charset: "ascii",
    supported: { "dynamic-import": false },
  });
  const address = 'const __chunkAddress=require("node:url").pathToFileURL(__filename).href;';
  return ascii(code.includes("__chunkAddress") ? address + code : code);
}

/** esbuild leaves regular expressions as they are; read one byte a character, their Chinese would match nothing. */
export function ascii(code) {
  return code.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The chunks of the hot sources with all that they load at once. */
function hotChunks({ outputs }) {
  const found = new Set();
  const follow = (path) => {
    if (found.has(basename(path))) return;
    found.add(basename(path));
    for (const one of outputs[path]?.imports ?? []) {
      if (one.kind === "import-statement" && !one.external) follow(one.path);
    }
  };
  for (const [path, { inputs, entryPoint }] of Object.entries(outputs)) {
    if (HOT.includes(entryPoint) || HOT.some((source) => source in inputs)) follow(path);
  }
  return found;
}

/** Runs one check and keeps what V8 compiled for it. Another Node than this one ignores the cache and compiles anew. */
function compileAhead() {
  execFileSync(process.execPath, ["scripts/compile-ahead.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
}

/** What starts a program of the command line: the main one, or a thread that helps it. */
const loaderOf = (entry, folder) => `#!/usr/bin/env node
"use strict";
const { readFileSync } = require("node:fs");
const { join, basename } = require("node:path");
const vm = require("node:vm");
const folder = join(${folder});
const hotFile = join(folder, "hot.js");
let cachedData;
try {
  cachedData = readFileSync(join(folder, "hot.cache"));
} catch {
  // Built without it: everything works, only later.
}
const script = new vm.Script(readFileSync(hotFile, "latin1"), { filename: hotFile, cachedData });
const hot = script.runInThisContext();
const loaded = new Map();
function load(id) {
  if (!id.startsWith("./")) return require(id);
  const name = basename(id);
  const known = loaded.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const file = join(folder, name);
  const run = hot[name] ?? vm.compileFunction(readFileSync(file, "latin1"), ["exports", "require", "module", "__filename", "__dirname"], { filename: file });
  run(module.exports, load, module, file, folder);
  return module.exports;
}
exports.script = script;
load("${entry}");
`;
