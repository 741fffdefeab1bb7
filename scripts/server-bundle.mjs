/**
 * Builds the language server: `dist/server.js`, and in `dist/server/` what it is made of (see split-bundle.mjs): one
 * script with all that `initialize` is answered with, one with what is loaded while the client reads the answer.
 */
import { writeFileSync } from "node:fs";
import { buildSplit, loaderOf, whenTouched } from "./split-bundle.mjs";

const scripts = [
  { name: "start", sources: ["server/src/lsp/node.ts"] },
  { name: "serve", sources: ["server/src/lsp/serve.ts", "server/src/lsp/nodeHost.ts"] },
];

export async function buildServer(esbuild, common) {
  const { holds, finish } = await buildSplit(esbuild, common, {
    entryPoints: { main: "server/src/lsp/node.ts" },
    folder: "dist/server",
    scripts,
    compile: "scripts/compile-server.mjs",
  });
  const loader = { entry: "main", folder: '__dirname, "server"', home: "__dirname", scripts, holds };
  writeFileSync("dist/server.js", loaderOf({ ...loader, loads: LOADS }));
  finish();
}

/** The library asks for these at once but uses them only for sockets and pipes. */
const LOADS = whenTouched(["net", "child_process", "crypto"]);
