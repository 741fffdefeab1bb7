import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../server/src/check/registry.js";
import { unmark } from "./checkRule.js";

/** The drafts that the examples hold. */
export function examplePlans(dir = "examples"): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? examplePlans(join(dir, entry.name))
      : entry.name.endsWith(".plan")
        ? [readFileSync(join(dir, entry.name), "utf8")]
        : [],
  );
}

/** What every rule gives as wrong and right. */
export function ruleSamples(): string[] {
  return rules.flatMap((rule) => rule.examples.flatMap((example) => [unmark(example.bad), example.good]));
}
