import { existsSync } from "node:fs";
import type { Locale } from "../check/rule.js";
import type { Command, ExitCode } from "./command.js";
import { readCommandLine } from "./commandLine.js";
import { commandTable } from "./commandTable.js";
import { localeOf } from "./locale.js";
import { processTerminal, type Terminal } from "./terminal.js";
import { says } from "./texts/callTexts.js";

/** `hegao <command> …`. Only what the call needs is loaded. */
async function main(args: readonly string[]): Promise<ExitCode> {
  const [name = "--help", ...rest] = args;
  const locale = localeOf(askedLocale(args), process.env);
  const terminal = processTerminal(undefined);
  const entry = commandTable.find((one) => one.name === name);
  if (entry) return await callCommand(await entry.load(), rest, locale);
  if (name === "--version" || name === "-V") return await showVersion(terminal);
  const { generalHelp } = await import("./help.js");
  if (name === "--help" || name === "-h" || name === "help") {
    const named = commandTable.find((one) => one.name === rest[0]);
    if (named) return await callCommand(await named.load(), ["--help"], locale);
    terminal.out(generalHelp(locale));
    return 0;
  }
  const { nearest } = await import("../service/nearest.js");
  const near = nearest(
    name,
    commandTable.map((one) => one.name),
  );
  const hint = near === undefined ? says(locale, "seeHelp") : says(locale, "didYouMean", { name: near });
  terminal.complain(says(locale, "unknownCommand", { name, hint }));
  return 2;
}

async function callCommand(command: Command, args: readonly string[], locale: Locale): Promise<ExitCode> {
  const line = readCommandLine(args, command.options, locale);
  if ("mistake" in line) {
    processTerminal(undefined).complain(line.mistake);
    return 2;
  }
  const { color } = line.values;
  const terminal = processTerminal(typeof color === "boolean" ? color : undefined);
  if (line.values.version) return await showVersion(terminal);
  if (line.values.help) {
    const { commandHelp } = await import("./help.js");
    terminal.out(commandHelp(command, locale));
    return 0;
  }
  const { config } = line.values;
  if (typeof config === "string" && !existsSync(config)) {
    terminal.complain(says(locale, "configMissing", { path: config }));
    return 2;
  }
  return await command.run({ ...line, locale, terminal });
}

async function showVersion(terminal: Terminal): Promise<ExitCode> {
  const { version } = await import("../../../package.json");
  terminal.out(`${version}\n`);
  return 0;
}

/** Wanted before the options are read, so that a mistake among them can be named in the right language. */
function askedLocale(args: readonly string[]): string | undefined {
  const at = args.indexOf("--locale");
  return at === -1 ? args.find((one) => one.startsWith("--locale="))?.slice(9) : args[at + 1];
}

function mishap(error: unknown, locale: Locale): string {
  if (!(error instanceof Error)) return says(locale, "internal", { detail: String(error) });
  const { syscall, code, message } = error as NodeJS.ErrnoException;
  if (syscall === "uv_cwd") return says(locale, "folderGone");
  if (code === "ENOSPC") return says(locale, "diskFull");
  // So speaks the library that packs Office files; those before 1980 have no time they could be written at.
  if (message.startsWith("date not in range")) {
    return says(locale, "clockWrong", { detail: String(new Date().getFullYear()) });
  }
  return says(locale, "internal", { detail: message });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const locale = localeOf(askedLocale(process.argv), process.env);
    processTerminal(undefined).complain(mishap(error, locale));
    process.exitCode = 2;
  },
);
