import { mkdir } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { type Call, text } from "../command.js";
import { leadsToOne } from "../files/isInput.js";
import { writeWhole } from "../../write/wholeFile.js";
import type { InputSource } from "../inputs/findInputs.js";
import { readAtMost } from "../inputs/readAtMost.js";
import { says } from "../texts/lintTexts.js";
import { checkAll, type Crew, isReport } from "./checkAll.js";
import { digest, programDigest } from "./digest.js";
import type { Outcome } from "./share.js";
import { isForeign, readResults, type StoredResult, writeResults } from "./storedResults.js";

/** A draft with what its report depends on, as far as that can be told beforehand. */
interface Known {
  readonly source: InputSource;
  readonly content: string | undefined;
  readonly key: string;
  readonly complaints: readonly string[];
}

/** As `checkAll`, but a draft is checked only where something has changed that its report depends on. */
export async function checkChanged(sources: readonly InputSource[], crew: Crew): Promise<readonly Outcome[]> {
  const { call } = crew;
  const path = resolve(call.terminal.cwd, text(call, "cache-file") ?? ".hegaocache");
  const mistake = mistakenPath(path, sources, call);
  if (mistake !== undefined) {
    call.terminal.complain(says(call.locale, mistake, { path: relative(call.terminal.cwd, path) }));
    return await checkAll(sources, crew);
  }
  const stored = readResults(path);
  const asked = askedOf(call);
  const drafts: Known[] = [];
  for (const source of sources) drafts.push(await known(source, { crew, asked }));
  const isStored = ({ source, content, key }: Known): boolean =>
    content !== undefined && stored.get(source.path)?.key === key;
  const changed = drafts.filter((draft) => !isStored(draft));
  const outcomes = await checkAll(
    changed.map(({ source }) => source),
    crew,
  );
  const fresh = new Map(outcomes.map((outcome) => [changed[outcome.at], outcome]));
  await store(path, { stored, fresh, call });
  return drafts.flatMap((draft, at): Outcome[] => {
    const found = fresh.get(draft);
    const result = found?.result ?? stored.get(draft.source.path)?.report;
    return result ? [{ at, result, complaints: [...draft.complaints, ...(found?.complaints ?? [])] }] : [];
  });
}

/** Why the file named for the results must not be written over: it holds something else. The usual name is ours alone. */
function mistakenPath(
  path: string,
  sources: readonly InputSource[],
  call: Call,
): "cacheIsDraft" | "cacheIsOther" | undefined {
  const files = sources.flatMap(({ file }) => file ?? []);
  if (leadsToOne(path, files, call.terminal.cwd)) return "cacheIsDraft";
  return text(call, "cache-file") !== undefined && isForeign(path) ? "cacheIsOther" : undefined;
}

/** Of the call, all that shows in a report. */
function askedOf({ values, locale, terminal }: Call): string {
  const shown = { ...values, workers: undefined, cache: undefined, "cache-file": undefined };
  return digest([programDigest(), shown, locale, terminal.paint("bold", "x"), terminal.cwd]);
}

async function known(
  source: InputSource,
  { crew, asked }: { readonly crew: Crew; readonly asked: string },
): Promise<Known> {
  const content = contentOf(source);
  const around = content === undefined ? undefined : await crew.checker.surroundings(source);
  return { source, content, key: digest([asked, content, around]), complaints: crew.heard() };
}

/** Undefined for what has to be read anew each time: standard input, and what cannot be read. */
function contentOf({ file }: InputSource): string | undefined {
  if (file === undefined) return undefined;
  try {
    return digest(readAtMost(file));
  } catch {
    // The check says why.
    return undefined;
  }
}

async function store(
  path: string,
  {
    stored,
    fresh,
    call,
  }: {
    readonly stored: ReadonlyMap<string, StoredResult>;
    readonly fresh: ReadonlyMap<Known | undefined, Outcome>;
    readonly call: Call;
  },
): Promise<void> {
  const results = new Map(stored);
  for (const [draft, { result }] of fresh) {
    if (!draft) continue;
    // A file that was saved while it was being checked belongs to neither state.
    const isSame = draft.content !== undefined && contentOf(draft.source) === draft.content;
    if (isSame && isReport(result)) results.set(result.path, { key: draft.key, report: result });
    else results.delete(draft.source.path);
  }
  if (fresh.size === 0) return;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, writeResults(results), "made again");
  } catch (error) {
    // A full disk, or a folder that is not ours: the report is none the worse for it.
    const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const shown = relative(call.terminal.cwd, path);
    call.terminal.complain(says(call.locale, "cacheUnwritable", { path: shown, detail }));
  }
}
