/** `npm run docs`: the pages of the rules and the schema of hegao.config.json, out of the rules. `--check` only compares. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { at, ensureInstalled } from "./steps.mjs";

ensureInstalled();
const { build } = await import("esbuild");
const bundle = at("out", "docs", "generatedDocs.mjs");
await build({
  entryPoints: [at("server", "src", "service", "generatedDocs.ts")],
  outfile: bundle,
  bundle: true,
  format: "esm",
  platform: "node",
});
const { generatedDocs } = await import(pathToFileURL(bundle).href);
const wanted = new Map(generatedDocs());
const stale = [...wanted].filter(
  ([path, text]) => !existsSync(at(path)) || readFileSync(at(path), "utf8") !== text,
);
const gone = existing().filter((path) => !wanted.has(path));

if (process.argv.includes("--check")) {
  for (const path of [...stale.map(([path]) => path), ...gone]) console.log(`stale: ${path}`);
  process.exit(stale.length + gone.length > 0 ? 1 : 0);
}
mkdirSync(at("docs", "rules"), { recursive: true });
for (const [path, text] of stale) writeFileSync(at(path), text);
for (const path of gone) rmSync(at(path));
console.log(`${wanted.size} files, ${stale.length} written, ${gone.length} removed`);

/** Pages of rules that are no more. */
function existing() {
  if (!existsSync(at("docs", "rules"))) return [];
  return readdirSync(at("docs", "rules")).map((name) => `docs/rules/${name}`);
}
