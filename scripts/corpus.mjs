/** `npm run corpus`: checks the published plans that lie beside the checkout, where they do. */
import { existsSync, readdirSync } from "node:fs";
import { at, build, ensureInstalled, hegao } from "./steps.mjs";

const corpus = at("..", "shared", "corpus");
if (!existsSync(corpus)) {
  console.log(
    "旁边没有 ../shared/corpus，略过。/ There is no ../shared/corpus beside this checkout; nothing to check.",
  );
  process.exit(0);
}
ensureInstalled();
build();
const drafts = readdirSync(corpus).filter((name) => name.endsWith(".txt"));
process.exit(hegao(["lint", ...drafts.map((name) => `../shared/corpus/${name}`), ...process.argv.slice(2)]));
