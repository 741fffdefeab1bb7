import type { Folder as FolderWords, KnownIndicator } from "../author/folder.js";
import type { RosterEntry } from "../check/rule.js";
import type { DraftFacts } from "./draftFacts.js";

/** So many indicators can be told apart in a list; those of the latest drafts come first. */
const MOST_INDICATORS = 2000;

/** What the drafts of the folder have in common, for completion. */
export function folderWords(drafts: readonly DraftFacts[], roster: readonly RosterEntry[]): FolderWords {
  const counts = new Map<string, number>();
  for (const { departments } of drafts) {
    for (const [name, count] of departments) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const latest = [...drafts].sort((a, b) => (b.years?.[1] ?? 0) - (a.years?.[1] ?? 0));
  const indicators: KnownIndicator[] = latest.flatMap((one) => one.indicators).slice(0, MOST_INDICATORS);
  return {
    roster,
    departments: [...counts].map(([name, count]) => ({ name, count })),
    indicators,
    titles: [...new Set(drafts.map((one) => one.title))],
  };
}
