import type { Locale } from "../check/rule.js";
import type { Command, OptionFacts, OptionTable } from "./command.js";
import { commonOptions, sharedOptions } from "./commandLine.js";
import { commandTable } from "./commandTable.js";
import { width } from "./reporters/table.js";
import { says } from "./texts/callTexts.js";

/** An option that is wider has its help in the line below. */
const WIDEST = 34;

export function generalHelp(locale: Locale): string {
  const longest = Math.max(...commandTable.map((one) => one.name.length));
  const rows = commandTable.map((one) => `  ${one.name.padEnd(longest)}  ${one.summary[locale]}`);
  const usage = says(locale, "usage", { usage: locale === "en" ? "<command> …" : "<命令> …" });
  const commands = [says(locale, "commands"), ...rows].join("\n");
  return [says(locale, "intro"), usage, commands, says(locale, "more")].join("\n\n") + "\n";
}

export function commandHelp(command: Command, locale: Locale): string {
  const heeded = Object.fromEntries((command.heeds ?? []).map((name) => [name, sharedOptions[name]]));
  // A command says more of an option than what holds for all.
  const table = { ...command.options, ...heeded, ...commonOptions, ...command.options };
  const usage = says(locale, "usage", { usage: command.usage[locale] });
  return `${usage}\n\n${says(locale, "options")}\n${optionRows(table, locale).join("\n")}\n`;
}

function optionRows(table: OptionTable, locale: Locale): string[] {
  const shown = Object.entries(table).filter(([, facts]) => !facts.hidden);
  const rows = shown.map(([name, facts]) => {
    const short = facts.short ? `-${facts.short}, ` : "    ";
    const value = valueShown(facts, locale);
    return { left: `  ${short}--${name}${value ? ` ${value}` : ""}`, right: facts.help[locale] };
  });
  const column = Math.min(WIDEST, Math.max(...rows.map((row) => width(row.left))));
  return rows.map(({ left, right }) => {
    const isWide = width(left) > column;
    return `${left}${isWide ? "\n" : ""}${" ".repeat(isWide ? column : column - width(left))}  ${right}`;
  });
}

function valueShown({ value, choices }: OptionFacts, locale: Locale): string {
  if (typeof value === "object") return value[locale];
  return value ?? choices?.join("|") ?? "";
}
