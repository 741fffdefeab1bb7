import { applyEdits, type JSONPath, modify, type Node, type ParseError, parseTree } from "jsonc-parser";
import { child } from "./jsonNodes.js";

/** One value to be put into the team's file, and where. Undefined where the file as it is has no place for it. */
type Placing = (root: Node | undefined) => { readonly path: JSONPath; readonly value: unknown } | undefined;

/** The text of the team's file with one rule switched off. Undefined where the text is no sound object. */
export function switchedOff(text: string, rule: string): string | undefined {
  return edited(text, (root) => {
    const own = root && child(root, "rules");
    if (own && own.type !== "object") return undefined;
    const isLong = own !== undefined && child(own, rule)?.type === "object";
    return { path: ["rules", rule, ...(isLong ? ["severity"] : [])], value: "off" };
  });
}

/** The text of the team's file with one more department in its roster. Undefined where the text is no sound object. */
export function withDepartment(text: string, full: string): string | undefined {
  return edited(text, (root) => {
    const roster = root && child(root, "roster");
    if (!roster) return { path: ["roster"], value: [{ full }] };
    return roster.type === "array" ? { path: ["roster", -1], value: { full } } : undefined;
  });
}

/** Comments, order and options stay; an empty text makes a new file; what is no sound object is not made worse. */
function edited(text: string, placing: Placing): string | undefined {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const body = text.slice(mark.length);
  const errors: ParseError[] = [];
  const root = body.trim() === "" ? undefined : parseTree(body, errors, { allowTrailingComma: true });
  if (errors.length > 0 || (root && root.type !== "object")) return undefined;
  const place = placing(root);
  if (!place) return undefined;
  const eol = body.includes("\r\n") ? "\r\n" : "\n";
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol };
  const edits = modify(root ? body : "{}", place.path, place.value, {
    formattingOptions,
    isArrayInsertion: place.path.at(-1) === -1,
  });
  return mark + applyEdits(root ? body : "{}", edits) + (root ? "" : "\n");
}
