import { type Node, type ParseError, parseTree } from "jsonc-parser";
import { rules } from "../check/registry.js";
import type { Locale } from "../check/rule.js";
import { checkNode, MOST_PROBLEMS } from "./configCheck.js";
import { type ConfigProblem, emptyConfig, type ReadConfig, type TeamConfig } from "./configModel.js";
import { configSchema } from "./configSchema.js";
import { child } from "./jsonNodes.js";
import { configText } from "./configTexts.js";

/** No office has so many departments and terms (characters); whatever is made of them is made for every draft. */
const LONGEST = 1_000_000;

/**
 * The team's file out of its text (JSON with comments). Never throws: a mistake is a problem with its place, and the
 * rest of the file holds.
 */
export function readConfig(text: string, locale: Locale = "zh-CN"): ReadConfig {
  if (text.length > LONGEST) return unread(configText(locale, "tooLong", { limit: LONGEST }));
  try {
    return readText(text, locale);
  } catch {
    // Brackets by the ten thousand run the parser out of stack: that is no JSON that anybody wrote.
    return unread(configText(locale, "syntax"));
  }
}

/** Nothing but one problem, shown at the head of a file that is not empty. */
function unread(message: string): ReadConfig {
  return { config: emptyConfig, problems: [{ message, span: { start: 0, end: 1 } }] };
}

function readText(text: string, locale: Locale): ReadConfig {
  const errors: ParseError[] = [];
  const body = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  const root = parseTree(body, errors, { allowTrailingComma: true, disallowComments: false });
  const problems: ConfigProblem[] = errors.map(({ offset, length }) => ({
    message: configText(locale, "syntax"),
    span: { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) },
  }));
  if (root?.type !== "object") {
    if (root) problems.push({ message: configText(locale, "notObject"), span: spanOf(root) });
    return { config: emptyConfig, problems: problems.slice(0, MOST_PROBLEMS) };
  }
  const checked = checkNode(root, configSchema(rules), { locale, problems });
  const config = toConfig((checked?.value ?? {}) as Readonly<Record<string, unknown>>);
  const all = [...problems, ...unsoundEntries(root, locale)].sort(byPlace);
  return { config, problems: all.slice(0, MOST_PROBLEMS) };
}

function byPlace(a: ConfigProblem, b: ConfigProblem): number {
  return a.span.start - b.span.start;
}

function spanOf(node: Node): ConfigProblem["span"] {
  return { start: node.offset, end: node.offset + node.length };
}

/** The schema has seen to the types; only the short forms remain to be spelt out. */
function toConfig(value: Readonly<Record<string, unknown>>): TeamConfig {
  const { $schema: _, rules: own, kinds, profiles, ...rest } = value;
  return {
    ...emptyConfig,
    ...(rest as Partial<TeamConfig>),
    rules: ruleSettings(own),
    kinds: mapped(kinds),
    profiles: mapped(profiles),
  };
}

function mapped(value: unknown): Record<string, TeamConfig["rules"]> {
  return Object.fromEntries(Object.entries(value ?? {}).map(([name, of]) => [name, ruleSettings(of)]));
}

/** `"off"` is short for `{ "severity": "off" }`. */
function ruleSettings(value: unknown): TeamConfig["rules"] {
  const entries = Object.entries((value ?? {}) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    entries.map(([id, of]) => [id, typeof of === "string" ? { severity: of } : of]),
  ) as TeamConfig["rules"];
}

/** What no schema can say: a department that ends before it begins, or stands in the roster twice. */
function unsoundEntries(root: Node, locale: Locale): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const names = new Set<unknown>();
  for (const entry of child(root, "roster")?.children ?? []) {
    const full = child(entry, "full");
    const from = child(entry, "from")?.value as unknown;
    const until = child(entry, "until");
    if (until && typeof from === "number" && typeof until.value === "number" && from > until.value) {
      problems.push({ message: configText(locale, "years"), span: spanOf(until) });
    }
    // The same name in two periods is a department that was refounded.
    if (full && names.has(full.value) && from === undefined && !until) {
      const name = String(full.value);
      problems.push({ message: configText(locale, "repeatedEntry", { name }), span: spanOf(full) });
    }
    names.add(full?.value);
  }
  return problems;
}
