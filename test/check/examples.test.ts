import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { rules } from "../../server/src/check/registry.js";
import { checkExamples } from "../support/checkRule.js";

/** What these rules look at stands outside the draft, so that no draft alone can show them. */
const WITHOUT_EXAMPLES = new Set(["term-configured", "responsibility-unknown"]);

describe("每条规则的例文：差的恰在标记处报，好的不报", () => {
  for (const rule of rules) {
    it(rule.id, () => {
      const needsMore = rule.subject === "earlier" || WITHOUT_EXAMPLES.has(rule.id);
      assert.ok(rule.examples.length > 0 || needsMore, "a rule shows what it means");
      if (!needsMore) checkExamples(rule);
    });
  }
});
