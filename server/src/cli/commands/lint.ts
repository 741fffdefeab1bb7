import { resolve } from "node:path";
import { checkFile, type CheckOptions } from "../check/checkFile.js";
import { countFindings, reaches, type CheckedFile, type Report, type Threshold } from "../check/report.js";
import { createSession, type Session } from "../check/session.js";
import { createEntriesFor } from "../check/silenced.js";
import { type Call, type Command, type ExitCode, given, text, texts } from "../command.js";
import { readAll, sayUnreadable } from "../inputs/readAll.js";
import { type InputText, readInput } from "../inputs/readInput.js";
import { reporterFor } from "../reporters/reporters.js";
import { says } from "../texts/lintTexts.js";
import { lintOptions } from "./lintOptions.js";

export const lint: Command = {
  usage: "lint <file|folder|glob|->…",
  options: lintOptions,
  async run(call) {
    const mistake = mistakeIn(call);
    if (mistake !== undefined) {
      call.terminal.complain(mistake);
      return 2;
    }
    const inputs = await readAll(call);
    if (!inputs) return 2;
    const session = createSession(call);
    const earlier = await earlierDraft(session);
    if (earlier === "unreadable") return 2;
    const entriesFor = createEntriesFor(
      given(call, "baseline") ? ["ignores", "baseline"] : ["ignores"],
      (path) => call.terminal.complain(says(call.locale, "silenceDamaged", { path })),
    );
    const files: CheckedFile[] = [];
    for (const input of inputs.texts) {
      const service = await session.serviceFor(input.source.file);
      const years = await yearsFor(input, session);
      const entries = await entriesFor(input.source.file);
      files.push(await checkFile(input, service, checkOptions(call, { earlier, entries, years })));
    }
    const report = { files, unreadable: inputs.unreadable };
    await show(report, call);
    sayUnreadable(report.unreadable, call);
    return exitCode(report, call);
  },
};

/** Nothing is parsed or searched for where no earlier years were named. */
async function yearsFor(input: InputText, session: Session): Promise<CheckOptions["years"]> {
  const { file, path } = input.source;
  const named = texts(session.call, "against").length + ((await session.teamFor(file))?.earlier.length ?? 0);
  if (named === 0) return [];
  const plan = (await session.serviceFor(file)).parse(input.text);
  return await session.earlierFor({ plan, path, file });
}

function mistakeIn(call: Call): string | undefined {
  if (given(call, "fix") && given(call, "fix-dry-run")) return says(call.locale, "bothFixes");
  if (given(call, "fix") && call.positionals.includes("-")) return says(call.locale, "fixStdin");
  const limit = text(call, "max-warnings");
  return limit !== undefined && !/^\d{1,9}$/.test(limit) ? says(call.locale, "number") : undefined;
}

async function earlierDraft(session: Session): Promise<CheckOptions["earlier"] | "unreadable"> {
  const { call } = session;
  const path = text(call, "changed");
  if (path === undefined) return undefined;
  const file = resolve(call.terminal.cwd, path);
  const input = await readInput({ path, file }, call);
  if ("reason" in input) {
    call.terminal.complain(says(call.locale, "changedUnreadable", { reason: `${path}: ${input.reason}` }));
    return "unreadable";
  }
  const service = await session.serviceFor(file);
  const plan = service.parse(input.text);
  return { plan, findings: await session.check({ plan, path, file }) };
}

function checkOptions(call: Call, known: Pick<CheckOptions, "earlier" | "entries" | "years">): CheckOptions {
  return {
    ...known,
    fixing: given(call, "fix") ? "write" : given(call, "fix-dry-run") ? "show" : "none",
    save: async (of, mended) => (await import("../files/saveText.js")).saveText(of, mended, call.locale),
    complain: (line) => call.terminal.complain(line),
  };
}

async function show(report: Report, call: Call): Promise<void> {
  const { locale, terminal } = call;
  const format = text(call, "format") ?? "text";
  if (given(call, "fix-dry-run") && format === "text") {
    const { dryRun } = await import("../reporters/dryRun.js");
    return dryRun(report, call);
  }
  const reporter = await reporterFor(format);
  const view = {
    locale,
    paint: terminal.paint,
    cwd: terminal.cwd,
    threshold: threshold(call),
    detail: given(call, "quiet") ? "quiet" : given(call, "show-ignored") ? "ignored" : "usual",
    mended: given(call, "fix") ? "written" : "none",
  } as const;
  terminal.out(await reporter(report, view));
}

function threshold(call: Call): Threshold {
  return (text(call, "fail-on") ?? "error") as Threshold;
}

function exitCode(report: Report, call: Call): ExitCode {
  if (report.unreadable.length > 0) return 2;
  const findings = report.files.flatMap((file) => file.findings);
  if (findings.some((finding) => reaches(finding.severity, threshold(call)))) return 1;
  const limit = text(call, "max-warnings");
  return limit !== undefined && countFindings(findings).bySeverity.warning > Number(limit) ? 1 : 0;
}
