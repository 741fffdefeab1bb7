import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { buildSync } from "esbuild";
import { checkSync } from "recheck";
import ts from "typescript";
import { nodesOf, placeOf, sourcesUnder } from "./support/sources.js";

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that stands in the sources, written out or put together from parts. */
function expressions(): Expression[] {
  const found = new Map<string, Expression>();
  // What matches the same way is proved once.
  const add = (one: Expression): void => {
    const key = `/${one.source}/${one.flags.replace(/[gy]/g, "")}`;
    if (!found.has(key)) found.set(key, one);
  };
  for (const file of sources) {
    for (const node of nodesOf(file.tree)) {
      const parts = partsOf(node);
      if (parts) add({ place: placeOf(file, node), ...parts });
    }
  }
  for (const one of putTogether()) add(one);
  return [...found.values()];
}

const sources = sourcesUnder("server/src", "client/src");

function partsOf(node: ts.Node): { readonly source: string; readonly flags: string } | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf("/");
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  if (!isMade(node)) return undefined;
  const [source, flags] = node.arguments ?? [];
  if (!source || !ts.isStringLiteralLike(source)) return undefined;
  return { source: source.text, flags: flags && ts.isStringLiteralLike(flags) ? flags.text : "" };
}

function isMade(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp";
}

/** Made inside a function, and linear by construction. */
const INSIDE: Readonly<Record<string, string>> = {
  "server/src/author/see/mentions.ts": "one of several words, each escaped",
  "server/src/check/rules/words/misspellings.ts": "one of several words of a list",
  "server/src/compare/stockPhrases.ts": "one of several words of a list",
  "server/src/plan/writtenReferences.ts": "a part of the expressions of its module",
};

/** Where an expression is put together from parts. */
function composed(): { readonly path: string; readonly place: string; readonly inside: string }[] {
  return sources.flatMap((file) =>
    [...nodesOf(file.tree)]
      .filter((node) => isMade(node) && !partsOf(node))
      .map((node) => ({
        path: file.path,
        place: placeOf(file, node),
        inside: ts.findAncestor(node, ts.isFunctionLike) ? "function" : "module",
      })),
  );
}

/**
 * What comes out of the parts: the modules are loaded in a process of their own, where each expression that is made says
 * what it is.
 */
function putTogether(): Expression[] {
  const files = [...new Set(composed().map(({ path }) => path))];
  const { outputFiles } = buildSync({
    stdin: { contents: files.map((path) => `import "./${path}";`).join("\n"), resolveDir: process.cwd() },
    bundle: true,
    platform: "node",
    format: "cjs",
    write: false,
    external: ["vscode", "nodejieba"],
    banner: {
      js: `const made = [], Own = RegExp; globalThis.RegExp = class extends Own {
        constructor(source, flags) { super(source, flags); made.push({ source: this.source, flags: this.flags }); }
      };`,
    },
    footer: { js: "process.stdout.write(JSON.stringify(made));" },
  });
  const code = outputFiles[0]?.text ?? "";
  const { stdout, stderr } = spawnSync(process.execPath, ["-"], { input: code, encoding: "utf8" });
  assert.notEqual(stdout, "", stderr);
  const made = JSON.parse(stdout) as { source: string; flags: string }[];
  return made.map((one) => ({ place: files.join(", "), ...one }));
}

/** Proved safe by recheck's automaton, or searched for an attack in vain. */
function verdict({ source, flags }: Expression): string | undefined {
  const flagsKnown = flags.replace(/[dv]/g, "");
  const result = checkSync(source, flagsKnown, {
    timeout: 4_000,
    checker: "auto",
    maxAttackStringSize: 20_000,
  });
  if (result.status !== "vulnerable") return undefined;
  // What was only searched for, and how far depends on the machine, counts where the attack succeeds.
  const isProved = result.checker === "automaton";
  return isProved || succeeds({ source, flags }, result.attack) ? result.complexity.summary : undefined;
}

interface Attack {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
}

/** True where four times the attack takes far more than four times the work of this process. */
function succeeds(
  { source, flags }: Pick<Expression, "source" | "flags">,
  { pumps, suffix }: Attack,
): boolean {
  const work = (times: number): number => {
    const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix;
    const start = process.cpuUsage();
    text.replace(new RegExp(source, flags), "");
    return process.cpuUsage(start).user / 1000;
  };
  const [small, large] = [work(4_000), work(16_000)];
  return large > 50 && large > small * 9;
}

describe("正则表达式：用时与文长成正比", function () {
  this.timeout(300_000);

  it("拼成的也都在内", () => {
    const all = composed();
    const unknown = all.filter(({ inside, path }) => inside === "function" && !(path in INSIDE));
    assert.deepEqual(unknown, []);
    const own = all.filter(({ inside }) => inside === "module");
    const made = putTogether();
    assert.ok(made.length >= own.length && own.length > 10, `${made.length} of ${own.length}`);
  });

  it("逐一证明", () => {
    const slow = expressions().flatMap((one) => {
      const found = verdict(one);
      return found === undefined ? [] : [`${one.place} /${one.source}/${one.flags}: ${found}`];
    });
    assert.deepEqual(slow, []);
  });
});
