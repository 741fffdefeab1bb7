import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import ts from "typescript";

/** One file of the product's own sources, read by the TypeScript compiler. */
export interface Source {
  /** With `/`: server/src/plan/model.ts. */
  readonly path: string;
  readonly lines: number;
  readonly tree: ts.SourceFile;
}

export function sourcesUnder(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
      .sort()
      .map(read),
  );
}

function read(path: string): Source {
  const text = readFileSync(path, "utf8");
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path: path.split(sep).join("/"), lines: text.trimEnd().split("\n").length, tree };
}

/** Every node of a tree, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** `path:line` of a node, to be clicked on. */
export function placeOf(source: Source, node: ts.Node): string {
  return `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
