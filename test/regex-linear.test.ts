import assert from "node:assert/strict";
import { checkSync } from "recheck";
import ts from "typescript";
import { nodesOf, placeOf, sourcesUnder } from "./support/sources.js";

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that stands in the sources, written out or made by `new RegExp` from a plain text. */
function expressions(): Expression[] {
  const found = new Map<string, Expression>();
  for (const file of sourcesUnder("server/src", "client/src")) {
    for (const node of nodesOf(file.tree)) {
      const parts = partsOf(node);
      if (!parts) continue;
      // What matches the same way is proved once.
      const key = `/${parts.source}/${parts.flags.replace(/[gy]/g, "")}`;
      if (!found.has(key)) found.set(key, { place: placeOf(file, node), ...parts });
    }
  }
  return [...found.values()];
}

function partsOf(node: ts.Node): { readonly source: string; readonly flags: string } | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf("/");
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  if (!ts.isNewExpression(node) || node.expression.getText() !== "RegExp") return undefined;
  const [source, flags] = node.arguments ?? [];
  if (!source || !ts.isStringLiteralLike(source)) return undefined;
  return { source: source.text, flags: flags && ts.isStringLiteralLike(flags) ? flags.text : "" };
}

/** Proved safe by recheck's automaton, or searched for an attack in vain. */
function verdict({ source, flags }: Expression): string | undefined {
  const flagsKnown = flags.replace(/[dv]/g, "");
  const result = checkSync(source, flagsKnown, {
    timeout: 4_000,
    checker: "auto",
    maxAttackStringSize: 20_000,
  });
  if (result.status === "vulnerable") return `${result.complexity.summary}`;
  return undefined;
}

describe("正则表达式：用时与文长成正比", function () {
  this.timeout(300_000);

  it("逐一证明", () => {
    const slow = expressions().flatMap((one) => {
      const found = verdict(one);
      return found === undefined ? [] : [`${one.place} /${one.source}/${one.flags}: ${found}`];
    });
    assert.deepEqual(slow, []);
  });
});
