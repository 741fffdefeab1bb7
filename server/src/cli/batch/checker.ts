import { resolve } from "node:path";
import { checkFile, type CheckOptions } from "../check/checkFile.js";
import { type CheckedFile, type FileReport, tallyOf, type Threshold } from "../check/report.js";
import { createSession, type Session } from "../check/session.js";
import { createEntriesFor } from "../check/silenced.js";
import { type Call, given, text, texts } from "../command.js";
import type { InputSource, Unreadable } from "../inputs/findInputs.js";
import { type InputText, readInput } from "../inputs/readInput.js";
import type { Reporter, View } from "../reporters/reporter.js";
import { reporterFor } from "../reporters/reporters.js";
import { says } from "../texts/lintTexts.js";

/** Checks drafts as one call of `lint` asks, one after the other. Nothing of a draft is kept but its report. */
export interface Checker {
  readonly reporter: Reporter;
  readonly view: View;
  check(source: InputSource): Promise<FileReport | Unreadable>;
  /** The same of a draft that has been read, not yet worded. */
  examine(input: InputText): Promise<CheckedFile>;
  /** What the report of a draft depends on beside the draft itself and the call. */
  surroundings(source: InputSource): Promise<unknown>;
}

/** Undefined (and said) where the draft that `--changed` names cannot be read. */
export async function createChecker(call: Call): Promise<Checker | undefined> {
  const session = createSession(call);
  const earlier = await earlierDraft(session);
  if (earlier === "unreadable") return undefined;
  const entriesFor = createEntriesFor(
    given(call, "baseline") ? ["ignores", "baseline"] : ["ignores"],
    (path) => call.terminal.complain(says(call.locale, "silenceDamaged", { path })),
  );
  const reporter = await reporterFor(reporterName(call));
  const view = viewOf(call);
  const examine = async (input: InputText): Promise<CheckedFile> => {
    const { source } = input;
    const service = await session.serviceFor(source.file);
    const plan = service.parse(input.text);
    const years = await session.earlierFor({ plan, ...source });
    const entries = await entriesFor(source.file);
    const options = checkOptions(call, { earlier, entries, years });
    return await checkFile({ input, plan }, service, options);
  };
  return {
    reporter,
    view,
    examine,
    async check(source) {
      const input = await readInput(source, call);
      if ("reason" in input) return input;
      const checked = await examine(input);
      return { path: checked.path, text: reporter.file(checked, view), tally: tallyOf(checked) };
    },
    async surroundings(source) {
      const [team, entries] = [await session.teamFor(source.file), await entriesFor(source.file)];
      const named = [...texts(call, "against"), ...(team?.earlier ?? [])];
      const years = named.length > 0 ? await yearsOf(source, session) : [];
      return [team, entries, years, earlier?.plan.text];
    },
  };
}

/** The earlier years that a draft would be held against, with all that they say. */
async function yearsOf(source: InputSource, session: Session): Promise<unknown[]> {
  const input = await readInput(source, session.call);
  if ("reason" in input) return [];
  const plan = (await session.serviceFor(source.file)).parse(input.text);
  return (await session.earlierFor({ plan, ...source })).map((year) => [year.name, year.plan.text]);
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

function reporterName(call: Call): string {
  const format = text(call, "format") ?? "text";
  return given(call, "fix-dry-run") && format === "text" ? "patch" : format;
}

function viewOf(call: Call): View {
  return {
    locale: call.locale,
    paint: call.terminal.paint,
    cwd: call.terminal.cwd,
    threshold: threshold(call),
    detail: given(call, "quiet") ? "quiet" : given(call, "show-ignored") ? "ignored" : "usual",
    mended: given(call, "fix") ? "written" : "none",
  };
}

export function threshold(call: Call): Threshold {
  return (text(call, "fail-on") ?? "error") as Threshold;
}
