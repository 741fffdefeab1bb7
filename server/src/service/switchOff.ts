import { applyEdits, modify, type ParseError, parseTree } from "jsonc-parser";
import { child } from "./jsonNodes.js";

/**
 * The text of the team's file with one rule switched off: comments, order and options stay. An empty text makes a new
 * file. Undefined where the text is no sound object, which is not to be made worse.
 */
export function switchedOff(text: string, rule: string): string | undefined {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const body = text.slice(mark.length);
  const errors: ParseError[] = [];
  const root = body.trim() === "" ? undefined : parseTree(body, errors, { allowTrailingComma: true });
  if (errors.length > 0) return undefined;
  if (!root) return `${JSON.stringify({ rules: { [rule]: "off" } }, undefined, 2)}\n`;
  const own = child(root, "rules");
  if (root.type !== "object" || (own && own.type !== "object")) return undefined;
  const path = ["rules", rule, ...(own && child(own, rule)?.type === "object" ? ["severity"] : [])];
  const eol = body.includes("\r\n") ? "\r\n" : "\n";
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol };
  return mark + applyEdits(body, modify(body, path, "off", { formattingOptions }));
}
