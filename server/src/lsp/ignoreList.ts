import type { Finding } from "../check/rule.js";
import type { PlanDocument } from "../plan/model.js";
import { ruleOf } from "../service/rulePages.js";
import { readSilence } from "../service/silenceFile.js";
import { siftFindings } from "../service/silenceMatch.js";
import type { SilenceEntry } from "../service/silenceModel.js";
import { plainUri } from "./plainUri.js";
import { homeOf, nameInHome, uriInHome } from "./hegaoHome.js";
import type { PlanFiles } from "./planFiles.js";
import type { Session } from "./session.js";
import type { IgnoredEntry, IgnoresParams } from "./silenceProtocol.js";
import { type SilenceKind, silencePath } from "./silenceShelf.js";
import { toRange } from "./toLsp.js";

export interface ListDesk {
  readonly session: Session;
  readonly files: PlanFiles;
}

/** An entry as it was read, beside what is told of it. */
export interface Listed {
  readonly entry: SilenceEntry;
  readonly told: IgnoredEntry;
}

/** What is silenced in a draft, or in all that `.hegao` names; undefined for a draft that lies nowhere. */
export async function listedIgnores(
  { session, files }: ListDesk,
  { uri, only }: IgnoresParams,
): Promise<{ readonly home: string; readonly listed: readonly Listed[] } | undefined> {
  const home = await homeOf(uri, { roots: await session.configuration.roots(), files });
  if (home === "") return undefined;
  const named = new Map<string, Sourced[]>();
  for (const from of ["ignores", "baseline"] as const) {
    const text = await session.configuration.readText(silencePath(home, from));
    for (const entry of readSilence(text).entries)
      named.set(entry.file, [...(named.get(entry.file) ?? []), { entry, from }]);
  }
  const own = nameInHome(home, uri);
  const names = only === "draft" ? [own] : [...named.keys()].sort();
  const listed: Listed[] = [];
  for (const name of names) {
    const draft = name === own ? uri : openUri(session, uriInHome(home, name));
    listed.push(...(await listedIn({ session, files }, draft, named.get(name) ?? [])));
  }
  return { home, listed };
}

interface Sourced {
  readonly entry: SilenceEntry;
  readonly from: SilenceKind;
}

/** As the client writes it where it has it open: two ways of escaping name one file. */
function openUri(session: Session, uri: string): string {
  return session.drafts.all().find((one) => plainUri(one) === plainUri(uri)) ?? uri;
}

async function listedIn(desk: ListDesk, uri: string, entries: readonly Sourced[]): Promise<Listed[]> {
  if (entries.length === 0) return [];
  const found = await everyFinding(desk, uri);
  if (!found) return entries.map((one) => listedAs(uri, one, { state: "absent", findings: [] }));
  const { plan, findings, isCompared } = found;
  const { silenced } = siftFindings(
    plan,
    findings,
    entries.map(({ entry }) => entry),
  );
  const listed = entries.map((one) => {
    const own = silenced.filter(({ entry }) => entry === one.entry).map(({ finding }) => finding);
    const asksEarlier = ruleOf(one.entry.rule)?.subject === "earlier" && !isCompared;
    const places = own.map(({ span, severity, message }) => ({
      range: toRange(plan, span),
      severity,
      message,
    }));
    const state = places.length > 0 ? "used" : asksEarlier ? "unknown" : "stale";
    return { at: own[0]?.span.start ?? plan.text.length, ...listedAs(uri, one, { state, findings: places }) };
  });
  return listed.sort((a, b) => a.at - b.at);
}

/** Every finding of a draft, silenced or not; undefined where there is no such draft. */
async function everyFinding(
  { session, files }: ListDesk,
  uri: string,
): Promise<
  | { readonly plan: PlanDocument; readonly findings: readonly Finding[]; readonly isCompared: boolean }
  | undefined
> {
  const { service } = await session.configuration.of(uri);
  const draft = session.drafts.get(uri);
  if (draft) {
    const earlier = session.comparisons.earlierOf(draft);
    const findings = session.drafts.findings(draft, service, earlier);
    return { plan: draft.plan, findings, isCompared: earlier !== undefined };
  }
  const text = await files.read(uri);
  if (text === undefined) return undefined;
  const plan = service.parse(text);
  return { plan, findings: service.check(plan), isCompared: false };
}

function listedAs(
  uri: string,
  { entry, from }: Sourced,
  now: Pick<IgnoredEntry, "state" | "findings">,
): Listed {
  const { rule, heading = null, quote = null, reason = null } = entry;
  return { entry, told: { uri, rule, heading, quote, from, reason, ...now } };
}
