import assert from "node:assert/strict";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { nodesOf, placeOf, type Source, sourcesUnder } from "./support/sources.js";

const sources = sourcesUnder("server/src", "client/src");

/**
 * Who may import whom, ground floor first. A star lets a room import types alone: they cost nothing at run time and tie
 * nothing to an order of loading.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  plan: ["text"],
  outline: ["text", "plan"],
  ledger: ["text", "plan"],
  author: ["text", "plan"],
  segment: [],
  compare: ["text", "plan", "ledger", "segment"],
  check: ["text", "plan", "ledger", "compare*"],
  read: ["text"],
  write: ["text", "plan", "ledger", "compare*"],
  service: ["text", "plan", "outline", "ledger", "author", "segment", "compare", "check", "read", "write"],
  // The two ends of the house turn bytes into text and offsets into lines themselves; all else goes through the service.
  lsp: ["service", "text", "read", "write", "*"],
  cli: ["service", "text", "read", "write", "*"],
};

interface Import {
  readonly from: Source;
  readonly node: ts.Node;
  /** `server/src/plan/model` without its ending, or the name of a package. */
  readonly to: string;
  readonly typeOnly: "type" | "value";
}

function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  for (const node of nodesOf(source.tree)) {
    const specifier = specifierOf(node);
    if (specifier === undefined) continue;
    const to = specifier.startsWith(".")
      ? normalize(join(dirname(source.path), specifier))
          .replaceAll("\\", "/")
          .replace(/\.js$/, "")
      : specifier;
    found.push({ from: source, node, to, typeOnly: isTypeOnly(node) ? "type" : "value" });
  }
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)
      ? node.moduleSpecifier.text
      : undefined;
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
  const [argument] = node.arguments;
  return argument && ts.isStringLiteral(argument) ? argument.text : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node)) return false;
  const clause = node.importClause;
  if (clause?.isTypeOnly) return true;
  const named = clause?.namedBindings;
  return (
    clause?.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function roomOf(path: string): string | undefined {
  return /^server\/src\/([^/]+)\//.exec(path)?.[1];
}

const imports = sources.flatMap(importsOf);

function isAllowed({ from, to, typeOnly }: Import): boolean {
  if (from.path.startsWith("client/")) return !to.startsWith("server/") || to === "server/src/lsp/protocol";
  const own = roomOf(from.path);
  const other = roomOf(`${to}.ts`);
  if (own === undefined || other === undefined || own === other) return !to.startsWith("client/");
  const allowed = MAY_IMPORT[own] ?? [];
  const byType = typeOnly === "type" && (allowed.includes(`${other}*`) || allowed.includes("*"));
  return (
    (allowed.includes(other) || byType) &&
    !(own === "lsp" && other === "cli") &&
    !(own === "cli" && other === "lsp")
  );
}

describe("房屋：谁可以引用谁", () => {
  it("每个房间都在表里", () => {
    const rooms = new Set(sources.map((source) => roomOf(source.path)).filter((room) => room !== undefined));
    assert.deepEqual(
      [...rooms].filter((room) => !(room in MAY_IMPORT)),
      [],
    );
  });

  it("只向下引用", () => {
    const wrong = imports.filter((one) => !isAllowed(one));
    assert.deepEqual(
      wrong.map((one) => `${placeOf(one.from, one.node)} → ${one.to}`),
      [],
    );
  });

  // A file is understood from what it imports: two that need each other's types are as hard to read apart as any two.
  it("没有循环引用，类型也不", () => {
    const graph = new Map<string, string[]>(sources.map((source) => [source.path.replace(/\.ts$/, ""), []]));
    for (const { from, to } of imports)
      if (graph.has(to)) graph.get(from.path.replace(/\.ts$/, ""))?.push(to);
    assert.deepEqual(circlesIn(graph), []);
  });

  it("只有语言服务一间引用 vscode-languageserver，vscode 只在客户端", () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        (to.startsWith("vscode-languageserver") && roomOf(from.path) !== "lsp") ||
        (to === "vscode" && !from.path.startsWith("client/")),
    );
    assert.deepEqual(
      wrong.map((one) => placeOf(one.from, one.node)),
      [],
    );
  });

  it("里面的房间不碰文件、网络与进程", () => {
    const outward = ["read", "lsp", "cli", "segment", "write"];
    const wrong = imports.filter(({ from, to }) => {
      const room = roomOf(from.path);
      return to.startsWith("node:") && room !== undefined && !outward.includes(room);
    });
    assert.deepEqual(
      wrong.map((one) => `${placeOf(one.from, one.node)} → ${one.to}`),
      [],
    );
  });

  it("没有 util.ts", () => {
    assert.deepEqual(
      sources.filter(({ path }) => /\/(?:utils?|helpers?|common)\.ts$/.test(path)).map(({ path }) => path),
      [],
    );
  });
});

