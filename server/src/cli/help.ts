import type { Locale } from "../check/rule.js";
import type { Command, OptionTable } from "./command.js";
import { commonOptions, sharedOptions } from "./commandLine.js";
import { commandTable } from "./commandTable.js";
import { width } from "./reporters/table.js";
import { says } from "./texts/callTexts.js";

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
  const usage = says(locale, "usage", { usage: command.usage });
  return `${usage}\n\n${says(locale, "options")}\n${optionRows(table, locale).join("\n")}\n`;
}

function optionRows(table: OptionTable, locale: Locale): string[] {
  const shown = Object.entries(table).filter(([, facts]) => !facts.hidden);
  const rows = shown.map(([name, facts]) => {
    const short = facts.short ? `-${facts.short}, ` : "    ";
    const value = facts.value ?? facts.choices?.join("|") ?? "";
    return { left: `  ${short}--${name}${value ? ` ${value}` : ""}`, right: facts.help[locale] };
  });
  const column = Math.min(40, Math.max(...rows.map((row) => width(row.left))));
  return rows.map(({ left, right }) => `${left}${" ".repeat(Math.max(1, column - width(left)))}  ${right}`);
}
