import { checkAll, type Crew, isReport } from "../batch/checkAll.js";
import { createChecker, threshold } from "../batch/checker.js";
import { hearing, type Outcome } from "../batch/share.js";
import { countFindings, reaches, type Report, SEVERITIES, sumOf } from "../check/report.js";
import { type Call, type Command, type ExitCode, given, text } from "../command.js";
import { findInputs, type FoundInputs } from "../inputs/findInputs.js";
import { sayUnreadable } from "../inputs/readAll.js";
import { says as saysOfCalls } from "../texts/callTexts.js";
import { says } from "../texts/lintTexts.js";
import { lintOptions } from "./lintOptions.js";

export const lint: Command = {
  usage: { "zh-CN": "lint <文件|文件夹|通配符|->…", en: "lint <file|folder|glob|->…" },
  options: lintOptions,
  heeds: ["config"],
  async run(asked) {
    const call = plainInFiles(asked);
    const mistake = mistakeIn(call);
    if (mistake !== undefined) {
      call.terminal.complain(mistake);
      return 2;
    }
    if (text(call, "format") === "docx") {
      const commented = await (await import("./lintDocx.js")).lintDocx(call);
      return commented ? exitCode(commented, call) : 2;
    }
    const found = await findInputs(call.positionals, {
      cwd: call.terminal.cwd,
      locale: call.locale,
      stdinName: text(call, "stdin-name") ?? "<stdin>",
    });
    const listener = hearing(call);
    const checker = await createChecker(listener.call);
    if (!checker) {
      for (const line of listener.heard()) call.terminal.complain(line);
      return 2;
    }
    const outcomes = await checked(found.sources, { call, checker, heard: listener.heard });
    sayComplaints(outcomes, call);
    const report = reportOf(found, outcomes);
    const delivered = await deliverReport(checker.reporter.whole(report, checker.view), call);
    if (given(call, "fix-dry-run") && (text(call, "format") ?? "text") === "text") {
      (await import("../reporters/dryRun.js")).sayPatched(report, call);
    }
    sayUnreadable(report.unreadable, call);
    sayPassedOver(found, call);
    return delivered === 0 ? exitCode(report, call) : delivered;
  },
};

/** A file takes no colours. */
function plainInFiles(call: Call): Call {
  if (text(call, "output") === undefined) return call;
  return { ...call, terminal: { ...call.terminal, paint: (_, plain) => plain } };
}

/** On standard output, or in the file that `-o` names; 2 where that cannot be written. */
async function deliverReport(told: string, call: Call): Promise<ExitCode> {
  if (text(call, "output") !== undefined) return (await import("../files/deliver.js")).deliver(told, call);
  call.terminal.out(told);
  return 0;
}

/** Who names a folder takes all that is in it for checked. Other programs read the formats that are not text. */
function sayPassedOver({ passedOver }: FoundInputs, call: Call): void {
  const [path] = passedOver;
  if (path === undefined || given(call, "quiet") || (text(call, "format") ?? "text") !== "text") return;
  const fill = { count: String(passedOver.length), path };
  call.terminal.complain(says(call.locale, "passedOver", fill));
}

/** With `--cache` only what has changed; not while fixing, which changes what it looks at. */
async function checked(sources: FoundInputs["sources"], crew: Crew): Promise<readonly Outcome[]> {
  const { call } = crew;
  const isCached = given(call, "cache") || text(call, "cache-file") !== undefined;
  if (!isCached || given(call, "fix") || given(call, "fix-dry-run")) return await checkAll(sources, crew);
  const { checkChanged } = await import("../batch/checkChanged.js");
  return await checkChanged(sources, crew);
}

function mistakeIn(call: Call): string | undefined {
  if (call.positionals.length === 0) return saysOfCalls(call.locale, "nothingGiven");
  if (given(call, "fix") && given(call, "fix-dry-run")) return says(call.locale, "bothFixes");
  if (given(call, "fix") && call.positionals.includes("-")) return says(call.locale, "fixStdin");
  if (text(call, "format") === "docx") {
    if (text(call, "output") === undefined) return says(call.locale, "docxOutput");
    if (given(call, "fix") || given(call, "fix-dry-run")) return says(call.locale, "docxFixes");
  }
  const limit = text(call, "max-warnings");
  if (limit !== undefined && !/^\d{1,9}$/.test(limit)) return says(call.locale, "number");
  const workers = text(call, "workers") ?? "auto";
  return /^(?:auto|[1-9]\d?)$/.test(workers) ? undefined : says(call.locale, "workers");
}

/** The same sentence about the same thing is said once, whichever threads came upon it. */
function sayComplaints(outcomes: readonly Outcome[], { terminal }: Call): void {
  const said = new Set(outcomes.flatMap(({ complaints }) => complaints));
  for (const line of said) terminal.complain(line);
}

function reportOf({ unreadable }: FoundInputs, outcomes: readonly Outcome[]): Report {
  const results = outcomes.map(({ result }) => result);
  return {
    files: results.filter(isReport),
    unreadable: [...unreadable, ...results.flatMap((one) => (isReport(one) ? [] : [one]))],
  };
}

function exitCode({ files, unreadable }: Report, call: Call): ExitCode {
  if (unreadable.length > 0 || sumOf(files, "unwritten") > 0) return 2;
  const { bySeverity } = countFindings(files);
  if (SEVERITIES.some((one) => bySeverity[one] > 0 && reaches(one, threshold(call)))) return 1;
  const limit = text(call, "max-warnings");
  return limit !== undefined && bySeverity.warning > Number(limit) ? 1 : 0;
}
