import { relative, resolve } from "node:path";
import type { Finding } from "../../check/rule.js";
import type { PlanDocument } from "../../plan/model.js";
import { fileSilenceEntry, silenceEntry } from "../../service/silenceAnchor.js";
import { addSilence } from "../../service/silenceFile.js";
import { siftFindings } from "../../service/silenceMatch.js";
import type { SilenceEntry } from "../../service/silenceModel.js";
import { lineAt } from "../../text/lines.js";
import { createSession } from "../check/session.js";
import { prune, unusedEntries } from "../check/staleSilence.js";
import { type Call, type Command, type ExitCode, given, text } from "../command.js";
import { saveSilence } from "../files/saveSilence.js";
import { nameInHome, readSilenceFile, silenceHome, silencePath } from "../files/silenceHome.js";
import { readInput } from "../inputs/readInput.js";
import { sayUnreadable } from "../inputs/readAll.js";
import { nameShown } from "../terminal.js";
import { says } from "../texts/silenceTexts.js";

export const ignores: Command = {
  usage: {
    "zh-CN":
      "ignores [list [文件夹]]  或  ignores prune [文件夹]  或  ignores add <文件> --rule <编号> --line <行> --reason <理由>",
    en: "ignores [list [folder]]  or  ignores prune [folder]  or  ignores add <file> --rule <id> --line <n> --reason <text>",
  },
  heeds: ["config", "quiet"],
  options: {
    format: {
      type: "string",
      choices: ["text", "json"],
      help: { "zh-CN": "输出格式（默认 text）", en: "Output format (text by default)" },
    },
    rule: {
      type: "string",
      value: { "zh-CN": "<编号>", en: "<id>" },
      help: { "zh-CN": "add：哪条规则", en: "add: which rule" },
    },
    line: {
      type: "string",
      value: { "zh-CN": "<行>", en: "<n>" },
      help: { "zh-CN": "add：第几行的发现", en: "add: the finding in which line" },
    },
    "whole-file": {
      type: "boolean",
      help: { "zh-CN": "add：整个文件都忽略这条规则", en: "add: this rule in the whole file" },
    },
    reason: {
      type: "string",
      value: { "zh-CN": "<理由>", en: "<text>" },
      help: { "zh-CN": "add：理由", en: "add: why it may stand" },
    },
  },
  async run(call) {
    const [action = "list", ...paths] = call.positionals;
    if (action === "add") return await add(call, paths);
    const home = silenceHome(resolve(call.terminal.cwd, paths[0] ?? ".", "draft"));
    if (action === "list") return await list(call, home);
    if (action === "prune") return await prune(call, home, "ignores");
    call.terminal.complain(says(call.locale, "unknownAction", { name: action }));
    return 2;
  },
};

async function list(call: Call, home: string): Promise<ExitCode> {
  const { locale, terminal } = call;
  const { entries } = readSilenceFile(home, "ignores");
  const unused = new Set(await unusedEntries(call, home, entries));
  if (text(call, "format") === "json") {
    const all = entries.map((entry) => ({ ...entry, stale: unused.has(entry) }));
    terminal.out(`${JSON.stringify({ version: 1, entries: all }, undefined, 2)}\n`);
    return 0;
  }
  if (entries.length === 0) terminal.out(`${says(locale, "empty", { path: shownPath(call, home) })}\n`);
  for (const entry of entries) {
    const quote = entry.quote === "" ? says(locale, "ownNumber") : (entry.quote ?? says(locale, "wholeFile"));
    const parts = [entry.file, entry.rule, entry.heading ?? "", quote, entry.reason ?? ""];
    const stale = unused.has(entry) ? [says(locale, "stale")] : [];
    terminal.out(`${[...parts.filter((part) => part !== ""), ...stale].join("  ")}\n`);
  }
  return 0;
}

/** Where they are kept, as seen from here: a folder without a team file keeps its own. */
function shownPath({ terminal }: Call, home: string): string {
  return nameShown(relative(terminal.cwd, silencePath(home, "ignores")));
}

async function add(call: Call, [path]: readonly string[]): Promise<ExitCode> {
  const { locale, terminal } = call;
  const rule = text(call, "rule");
  const line = Number(text(call, "line") ?? "0");
  if (path === undefined || rule === undefined || (!given(call, "whole-file") && !(line > 0))) {
    terminal.complain(says(locale, "addNeeds"));
    return 2;
  }
  const file = resolve(terminal.cwd, path);
  const input = await readInput({ path, file }, call);
  if ("reason" in input) {
    sayUnreadable([input], call);
    return 2;
  }
  const session = createSession(call);
  const plan = (await session.serviceFor(file)).parse(input.text);
  const home = silenceHome(file);
  const { entries } = readSilenceFile(home, "ignores");
  const name = nameInHome(home, file);
  const open = siftFindings(
    plan,
    await session.check({ ...input.source, plan }),
    entries.filter((entry) => entry.file === name),
  ).kept;
  const added = newEntry(call, { plan, open, rule, line, name });
  if (!added) {
    terminal.complain(`${path}: ${says(locale, "noSuchFinding", { line, rule })}`);
    return 2;
  }
  const change = (now: readonly SilenceEntry[]): readonly SilenceEntry[] => addSilence(now, [added]);
  if (!(await saveSilence({ home, kind: "ignores", change }, call))) return 2;
  const key = given(call, "whole-file") ? "addedFile" : "added";
  if (!given(call, "quiet"))
    terminal.out(`${says(locale, key, { rule, line, path: shownPath(call, home) })}\n`);
  return 0;
}

interface Wanted {
  readonly plan: PlanDocument;
  readonly open: readonly Finding[];
  readonly rule: string;
  readonly line: number;
  readonly name: string;
}

function newEntry(call: Call, { plan, open, rule, line, name }: Wanted): SilenceEntry | undefined {
  const reason = text(call, "reason");
  if (given(call, "whole-file")) return fileSilenceEntry(rule, name, reason);
  const finding = open.find((one) => one.ruleId === rule && lineAt(plan.starts, one.span.start) === line - 1);
  return finding && silenceEntry(plan, finding, { file: name, reason });
}
