/** Builds the command line: `dist/hegao.js`, and in `dist/hegao/` what it is made of (see split-bundle.mjs). */
import { chmodSync, writeFileSync } from "node:fs";
import { buildSplit, loaderOf } from "./split-bundle.mjs";

/** What a plain `hegao lint` runs through. */
const scripts = [
  {
    name: "hot",
    sources: [
      "server/src/cli/main.ts",
      "server/src/cli/commands/lint.ts",
      "server/src/cli/reporters/text.ts",
      "server/src/cli/reporters/json.ts",
    ],
  },
];

export async function buildCommandLine(esbuild, common) {
  const { holds, finish } = await buildSplit(esbuild, common, {
    entryPoints: { main: "server/src/cli/main.ts", checkingThread: "server/src/cli/batch/checkingThread.ts" },
    folder: "dist/hegao",
    scripts,
    compile: "scripts/compile-ahead.mjs",
  });
  const loader = (entry, folder) => loaderOf({ entry, folder, scripts, holds });
  writeFileSync("dist/hegao.js", `#!/usr/bin/env node\n${loader("main", '__dirname, "hegao"')}`);
  // A thread that helps the main one.
  writeFileSync("dist/hegao/thread.js", loader("checkingThread", "__dirname"));
  chmodSync("dist/hegao.js", 0o755);
  finish();
}
