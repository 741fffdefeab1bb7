import type { Finding } from "../../check/rule.js";
import type { Against } from "../../compare/against.js";
import type { Comparison } from "../../compare/comparePlans.js";
import type { ReportSources } from "../../write/report/sources.js";
import { reaches, type Threshold } from "../check/report.js";
import { createSession, type Session } from "../check/session.js";
import { type Call, type Command, type ExitCode, text, texts } from "../command.js";
import type { EarlierFound, SearchedDraft } from "../earlier/earlierFinder.js";
import { says } from "../earlier/earlierTexts.js";
import { lookedFor, planAround, type Wanted } from "../earlier/lookedFor.js";
import { wordsFor } from "../earlier/words.js";
import { deliver } from "../files/deliver.js";
import { readOne, sayUnreadable } from "../inputs/readAll.js";
import { says as saysOfCall } from "../texts/callTexts.js";
import { jsonComparison } from "./compareJson.js";
import { compareOptions } from "./compareOptions.js";

export const compare: Command = {
  usage: {
    "zh-CN": "compare <文稿> [--against <文件|文件夹>]…",
    en: "compare <draft> [--against <file|folder>]…",
  },
  options: compareOptions,
  heeds: ["config"],
  async run(call) {
    const [draftPath, ...more] = call.positionals;
    if (draftPath === undefined) {
      call.terminal.complain(saysOfCall(call.locale, "nothingGiven"));
      return 2;
    }
    const input = await readOne({ ...call, positionals: [draftPath] });
    if (!input) return 2;
    const session = createSession(call);
    const { file, path } = input.source;
    const service = await session.serviceFor(file);
    const draft = { plan: service.parse(input.text), path, file };
    // `--against 2025 2024` means both, though only the first belongs to the option.
    const asked = [...texts(call, "against"), ...more];
    const kind = (text(call, "with") ?? "earlier") as Against;
    const found =
      kind !== "earlier"
        ? await namedAround(draft, { asked, kind }, session)
        : await earlierYears(draft, asked, session);
    if (!found) return 2;
    const against = kind === "earlier" && isPlanOfYears(draft, found) ? "five-year" : kind;
    if (against === "earlier") sayLater(draft, found, call);
    const words = await wordsFor(call, (await session.teamFor(file))?.roster ?? []);
    if (!words) return 2;
    const { comparison, earlier } = service.compare(draft.plan, found.plans, { words });
    // What a plan of five years or of the office above says is not dropped, for it was never ours to do this year.
    const findings = against === "earlier" ? service.checkEarlier(draft.plan, earlier) : [];
    const delivered = await deliver(
      await written(comparison, { draft, found, findings, against }, call),
      call,
    );
    const isIncomplete = asked.length > 0 && found.unreadable.length > 0;
    return isIncomplete || delivered === 2 ? 2 : exitCode(findings, call);
  },
};

/** The one plan that `--with` asks for; undefined (and said) where there is none. */
async function namedAround(
  draft: SearchedDraft,
  wanted: Wanted,
  session: Session,
): Promise<EarlierFound | undefined> {
  const found = await planAround(draft, wanted, session);
  sayUnreadable(found.unreadable, session.call);
  if (found.plans.length > 0) return found;
  const { terminal, locale } = session.call;
  terminal.complain(says(locale, wanted.kind === "superior" ? "noSuperior" : "noFiveYear"));
  return undefined;
}

/** Who names a later plan as the earlier one has most likely named the two the wrong way round. */
function sayLater({ plan: { period } }: SearchedDraft, { plans }: EarlierFound, call: Call): void {
  for (const { name, plan } of plans) {
    if (!period || !plan.period || plan.period.from <= period.to) continue;
    const years = { path: name, year: plan.period.from, own: period.to };
    call.terminal.complain(says(call.locale, "later", years));
  }
}

/** A plan for so many years is no year before. */
const SEVERAL_YEARS = 3;

/** Whether what was named as an earlier year is the plan of several years that the draft falls into: nothing of it is of the past. */
function isPlanOfYears({ plan: { period } }: SearchedDraft, { plans }: EarlierFound): boolean {
  const [long, ...others] = plans.map(({ plan }) => plan.period);
  if (!period || !long || others.length > 0) return false;
  return (
    long.from <= period.from &&
    long.to >= period.to &&
    long.to - long.from + 1 >= SEVERAL_YEARS &&
    period.to - period.from < long.to - long.from
  );
}

/** Undefined (and said) where none is. */
async function earlierYears(
  draft: SearchedDraft,
  asked: readonly string[],
  session: Session,
): Promise<EarlierFound | undefined> {
  const { terminal, locale } = session.call;
  const configured = (await session.teamFor(draft.file))?.earlier ?? [];
  const found = await lookedFor(draft, { asked, kind: "earlier" }, session);
  sayUnreadable(found.unreadable, session.call);
  if (found.plans.length > 0) return found;
  const key =
    asked.length > 0
      ? "noneAsked"
      : configured.length > 0
        ? "noneConfigured"
        : draft.file === undefined
          ? "noneForStdin"
          : "noneBeside";
  // Where every file that was named is unreadable, that has been said already.
  if (asked.length === 0 || found.unreadable.length < asked.length)
    terminal.complain(says(locale, key, { places: asked.join(locale === "en" ? ", " : "、") }));
  return undefined;
}

function exitCode(findings: readonly Finding[], call: Call): ExitCode {
  const threshold = (text(call, "fail-on") ?? "error") as Threshold;
  return findings.some(({ severity }) => reaches(severity, threshold)) ? 1 : 0;
}

interface Shown {
  readonly draft: SearchedDraft;
  readonly found: EarlierFound;
  readonly findings: readonly Finding[];
  readonly against: Against;
}

async function written(comparison: Comparison, shown: Shown, call: Call): Promise<string> {
  const { draft, found, findings, against } = shown;
  const format = text(call, "format") ?? "text";
  const earlier = new Map(found.plans.map((one) => [one.name, one.plan]));
  if (format === "json") {
    const plans = { path: draft.path, draft: draft.plan, earlier };
    const value = jsonComparison(comparison, plans, { findings, around: found.around, against });
    return `${JSON.stringify(value, undefined, 2)}\n`;
  }
  const sources: ReportSources = {
    draft: draft.plan,
    draftName: draft.path,
    earlier,
    findings,
    against,
    locale: call.locale,
  };
  if (format === "html") {
    const { comparisonHtml } = await import("../../write/report/comparisonHtml.js");
    return comparisonHtml(comparison, sources);
  }
  if (format === "md") {
    const { comparisonMarkdown } = await import("../../write/report/comparisonMarkdown.js");
    return comparisonMarkdown(comparison, sources);
  }
  const { comparisonText } = await import("../reporters/comparisonText.js");
  return comparisonText(comparison, sources, call);
}