/** The circles of a graph, one for each edge that leads back. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node);
    if (at !== -1) circles.push([...path.slice(at), node].join(" → "));
    if (at !== -1 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return circles;
}

interface Measured {
  readonly place: string;
  readonly lines: number;
  readonly node: ts.SignatureDeclaration;
}

function functionsOf(source: Source): Measured[] {
  const found: Measured[] = [];
  for (const node of nodesOf(source.tree)) {
    if (!ts.isFunctionLike(node) || !("body" in node) || !node.body) continue;
    const start = source.tree.getLineAndCharacterOfPosition(node.getStart()).line;
    const end = source.tree.getLineAndCharacterOfPosition(node.end).line;
    found.push({ place: placeOf(source, node), lines: end - start + 1, node });
  }
  return found;
}

function quantile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.ceil(share * ordered.length) - 1)] ?? 0;
}

/** Tables of texts and schemas are data, however long: a count of lines says nothing about them. */
const isRule = ({ path }: Source): boolean =>
  /server\/src\/check\/rules\//.test(path) && / scope: "(?:document|paragraph)"/.test(textOf(path));

function textOf(path: string): string {
  return sources.find((source) => source.path === path)?.tree.text ?? "";
}

describe("房屋：尺寸", () => {
  const functions = sources.flatMap(functionsOf);
  const long = (limit: number): string[] =>
    sources.filter((source) => source.lines > limit).map(({ path, lines }) => `${path}: ${lines}`);

  it("文件：中位数不过 100 行，95% 不过 250 行，没有超过 400 行的", () => {
    const lengths = sources.map((source) => source.lines);
    assert.ok(quantile(lengths, 0.5) <= 100, `median ${quantile(lengths, 0.5)}`);
    assert.ok(quantile(lengths, 0.95) <= 250, `95 %: ${quantile(lengths, 0.95)}\n${long(250).join("\n")}`);
    assert.deepEqual(long(400), []);
  });

  it("一条规则不过 120 行", () => {
    const rules = sources.filter((source) => isRule(source) && source.lines > 120);
    assert.deepEqual(
      rules.map(({ path, lines }) => `${path}: ${lines}`),
      [],
    );
  });

  it("函数：95% 不过 40 行，没有超过 60 行的", () => {
    const lengths = functions.map((one) => one.lines);
    assert.ok(quantile(lengths, 0.95) <= 40, `95 %: ${quantile(lengths, 0.95)}`);
    const tooLong = functions.filter((one) => one.lines > 60);
    assert.deepEqual(
      tooLong.map(({ place, lines }) => `${place}: ${lines}`),
      [],
    );
  });

  it("参数不过 4 个，没有布尔参数", () => {
    const many = functions.filter(({ node }) => node.parameters.length > 4);
    assert.deepEqual(
      many.map((one) => one.place),
      [],
    );
    const flags = functions.filter(({ node }) =>
      node.parameters.some(({ type }) => type?.kind === ts.SyntaxKind.BooleanKeyword),
    );
    assert.deepEqual(
      flags.map((one) => one.place),
      [],
    );
  });

  it("没有 any，没有 eslint-disable、ts-ignore", () => {
    const anys = sources.flatMap((source) =>
      [...nodesOf(source.tree)]
        .filter((node) => node.kind === ts.SyntaxKind.AnyKeyword)
        .map((node) => placeOf(source, node)),
    );
    assert.deepEqual(anys, []);
    const muted = sources.filter(({ tree }) =>
      /eslint-disable|@ts-(?:ignore|nocheck|expect-error)/.test(tree.text),
    );
    assert.deepEqual(
      muted.map(({ path }) => path),
      [],
    );
  });

  it("模块一级没有可变的变量", () => {
    const mutable = sources.flatMap((source) =>
      source.tree.statements
        .filter(ts.isVariableStatement)
        .filter(({ declarationList }) => (declarationList.flags & ts.NodeFlags.Const) === 0)
        .map((node) => placeOf(source, node)),
    );
    assert.deepEqual(mutable, []);
  });

  it("catch 总有一句说明", () => {
    const silent = sources.flatMap((source) =>
      [...nodesOf(source.tree)]
        .filter(ts.isCatchClause)
        .filter(({ block }) => block.statements.length === 0 && !/\/[/*]/.test(block.getText()))
        .map((node) => placeOf(source, node)),
    );
    assert.deepEqual(silent, []);
  });
});

describe("测试", () => {
  it("略过总说原因：npm test 把它印在总数之下", () => {
    const own = "test/support/skipBecause.ts";
    const silent = sourcesUnder("test").flatMap((source) =>
      [...nodesOf(source.tree)]
        .filter(ts.isPropertyAccessExpression)
        .filter(({ name }) => name.text === "skip" && source.path !== own)
        .map((node) => placeOf(source, node)),
    );
    assert.deepEqual(silent, []);
  });
});
