/**
 * Builds a program that starts fast: a loader; scripts of many chunks each, which V8 finds compiled already; and a chunk
 * for everything that only some runs need.
 *
 * esbuild splits ES modules only, but Node starts CommonJS faster, so the chunks become CommonJS afterwards. They are
 * written in ASCII: V8 reads one byte a character, where one Chinese character would make it two for the whole script.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * `scripts`: each with its name and the sources that it holds, together with all that these import and no script before
 * it holds. `compile`: a program that runs what was built and keeps what V8 compiled beside it, as `.cache`.
 */
export async function buildSplit(esbuild, common, { entryPoints, folder, scripts, compile }) {
  const built = await esbuild.build({
    ...common,
    minify: false,
    sourcemap: false,
    entryPoints,
    outdir: folder,
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
  refuseCircles(built.metafile);
  mkdirSync(folder, { recursive: true });
  const before = readdirSync(folder);
  // V8 knows a script by its length alone, so what was compiled for the last one must be gone before this one is there.
  for (const name of before) if (name.endsWith(".cache")) rmSync(join(folder, name));
  const holds = chunksOf(built.metafile, scripts);
  const wrapped = scripts.map(() => []);
  for (const { path, text } of built.outputFiles) {
    const code = await commonJs(esbuild, text, common.minify);
    const name = basename(path);
    const script = wrapped[holds.get(name)];
    const parameters = "exports,require,module,__filename,__dirname";
    if (script) script.push(`${JSON.stringify(name)}:function(${parameters}){${code}}`);
    else writeFileSync(join(folder, name), code);
  }
  for (const [i, { name }] of scripts.entries())
    writeFileSync(join(folder, `${name}.js`), `({${wrapped[i].join(",\n")}})`);
  return {
    /** Which chunk is in which script, by its place among them. */
    holds,
    /** To be called when the loader is there. */
    finish() {
      // Another Node than this one ignores what is kept, and compiles anew.
      execFileSync(process.execPath, [compile], { stdio: ["ignore", "ignore", "inherit"] });
      // Last, so that a program that runs meanwhile finds what it still needs.
      const own = scripts.map(({ name }) => `${name}.js`);
      const alone = built.outputFiles.map(({ path }) => basename(path)).filter((name) => !holds.has(name));
      const written = new Set([...own, ...alone, "thread.js"]);
      for (const name of before)
        if (!written.has(name) && !name.endsWith(".cache")) rmSync(join(folder, name));
    },
  };
}

async function commonJs(esbuild, text, minify) {
  const { code } = await esbuild.transform(withPlainExports(text), {
    format: "cjs",
    platform: "node",
    target: "node20",
    minify,
    charset: "ascii",
    supported: { "dynamic-import": false },
    logOverride: { "commonjs-variable-in-esm": "silent" },
  });
  const address = 'const __chunkAddress=require("node:url").pathToFileURL(__filename).href;';
  return ascii(code.includes("__chunkAddress") ? address + code : code);
}

/**
 * What a chunk exports becomes the properties of one object, made when all is there: esbuild would make a getter for each,
 * which V8 runs anew for every use, in the innermost loops too. What is exported is never given another value later; only
 * code that esbuild wraps to run when first asked for (`__esm`) does so, and is left as it is.
 */
function withPlainExports(text) {
  const list = EXPORTS.exec(text);
  if (!list || text.includes("__esm(")) return text;
  const named = list[1].split(",").map((one) => {
    const [own, given = own] = one.trim().split(" as ");
    return `${JSON.stringify(given)}: ${own}`;
  });
  return `${text.slice(0, list.index)}\nmodule.exports = { __esModule: true, ${named.join(", ")} };\n`;
}

const EXPORTS = /\nexport \{\n([^{}]*)\n\};\s*$/;

/** esbuild leaves regular expressions as they are; read one byte a character, their Chinese would match nothing. */
function ascii(code) {
  return code.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What a chunk exports is there only when it has run: one that is wanted before that would give nothing. */
function refuseCircles({ outputs }) {
  const done = new Set();
  const visit = (path, above) => {
    if (above.includes(path))
      throw new Error(`Chunks that load one another: ${[...above, path].join(" → ")}`);
    if (done.has(path)) return;
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (kind === "import-statement" && !external) visit(next, [...above, path]);
    done.add(path);
  };
  for (const path of Object.keys(outputs)) visit(path, []);
}

/** Of every chunk that is in a script, which: the sources of the script, and all that they load at once. */
function chunksOf({ outputs }, scripts) {
  const holds = new Map();
  for (const [i, { sources }] of scripts.entries()) {
    const follow = (path) => {
      if (holds.has(basename(path))) return;
      holds.set(basename(path), i);
      for (const one of outputs[path]?.imports ?? []) {
        if (one.kind === "import-statement" && !one.external) follow(one.path);
      }
    };
    for (const [path, { inputs, entryPoint }] of Object.entries(outputs)) {
      if (sources.includes(entryPoint) || sources.some((source) => source in inputs)) follow(path);
    }
  }
  return holds;
}

/**
 * The loader of a program. `entry`: the chunk that is run; `folder`: where the scripts lie, `home`: what its code takes
 * for its own folder, both as the arguments of `join`; `loads`: how modules of Node and packages are loaded; `keeps`:
 * under which name this run keeps, and finds, what was compiled of a script.
 */
export function loaderOf({
  entry,
  folder,
  home = folder,
  scripts,
  holds,
  loads = "require",
  keeps = "(name) => name",
}) {
  const names = scripts.map(({ name }, i) => [
    name,
    [...holds].filter(([, at]) => at === i).map(([chunk]) => chunk),
  ]);
  return `"use strict";
const { readFileSync, statSync } = require("node:fs");
const { join, sep } = require("node:path");
const vm = require("node:vm");
const folder = join(${folder});
const home = join(${home});
const scriptOf = new Map();
for (const [name, chunks] of ${JSON.stringify(names)}) for (const chunk of chunks) scriptOf.set(chunk, name);
const scripts = {};
const run = {};
function runScript(name) {
  const filename = join(folder, name + ".js");
  let cachedData;
  try {
    cachedData = readFileSync(join(folder, keeps(name) + ".cache"));
  } catch {
    // Built without it: everything works, only later.
  }
  scripts[name] = new vm.Script(readFileSync(filename, "latin1"), { filename, cachedData });
  return scripts[name].runInThisContext();
}
function codeOf(name) {
  const script = scriptOf.get(name);
  if (script !== undefined) return (run[script] ??= runScript(script))[name];
  const filename = join(folder, name);
  const parameters = ["exports", "require", "module", "__filename", "__dirname"];
  return vm.compileFunction(readFileSync(filename, "latin1"), parameters, { filename });
}
const loaded = new Map();
function load(id) {
  if (!id.startsWith("./")) return loads(id);
  const name = id.slice("./".length);
  const known = loaded.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  codeOf(name)(module.exports, load, module, home + sep + name, home);
  return module.exports;
}
const loads = ${loads};
const keeps = ${keeps};
exports.scripts = scripts;
exports.keeps = keeps;
load("./${entry}.js");
`;
}

/** How modules are loaded where some of them are seldom used: each of these when it is first touched. */
export function whenTouched(ids) {
  return `(id) => {
  if (!${JSON.stringify(ids)}.includes(id)) return require(id);
  return new Proxy({}, {
    get: (_, name) => require(id)[name],
    has: (_, name) => name in require(id),
    ownKeys: () => Reflect.ownKeys(require(id)),
    getOwnPropertyDescriptor: (_, name) => {
      const own = Reflect.getOwnPropertyDescriptor(require(id), name);
      return own && { ...own, configurable: true };
    },
  });
}`;
}
