import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRegistry } from "vscode-tmgrammar-test/dist/common/index.js";
import { parseGrammarTestCase, runGrammarTestCase } from "vscode-tmgrammar-test/dist/unit/index.js";

/** Each draft in this folder says under its lines which scopes are to be found there. */
const folder = join("test", "grammar");

describe("语法着色", () => {
  const registry = createRegistry([
    { path: "syntaxes/policy-plan.tmLanguage.json", scopeName: "text.policy-plan" },
  ]);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".plan"))) {
    it(`${file} 各处着色与所注相符`, async () => {
      const draft = parseGrammarTestCase(readFileSync(join(folder, file), "utf8"));
      assert.ok(draft.assertions.length > 0);
      const failures = await runGrammarTestCase(registry, draft);
      const told = failures.map(({ srcLine, start, end, missing, unexpected, actual }) => ({
        place: `${draft.source[srcLine]}`.slice(start, end),
        ...{ missing, unexpected, actual },
      }));
      assert.deepEqual(told, []);
    });
  }
});
