import type { Node } from "jsonc-parser";
import type { Edit, Span } from "../text/span.js";
import { child, jsonTree } from "./jsonNodes.js";

/** Where the roster of a team's file lists a department by one of these names, without the quotation marks. */
export function rosterSpan(text: string, names: readonly string[]): Span | undefined {
  const node = entriesOf(text)
    .flatMap((entry) => [child(entry, "full"), ...(child(entry, "aliases")?.children ?? [])])
    .find((one) => names.includes(String(one?.value)));
  return node && inside(node);
}

/**
 * The edits of a team's file that give a department another full name. The old one stays as a former name, by which
 * earlier years are still understood; a short name that becomes the full one changes places with it.
 */
export function renameInRoster(text: string, full: string, to: string): readonly Edit[] {
  if (full === to) return [];
  return entriesOf(text).flatMap((entry): Edit[] => {
    const node = child(entry, "full");
    if (node?.value !== full) return [];
    return [{ span: inside(node), newText: to }, formerName(entry, node, to)].sort(
      (a, b) => a.span.start - b.span.start,
    );
  });
}

function formerName(entry: Node, full: Node, to: string): Edit {
  const name = JSON.stringify(full.value);
  const aliases = child(entry, "aliases");
  const end = full.offset + full.length;
  if (aliases?.type !== "array") return { span: { start: end, end }, newText: `, "aliases": [${name}]` };
  const known = aliases.children?.find(({ value }) => value === to);
  if (known) return { span: inside(known), newText: String(full.value) };
  const start = aliases.offset + 1;
  return { span: { start, end: start }, newText: aliases.children?.length ? `${name}, ` : name };
}

function entriesOf(text: string): readonly Node[] {
  return child(jsonTree(text), "roster")?.children ?? [];
}

function inside({ offset, length }: Node): Span {
  return { start: offset + 1, end: offset + length - 1 };
}
