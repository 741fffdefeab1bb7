import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRegistry } from "vscode-tmgrammar-test/dist/common/index.js";
import { parseGrammarTestCase, runGrammarTestCase } from "vscode-tmgrammar-test/dist/unit/index.js";
import { timed } from "../support/timed.js";

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

  // VS Code colours lines of up to 20,000 characters, and a flattened draft is one such line.
  for (const unit of [
    "一",
    "（",
    "第一",
    "1",
    "1.",
    "1 ",
    "责任科室：",
    "甲、",
    "《",
    "2026年",
    "“十",
    "一是",
    "　",
  ]) {
    timed(`长行着色不拖沓：“${unit}”重复`, async () => {
      const grammar = await registry.loadGrammar("text.policy-plan");
      assert.ok(grammar);
      const cost = (length: number): number => {
        const line = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
        const started = performance.now();
        grammar.tokenizeLine(line, null);
        return performance.now() - started;
      };
      // The best of three: another program on the same core is no fault of the grammar's.
      const best = (length: number): number => Math.min(cost(length), cost(length), cost(length));
      // Four times the text costs four times as much; sixteen times would be quadratic.
      assert.ok(best(40_000) < 10 * best(10_000) + 50);
    });
  }
});
