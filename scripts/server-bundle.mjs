/**
 * Builds the language server: `dist/server.js`, a loader; `dist/serverCode.js`, all of it in one script; and
 * `dist/server.cache`, what V8 compiled of it until it was ready. Another Node than the one that built it (that of
 * an editor, say) finds the cache wrong and compiles for itself.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { ascii } from "./command-line.mjs";

export async function buildServer(esbuild, options) {
  await esbuild.build({
    ...options,
    entryPoints: { serverCode: "server/src/lsp/node.ts" },
    charset: "ascii",
    sourcemap: false,
  });
  // V8 knows a script by its length alone, so what was compiled for the last one must be gone before this one is there.
  rmSync("dist/server.cache", { force: true });
  const code = ascii(readFileSync("dist/serverCode.js", "utf8"));
  writeFileSync("dist/serverCode.js", `(function(exports,require,module,__filename,__dirname){${code}\n})`);
  writeFileSync("dist/server.js", LOADER);
  execFileSync(process.execPath, ["scripts/compile-server.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
}

const LOADER = `"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");
const filename = join(__dirname, "serverCode.js");
let cachedData;
try {
  cachedData = readFileSync(join(__dirname, "server.cache"));
} catch {
  // Built without it: everything works, only later.
}
const script = new vm.Script(readFileSync(filename, "latin1"), { filename, cachedData });
exports.script = script;
// The library asks for these at once but uses them only for sockets and pipes: each is loaded when it is first touched.
const LATE = new Set(["net", "child_process", "crypto"]);
function lazily(id) {
  if (!LATE.has(id)) return require(id);
  return new Proxy({}, {
    get: (_, name) => require(id)[name],
    has: (_, name) => name in require(id),
    ownKeys: () => Reflect.ownKeys(require(id)),
    getOwnPropertyDescriptor: (_, name) => {
      const own = Reflect.getOwnPropertyDescriptor(require(id), name);
      return own && { ...own, configurable: true };
    },
  });
}
script.runInThisContext()(exports, lazily, module, filename, __dirname);
`;
