/** Builds the command line: `dist/hegao.js`, and in `dist/hegao/` what it is made of (see split-bundle.mjs). */
import { chmodSync, writeFileSync } from "node:fs";
import { buildSplit, loaderOf, whenTouched } from "./split-bundle.mjs";

/** What a plain `hegao lint` runs through, and what `hegao compare` needs besides. */
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
  {
    name: "comparing",
    sources: [
      "server/src/cli/commands/compare.ts",
      "server/src/cli/reporters/comparisonText.ts",
      "server/src/service/loadNodeWords.ts",
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
  const loader = (entry, folder) => loaderOf({ entry, folder, scripts, holds, loads: LOADS, keeps: KEEPS });
  writeFileSync("dist/hegao.js", `#!/usr/bin/env node\n${loader("main", '__dirname, "hegao"')}`);
  // A thread that helps the main one.
  writeFileSync("dist/hegao/thread.js", loader("checkingThread", "__dirname"));
  chmodSync("dist/hegao.js", 0o755);
  finish();
}

/** What is written under another name first, known by its digest, or looked for in folders, is so only in some runs. */
const LOADS = whenTouched(["node:crypto", "node:fs/promises"]);

/**
 * What a call runs through of the hot script decides what is kept for it, for to read what is never run takes time too:
 * a comparison asks no rule, and of a few lines most rules see at once that they have nothing to say.
 */
const KEEPS = `(name) => {
  const [, , command, ...rest] = process.argv;
  if (name !== "hot") return name;
  if (command === "compare") return "hot-compare";
  try {
    const stats = rest.flatMap((one) => statSync(one, { throwIfNoEntry: false }) ?? []);
    const isShort = stats.every((one) => one.isFile()) && stats.reduce((sum, { size }) => sum + size, 0) < 2000;
    return command === "lint" && stats.length > 0 && isShort ? "hot-short" : name;
  } catch {
    // A name that no file can have: the command says so.
    return name;
  }
}`;
