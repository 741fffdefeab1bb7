import { type Node, parseTree } from "jsonc-parser";

/** The value of a property of an object; undefined where there is none. */
export function child(node: Node | undefined, name: string): Node | undefined {
  if (node?.type !== "object") return undefined;
  return node.children?.find((property) => property.children?.[0]?.value === name)?.children?.[1];
}

/** The tree of a text (JSON with comments), as far as it can be read; offsets count a byte-order mark. */
export function jsonTree(text: string): Node | undefined {
  return parseTree(text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text, [], { allowTrailingComma: true });
}
