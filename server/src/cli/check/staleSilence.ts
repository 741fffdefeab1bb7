import { resolve } from "node:path";
import { pruneSilence } from "../../service/silenceFile.js";
import { siftFindings } from "../../service/silenceMatch.js";
import type { SilenceEntry } from "../../service/silenceModel.js";
import { ruleOf } from "../../service/rulePages.js";
import type { Call, ExitCode } from "../command.js";
import { saveSilence } from "../files/saveSilence.js";
import { readSilenceFile, type SilenceKind } from "../files/silenceHome.js";
import { readInput } from "../inputs/readInput.js";
import { says } from "../texts/silenceTexts.js";
import { createSession } from "./session.js";

/**
 * Entries that no finding answers to: of drafts that are there. What belongs to an absent draft may come back with it, and
 * of what only an earlier year can say nothing is known while none is.
 */
export async function unusedEntries(
  call: Call,
  home: string,
  entries: readonly SilenceEntry[],
): Promise<readonly SilenceEntry[]> {
  const session = createSession(call);
  const unused: SilenceEntry[] = [];
  for (const name of new Set(entries.map((entry) => entry.file))) {
    const file = resolve(home, name);
    const input = await readInput({ path: name, file }, call);
    if ("reason" in input) continue;
    const service = await session.serviceFor(file);
    const plan = service.parse(input.text);
    const draft = { ...input.source, plan };
    const isCompared = (await session.earlierFor(draft)).length > 0;
    const own = entries.filter((entry) => entry.file === name);
    for (const entry of siftFindings(plan, await session.check(draft), own).unused)
      if (isCompared || ruleOf(entry.rule)?.subject !== "earlier") unused.push(entry);
  }
  return unused;
}

/** Takes those entries out of one of the files in `.hegao/`, and says how many. */
export async function prune(call: Call, home: string, kind: SilenceKind): Promise<ExitCode> {
  const { locale, terminal } = call;
  const unused = await unusedEntries(call, home, readSilenceFile(home, kind).entries);
  if (unused.length === 0) {
    terminal.out(`${says(locale, "nothingToPrune")}\n`);
    return 0;
  }
  const change = (now: readonly SilenceEntry[]): readonly SilenceEntry[] =>
    pruneSilence(now, alike(now, unused));
  if (!(await saveSilence({ home, kind, change }, call))) return 2;
  terminal.out(`${says(locale, "pruned", { count: unused.length })}\n`);
  return 0;
}

/** For each of the wanted an entry that reads the same, each taken once: two slips of one kind have two such entries. */
function alike(entries: readonly SilenceEntry[], wanted: readonly SilenceEntry[]): SilenceEntry[] {
  const counts = new Map<string, number>();
  for (const entry of wanted.map((one) => JSON.stringify(one)))
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return entries.filter((entry) => {
    const key = JSON.stringify(entry);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left > 0;
  });
}
