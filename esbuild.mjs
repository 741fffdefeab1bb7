// Builds every bundle into dist/. `--if-possible` (npm's prepare step) is silent where esbuild is not installed.
import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { writeAddonWords } from "./scripts/addon-words.mjs";
import { buildCommandLine } from "./scripts/command-line.mjs";
import { buildServer } from "./scripts/server-bundle.mjs";

const flags = new Set(process.argv.slice(2));
let esbuild;
try {
  esbuild = await import("esbuild");
} catch (error) {
  if (flags.has("--if-possible")) process.exit(0);
  throw error;
}
/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  minify: !flags.has("--dev"),
  sourcemap: flags.has("--dev") ? "linked" : false,
  logLevel: "warning",
  // jsonc-parser's "main" is UMD and breaks inside a bundle; the ES module is what we want.
  mainFields: ["module", "main"],
  charset: "utf8",
  legalComments: "none",
};

/** What runs in Node as one file each: the extension's client and the language server. */
const nodeBundles = {
  client: "client/src/desktop.ts",
  server: "server/src/lsp/node.ts",
  compareWorker: "server/src/lsp/compareWorker.ts",
  readWorker: "server/src/lsp/readWorker.ts",
};

/** What runs in a browser: the extension in its worker, and the server in another. */
const browserBundles = {
  web: { entry: "client/src/web.ts", format: "cjs" },
  browserServer: { entry: "server/src/lsp/browser.ts", format: "iife" },
};

/** What runs inside a web view. */
const pageBundles = ["client/src/view/page/view.ts", "client/src/view/page/view.css"];

async function testFiles(dir) {
  const found = [];
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) found.push(...(await testFiles(path)));
    else if (entry.name.endsWith(".test.ts")) found.push(path);
  }
  return found;
}

async function buildProduct() {
  const only = [...flags]
    .find((flag) => flag.startsWith("--only="))
    ?.slice("--only=".length)
    .split(",");
  for (const [name, entry] of Object.entries(nodeBundles)) {
    if (!existsSync(entry) || (only && !only.includes(name))) continue;
    const options = {
      ...common,
      entryPoints: { [name]: entry },
      outdir: "dist",
      platform: "node",
      format: "cjs",
      target: "node20",
      external: ["vscode", "nodejieba"],
    };
    // While developing, one file with a map to its sources; else one that starts fast.
    if (name === "server" && common.minify) await buildServer(esbuild, common);
    else await esbuild.build(options);
  }
  await buildPages(only);
  await buildBrowser(only);
  if (!only || only.includes("index")) await buildLibrary();
  // The words of the comparison, where the native segmenter cannot be had.
  cpSync("node_modules/jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm", "dist/jieba_rs_wasm_bg.wasm");
  writeAddonWords();
  // Node asks the nearest one what kind of scripts these are; the extension's own is long.
  writeFileSync("dist/package.json", '{"type":"commonjs"}\n');
  if (!only || only.includes("hegao")) await buildCommandLine(esbuild, common);
}

async function buildPages(only) {
  if (only && !only.includes("client")) return;
  await esbuild.build({
    ...common,
    entryPoints: pageBundles,
    outdir: "dist",
    platform: "browser",
    format: "iife",
    target: "es2022",
  });
}

async function buildBrowser(only) {
  for (const [name, { entry, format }] of Object.entries(browserBundles)) {
    if (only && !only.includes(name)) continue;
    await esbuild.build({
      ...common,
      entryPoints: { [name]: entry },
      outdir: "dist",
      platform: "browser",
      format,
      target: "es2022",
      external: ["vscode", "nodejieba"],
      // jieba-wasm asks where it lies only to fetch its module, which it is given.
      logOverride: { "empty-import-meta": "silent" },
    });
  }
}

/** The door for other programs: its code here; `scripts/package.mjs` adds the declarations. */
async function buildLibrary() {
  await esbuild.build({
    ...common,
    entryPoints: { index: "server/src/service/library.ts" },
    outdir: "dist",
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["nodejieba"],
  });
}

async function buildTests() {
  rmSync("out/test", { recursive: true, force: true });
  const files = (await testFiles("test")).filter((file) => !file.startsWith(join("test", "vscode")));
  await esbuild.build({
    ...common,
    minify: false,
    sourcemap: "linked",
    entryPoints: files,
    outbase: ".",
    outdir: "out",
    platform: "node",
    format: "esm",
    splitting: true,
    outExtension: { ".js": ".mjs" },
    target: "node20",
    packages: "external",
  });
}

/** The suites that run inside a real VS Code; its extension host loads CommonJS. */
async function buildEditorTests() {
  rmSync("out/vscode", { recursive: true, force: true });
  await esbuild.build({
    ...common,
    minify: false,
    sourcemap: "inline",
    entryPoints: ["test/vscode/run.ts", ...(await testFiles("test/vscode"))],
    outdir: "out/vscode",
    platform: "node",
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    target: "node20",
    external: ["vscode", "mocha"],
  });
}

/** The suite for VS Code's web workbench; Node's modules are stood in for. */
async function buildWebTests() {
  rmSync("out/web", { recursive: true, force: true });
  await esbuild.build({
    ...common,
    minify: false,
    sourcemap: "inline",
    entryPoints: ["test/vscode/web/run.ts"],
    outdir: "out/web",
    platform: "browser",
    format: "cjs",
    target: "es2022",
    external: ["vscode"],
    define: { "process.env": "{}" },
    alias: {
      "node:assert/strict": "./test/vscode/web/assert.ts",
      "node:fs": "./test/vscode/web/nothing.ts",
      "node:path": "./test/vscode/web/nothing.ts",
    },
  });
}

if (flags.has("--tests")) await buildTests();
else if (flags.has("--web-tests")) await buildWebTests();
else if (flags.has("--editor-tests")) await buildEditorTests();
else await buildProduct();
