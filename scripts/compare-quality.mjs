// Prints how well tasks are matched on made variants and on the examples, and what a plain word diff (npm `diff`)
// makes of the moved and renamed tasks of the same pairs. Usage: node scripts/compare-quality.mjs [variants]
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

const count = Number(process.argv[2] ?? 100);
const folder = resolve("out/compare-quality");
mkdirSync(folder, { recursive: true });
const outfile = join(folder, "probe.mjs");
await esbuild.build({
  stdin: {
    contents: `
      export { variant } from "./test/compare/variants.ts";
      export { alignmentOf, countedVariant, sum } from "./test/compare/scored.ts";
      export { markerPath } from "./server/src/plan/model.ts";
      export { parsePlan } from "./server/src/plan/parsePlan.ts";
      export { loadSegmenter } from "./server/src/segment/segmenter.ts";`,
    resolveDir: process.cwd(),
    loader: "ts",
  },
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile,
  logLevel: "error",
});
const { alignmentOf, countedVariant, loadSegmenter, markerPath, parsePlan, sum, variant } = await import(
  pathToFileURL(outfile).href
);
const { diffArrays } = await import("diff");
const segmenter = await loadSegmenter();
const words = (text) => text.split("\n").flatMap((line) => [...segmenter.cut(line), "\n"]);

/** Whether a plain word diff shows most of a stretch of the earlier text as deleted. */
function deletions(earlier, draft) {
  const deleted = new Uint8Array(earlier.length);
  let at = 0;
  for (const part of diffArrays(words(earlier), words(draft))) {
    const length = part.value.reduce((sum, word) => sum + word.length, 0);
    if (part.added) continue;
    if (part.removed) deleted.fill(1, at, at + length);
    at += length;
  }
  return ({ start, end }) =>
    deleted.subarray(start, end).reduce((sum, one) => sum + one, 0) * 2 > end - start;
}

/** How many of the tasks that truly moved or were renamed each side reports as deleted. `is` tells them by item. */
function lost(earlier, draft, is) {
  const { dropped } = alignmentOf(draft, earlier);
  const gone = deletions(earlier.text, draft.text);
  const tasks = earlier.items.filter((item) => item.children.length === 0 && is(item));
  return {
    tasks: tasks.length,
    byDiff: tasks.filter((item) => gone(item.own)).length,
    byUs: tasks.filter((item) => dropped.some((one) => one.item === item)).length,
  };
}

const made = Array.from({ length: count }, (_, i) => variant(i + 1));
const { precision, recall } = sum(made.map(countedVariant));
console.log(`${count} made variants: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);

const rewritten = JSON.parse(readFileSync("test/compare/rewritten/truth.json", "utf8")).pairs;
for (const { earlierFile, draftFile, matches } of rewritten) {
  const [earlier, draft] = [earlierFile, draftFile].map((path) => parsePlan(readFileSync(path, "utf8")));
  const truth = new Set(matches);
  const name = ({ item }) => markerPath(item).join("");
  const found = alignmentOf(draft, earlier).pairs.map(
    (pair) => `${name(pair.earlier)} → ${name(pair.draft)}`,
  );
  const right = found.filter((pair) => truth.has(pair)).length;
  const shares = `precision ${(right / found.length).toFixed(3)}, recall ${(right / truth.size).toFixed(3)}`;
  console.log(`${draftFile}, rewritten almost whole: ${shares}`);
}
const total = { tasks: 0, byDiff: 0, byUs: 0 };
const compared = made.slice(0, 20);
for (const one of compared) {
  const result = lost(parsePlan(one.earlier.text), parsePlan(one.draft.text), ({ index }) =>
    one.movedOrRenamed.has(one.earlier.ids[index]),
  );
  for (const key of Object.keys(total)) total[key] += result[key];
}
const report = (name, { tasks, byDiff, byUs }) =>
  console.log(
    `${name}: ${tasks} tasks moved or renamed; reported as deleted by diff ${byDiff}, by Hegao ${byUs}`,
  );
report(`${compared.length} made variants`, total);
for (const years of ["2024-2025", "2025-2026"]) {
  const truth = JSON.parse(readFileSync(`test/compare/truth-${years}.json`, "utf8"));
  const read = (path) => parsePlan(readFileSync(path, "utf8"));
  const changed = new Set(
    truth.matches
      .filter(({ relation }) => relation === "moved" || relation === "renamed")
      .map(({ earlier }) => earlier.path.join("")),
  );
  report(
    years,
    lost(read(truth.earlierFile), read(truth.draftFile), (item) => changed.has(markerPath(item).join(""))),
  );
}
rmSync(folder, { recursive: true });
