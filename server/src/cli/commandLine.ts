import { parseArgs, type ParseArgsConfig } from "node:util";
import type { Locale } from "../check/rule.js";
import type { OptionFacts, OptionTable, OptionValues, SharedOption } from "./command.js";
import { says } from "./texts/callTexts.js";
import { aFile, aName } from "./valueNames.js";

/** What every command understands, whether or not it has a use for it. */
export const sharedOptions: Readonly<Record<SharedOption | "format", OptionFacts>> = {
  format: { type: "string", value: aName, help: { "zh-CN": "输出格式", en: "Output format" } },
  config: {
    type: "string",
    value: aFile,
    help: {
      "zh-CN": "用这份 hegao.config.json，不再向上查找",
      en: "Use this hegao.config.json instead of looking upward",
    },
  },
  quiet: {
    type: "boolean",
    short: "q",
    help: { "zh-CN": "不说做了什么", en: "Say nothing of what was done" },
  },
};

/** What every command heeds. */
export const commonOptions: OptionTable = {
  locale: {
    type: "string",
    value: "zh-CN|en",
    choices: ["zh-CN", "en"],
    help: { "zh-CN": "文字的语言", en: "Language of the messages" },
  },
  color: {
    type: "boolean",
    help: { "zh-CN": "着色（--no-color 不着色）", en: "Colours (--no-color for none)" },
  },
  help: { type: "boolean", short: "h", help: { "zh-CN": "显示帮助", en: "Show this help" } },
  version: { type: "boolean", short: "V", help: { "zh-CN": "显示版本", en: "Show the version" } },
};

export interface CommandLine {
  readonly positionals: readonly string[];
  readonly values: OptionValues;
}

/** The call, or a sentence that says what about it cannot be understood. */
export function readCommandLine(
  args: readonly string[],
  table: OptionTable,
  locale: Locale,
): CommandLine | { readonly mistake: string } {
  const all = { ...sharedOptions, ...commonOptions, ...table };
  try {
    const read = plainCall(args, all) ?? anyCall(args, all);
    const mistake = wrongChoice(read.values, all, locale);
    return mistake === undefined ? read : { mistake };
  } catch (error) {
    return { mistake: callMistake(error, locale) };
  }
}

/** What most calls are: names, and options written out, each value behind its own. To load `parseArgs` takes milliseconds. */
function plainCall(args: readonly string[], table: OptionTable): CommandLine | undefined {
  const positionals: string[] = [];
  const values: Record<string, string | boolean | string[]> = {};
  for (let at = 0; at < args.length; at++) {
    const one = args[at] ?? "";
    if (!one.startsWith("-")) {
      positionals.push(one);
      continue;
    }
    const name = one.slice(2);
    const facts = one.startsWith("--") && Object.hasOwn(table, name) ? table[name] : undefined;
    if (!facts) return undefined;
    const value = facts.type === "boolean" || args[++at];
    if (value === undefined || value === "" || (value !== true && value.startsWith("-"))) return undefined;
    const before = values[name];
    if (!facts.multiple || value === true) values[name] = value;
    else values[name] = Array.isArray(before) ? [...before, value] : [value];
  }
  return { positionals, values };
}

function anyCall(args: readonly string[], table: OptionTable): CommandLine {
  const read = parseArgs({
    args: [...args],
    options: forParseArgs(table),
    allowPositionals: true,
    allowNegative: true,
  } as ParseArgsConfig);
  return { positionals: read.positionals, values: read.values as OptionValues };
}

function forParseArgs(table: OptionTable): NonNullable<ParseArgsConfig["options"]> {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const [name, { type, short, multiple }] of Object.entries(table)) {
    options[name] = { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) };
  }
  return options;
}

function wrongChoice(values: OptionValues, table: OptionTable, locale: Locale): string | undefined {
  for (const [name, { choices }] of Object.entries(table)) {
    const value = values[name];
    if (choices && typeof value === "string" && !choices.includes(value)) {
      return says(locale, "choice", {
        option: `--${name}`,
        value,
        choices: choices.join(locale === "en" ? ", " : "、"),
      });
    }
  }
  return undefined;
}

/** `parseArgs` speaks English only; its codes say enough to say it again. */
function callMistake(error: unknown, locale: Locale): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const option = /'(-[^',<=\s]{0,60})/.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return says(locale, "unknownOption", { option });
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE")
    return says(locale, message.includes("does not take") ? "optionNoValue" : "optionValue", { option });
  return message;
}
