// Builds every bundle into dist/. `--if-possible` (npm's prepare step) is silent where esbuild is not installed.
import { existsSync, rmSync } from "node:fs";
import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

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
};

/**
 * The command line: a small main file, and a chunk for everything that only some calls need. esbuild splits ES modules
 * only, but Node starts CommonJS faster, so the chunks are turned into CommonJS afterwards.
 */
async function buildCommandLine() {
  const built = await esbuild.build({
    ...common,
    minify: false,
    sourcemap: false,
    entryPoints: { hegao: "server/src/cli/main.ts" },
    outdir: "dist",
    platform: "node",
    format: "esm",
    splitting: true,
    chunkNames: "hegao/[name]-[hash]",
    target: "node20",
    external: ["nodejieba"],
    // A library that asks where it lies would get no answer once it is CommonJS.
    define: { "import.meta.url": "__chunkAddress" },
    write: false,
  });
  rmSync("dist/hegao", { recursive: true, force: true });
  await mkdir("dist/hegao", { recursive: true });
  for (const { path, text } of built.outputFiles) {
    const isMain = dirname(path) === join(process.cwd(), "dist");
    const { code } = await esbuild.transform(text, {
      format: "cjs",
      platform: "node",
      target: "node20",
      minify: common.minify,
      charset: "utf8",
      supported: { "dynamic-import": false },
      ...(isMain ? { banner: "#!/usr/bin/env node" } : {}),
    });
    const address = code.includes("__chunkAddress")
      ? 'const __chunkAddress=require("node:url").pathToFileURL(__filename).href;\n'
      : "";
    await writeFile(path, address + code);
    if (isMain) await chmod(path, 0o755);
  }
}

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
    await esbuild.build({
      ...common,
      entryPoints: { [name]: entry },
      outdir: "dist",
      platform: "node",
      format: "cjs",
      target: "node20",
      external: ["vscode", "nodejieba"],
    });
  }
  if (!only || only.includes("hegao")) await buildCommandLine();
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

if (flags.has("--tests")) await buildTests();
else if (flags.has("--editor-tests")) await buildEditorTests();
else await buildProduct();
