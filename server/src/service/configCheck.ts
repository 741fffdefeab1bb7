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

interface Checking {
  readonly locale: Locale;
  readonly problems: ConfigProblem[];
}

/**
 * Reads a node by a schema. What does not fit is left out and named in `problems`; all that fits is kept, so that
 * one slip never costs a team its other settings.
 */
export function checkNode(node: Node, schema: Schema, into: Checking): Checked | undefined {
  const fitting = alternative(node, schema);
  if (!fitting)
    return complain(into, node, { key: "expected", types: typeNames(into.locale, typesOf(schema)) });
  if (fitting.type === "object") return checkObject(node, fitting, into);
  if (fitting.type === "array") return checkArray(node, fitting, into);
  return checkScalar(node, fitting, into);
}

/** Who has more mistakes in one file mends these first; what more there are is not worth the time of looking for. */
export const MOST_PROBLEMS = 200;

type Complaint = { readonly key: ConfigTextKey } & Readonly<Record<string, string | number>>;

function complain(into: Checking, at: Node, { key, ...values }: Complaint): undefined {
  if (into.problems.length >= MOST_PROBLEMS) return undefined;
  const span = { start: at.offset, end: at.offset + at.length };
  into.problems.push({ message: configText(into.locale, key, values), span });
  return undefined;
}

function checkScalar(node: Node, schema: Schema, into: Checking): Checked | undefined {
  const value: unknown = node.value;
  if (schema.enum && !schema.enum.includes(String(value))) {
    return complain(into, node, { key: "choice", value: String(value), choices: schema.enum.join(" ") });
  }
  if (typeof value === "number" && schema.minimum !== undefined && value < schema.minimum) {
    return complain(into, node, { key: "tooSmall", minimum: schema.minimum });
  }
  if (typeof value === "string" && value.trim().length < (schema.minLength ?? 0)) {
    return complain(into, node, { key: "empty" });
  }
  return { value };
}

function checkArray(node: Node, schema: Schema, into: Checking): Checked {
  const seen = new Set<unknown>();
  const value = (node.children ?? []).flatMap((child) => {
    const checked = schema.items ? checkNode(child, schema.items, into) : { value: child.value as unknown };
    if (!checked) return [];
    if (schema.uniqueItems && seen.has(checked.value)) {
      complain(into, child, { key: "repeatedEntry", name: String(checked.value) });
    }
    seen.add(checked.value);
    return [checked.value];
  });
  return { value };
}

function checkObject(node: Node, schema: Schema, into: Checking): Checked | undefined {
  const value: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const property of node.children ?? []) {
    const [key, child] = property.children ?? [];
    if (!key || !child) continue;
    const name = String(key.value);
    if (seen.has(name)) complain(into, key, { key: "repeated", name });
    seen.add(name);
    const known = ownSchema(schema, name);
    const checked = known
      ? checkNode(child, known, into)
      : complain(into, key, { key: "unknown", name, hint: hint(name, schema, into) });
    if (checked) value[name] = checked.value;
  }
  const lacking = schema.required?.find((name) => !(name in value));
  if (lacking === undefined) return { value };
  // A required property that is there but wrong has been named already.
  return seen.has(lacking) ? undefined : complain(into, node, { key: "missing", name: lacking });
}

function ownSchema(schema: Schema, name: string): Schema | undefined {
  return schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
}

function hint(name: string, schema: Schema, { locale, problems }: Checking): string {
  if (problems.length >= MOST_PROBLEMS) return "";
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
