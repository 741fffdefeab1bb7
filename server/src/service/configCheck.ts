import type { Node } from "jsonc-parser";
import type { Locale } from "../check/rule.js";
import type { ConfigProblem } from "./configModel.js";
import type { Schema } from "./configSchema.js";
import { type ConfigTextKey, configText, typeNames } from "./configTexts.js";
import { nearest } from "./nearest.js";

/** A value without its mistaken parts; undefined where nothing of it can stand. */
export interface Checked {
  readonly value: unknown;
}

/**
 * Reads a node by a schema. What does not fit is left out and named in `problems`; all that fits is kept, so that
 * one slip never costs a team its other settings.
 */
export function checkNode(
  node: Node,
  schema: Schema,
  into: { readonly locale: Locale; readonly problems: ConfigProblem[] },
): Checked | undefined {
  const complain = (
    at: Node,
    key: ConfigTextKey,
    values?: Readonly<Record<string, string | number>>,
  ): undefined => {
    const span = { start: at.offset, end: at.offset + at.length };
    into.problems.push({ message: configText(into.locale, key, values), span });
    return undefined;
  };
  const visit = (at: Node, by: Schema): Checked | undefined => {
    const fitting = alternative(at, by);
    if (!fitting) return complain(at, "expected", { types: typeNames(into.locale, typesOf(by)) });
    if (fitting.type === "object") return visitObject(at, fitting);
    if (fitting.type === "array") return visitArray(at, fitting);
    return visitScalar(at, fitting);
  };
  const visitScalar = (at: Node, by: Schema): Checked | undefined => {
    const value: unknown = at.value;
    if (by.enum && !by.enum.includes(String(value))) {
      return complain(at, "choice", { value: String(value), choices: by.enum.join(" ") });
    }
    if (typeof value === "number" && by.minimum !== undefined && value < by.minimum) {
      return complain(at, "tooSmall", { minimum: by.minimum });
    }
    if (typeof value === "string" && value.trim().length < (by.minLength ?? 0)) return complain(at, "empty");
    return { value };
  };
  const visitArray = (at: Node, by: Schema): Checked => {
    const seen = new Set<unknown>();
    const value = (at.children ?? []).flatMap((child) => {
      const checked = by.items ? visit(child, by.items) : { value: child.value as unknown };
      if (!checked) return [];
      if (by.uniqueItems && seen.has(checked.value))
        complain(child, "repeatedEntry", { name: String(checked.value) });
      seen.add(checked.value);
      return [checked.value];
    });
    return { value };
  };
  const visitObject = (at: Node, by: Schema): Checked | undefined => {
    const value: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const property of at.children ?? []) {
      const [key, child] = property.children ?? [];
      if (!key || !child) continue;
      const name = String(key.value);
      if (seen.has(name)) complain(key, "repeated", { name });
      seen.add(name);
      const known = ownSchema(by, name);
      if (!known) {
        complain(key, "unknown", { name, hint: hint(name, by, into.locale) });
        continue;
      }
      const checked = visit(child, known);
      if (checked) value[name] = checked.value;
    }
    const lacking = by.required?.find((name) => !(name in value));
    // A required property that is there but wrong has been named already.
    if (lacking !== undefined)
      return seen.has(lacking) ? undefined : complain(at, "missing", { name: lacking });
    return { value };
  };
  return visit(node, schema);
}

function ownSchema(schema: Schema, name: string): Schema | undefined {
  return schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
}

function hint(name: string, schema: Schema, locale: Locale): string {
  const near = nearest(name, Object.keys(schema.properties ?? {}));
  return near === undefined ? "" : configText(locale, "didYouMean", { name: near });
}

function typesOf(schema: Schema): string[] {
  return (schema.oneOf ?? [schema]).map((one) => one.type ?? "string");
}

function alternative(node: Node, schema: Schema): Schema | undefined {
  return (schema.oneOf ?? [schema]).find(
    (one) => one.type === node.type || (one.type === "integer" && Number.isInteger(node.value)),
  );
}
