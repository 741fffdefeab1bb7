import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { filesIn } from "../../read/folder.js";
import { refusalMessage } from "../../read/messages.js";
import { nodeHost } from "../../read/node.js";
import { readDocument } from "../../read/readDocument.js";
import type { Candidate } from "../../service/earlierYears.js";
import {
  type IndexEntry,
  type PlanIndex,
  readIndex,
  refreshIndex,
  renamedIndex,
  writeIndex,
} from "../../service/planIndex.js";
import { type Call, given } from "../command.js";
import { silenceHome } from "../files/silenceHome.js";
import { readText } from "../files/teamConfig.js";
import { writeWhole } from "../../write/wholeFile.js";
import { type Unreadable, shownPath } from "../inputs/findInputs.js";
import { createProgress } from "../progress.js";
import { says as saysOfCalls } from "../texts/callTexts.js";
import { says } from "./earlierTexts.js";

/** What one folder holds. The paths of the candidates are full. */
export interface Listed {
  readonly candidates: readonly Candidate[];
  readonly unreadable: readonly Unreadable[];
}

export interface FolderQuery {
  readonly folder: string;
  accepts(name: string): boolean;
  readonly depth?: number;
}

export interface FolderIndex {
  list(query: FolderQuery): Promise<Listed>;
}

/**
 * What the folders hold, each looked through once a call. Between calls it is remembered in `.hegao/index.json` beside
 * the team's other records, but only where somebody asked for that file (`--index`) once: nothing else is written.
 */
export function createFolderIndex(call: Call, draft: string | undefined): FolderIndex {
  const home = silenceHome(draft ?? join(call.terminal.cwd, "-"));
  const file = join(home, ".hegao", "index.json");
  const stored = readText(file);
  const isKept = stored !== undefined || given(call, "index");
  let index = fromHome(readIndex(stored), home);
  const listed = new Map<FolderQuery["accepts"], Map<string, Promise<Listed>>>();
  const look = async (query: FolderQuery): Promise<Listed> => {
    const { folder, ...search } = query;
    const found = await filesIn(folder, search);
    const progress = createProgress(says(call.locale, "indexing"));
    const fresh = await refreshIndex(index, found.files, {
      read: (path) => readFile(path),
      hash: (bytes) => createHash("sha256").update(bytes).digest("hex"),
      text: (bytes, path) => readDocument(bytes, path, nodeHost),
      progress: progress.step,
    });
    progress.end();
    index = merged(index, fresh, query);
    if (isKept) await keep(toHome(index, home), { file, stored, call });
    return listedFrom([...fresh.entries.values()], found.unreadable, call);
  };
  return {
    list(query) {
      const byFolder = listed.get(query.accepts) ?? new Map<string, Promise<Listed>>();
      listed.set(query.accepts, byFolder);
      const known = byFolder.get(query.folder) ?? look(query);
      byFolder.set(query.folder, known);
      return known;
    },
  };
}

/** What was found anew in a folder takes the place of what was known of it; what was not looked for stays. */
function merged(known: PlanIndex, fresh: PlanIndex, { folder, accepts }: FolderQuery): PlanIndex {
  const elsewhere = [...known.entries].filter(
    ([path]) => !path.startsWith(folder + sep) || !accepts(basename(path)),
  );
  return { entries: new Map([...elsewhere, ...fresh.entries]) };
}

/** On disk the paths are those from the home, so that a folder that moves takes its index with it. */
function toHome(index: PlanIndex, home: string): PlanIndex {
  return renamedIndex(index, (path) => relative(home, path).split(sep).join("/"));
}

function fromHome(index: PlanIndex, home: string): PlanIndex {
  return renamedIndex(index, (path) => resolve(home, path));
}

async function keep(
  index: PlanIndex,
  { file, stored, call }: { readonly file: string; readonly stored: string | undefined; readonly call: Call },
): Promise<void> {
  const text = writeIndex(index);
  if (text === stored) return;
  try {
    await writeWhole(file, text);
  } catch (error) {
    // A folder that is not ours to write in: the comparison goes on without.
    const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const path = relative(call.terminal.cwd, file);
    call.terminal.complain(says(call.locale, "indexUnwritable", { path, detail }));
  }
}

function listedFrom(
  entries: readonly IndexEntry[],
  lost: readonly { readonly path: string; readonly reason: string }[],
  { terminal, locale }: Call,
): Listed {
  const shut = lost.map(({ path, reason }) => ({
    path,
    reason: saysOfCalls(locale, "unreadable", { detail: reason }),
  }));
  const refused = entries.flatMap(({ path, refusal }) =>
    refusal ? [{ path, reason: refusalMessage(refusal, locale) }] : [],
  );
  return {
    candidates: entries.flatMap(({ path, facts }) => (facts ? [{ ...facts, path }] : [])),
    unreadable: [...shut, ...refused].map(({ path, reason }) => ({
      path: shownPath("", path, terminal.cwd),
      reason,
    })),
  };
}
