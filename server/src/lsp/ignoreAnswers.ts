import { pruneSilence, readSilence, writeSilence } from "../service/silenceFile.js";
import type { SilenceEntry } from "../service/silenceModel.js";
import { isRecord } from "./clientFacts.js";
import { homeOf, nameInHome } from "./hegaoHome.js";
import { listedIgnores } from "./ignoreList.js";
import { type Keeping, refusal, rewrite, type SilenceDesk } from "./silenceDesk.js";
import { ignoreCommands, type Ignores, type IgnoresParams } from "./silenceProtocol.js";
import { type SilenceKind, silencePath } from "./silenceShelf.js";

/** What shows the silenced findings, takes one back, and takes out what nothing answers to. By the command's name. */
export function ignoreAnswers(desk: SilenceDesk, { inTurn }: Keeping): Record<string, Answer> {
  return {
    [ignoreCommands.list]: (params) => listed(desk, params),
    [ignoreCommands.restore]: (params) => inTurn(() => restored(desk, params)),
    [ignoreCommands.prune]: (params) => inTurn(() => pruned(desk, params)),
  };
}

type Answer = (params: unknown) => Promise<unknown>;

async function listed(desk: SilenceDesk, params: unknown): Promise<Ignores | null> {
  const found = await listedIgnores(desk, ignoresParams(params));
  return found ? { home: found.home, entries: found.listed.map(({ told }) => told) } : null;
}

async function pruned(desk: SilenceDesk, params: unknown): Promise<number> {
  const found = await listedIgnores(desk, ignoresParams(params));
  const stale = (found?.listed ?? []).filter(({ told }) => told.from === "ignores" && told.state === "stale");
  if (!found || stale.length === 0) return 0;
  const gone = stale.map(({ entry }) => JSON.stringify(entry));
  await change(desk, { home: found.home, kind: "ignores" }, (entries) =>
    pruneSilence(entries, takeOut(entries, gone)),
  );
  return stale.length;
}

async function restored(desk: SilenceDesk, params: unknown): Promise<boolean> {
  if (!isRecord(params)) return false;
  const uri = String(params["uri"]);
  const home = await homeOf(uri, { roots: await desk.session.configuration.roots(), files: desk.files });
  if (home === "") return false;
  const file = nameInHome(home, uri);
  const isMeant = (entry: SilenceEntry): boolean =>
    entry.file === file &&
    ["rule", "heading", "quote"].every((key) => ({ ...entry })[key] === (params[key] ?? undefined));
  let gone = 0;
  const kind = params["from"] === "baseline" ? "baseline" : "ignores";
  await change(desk, { home, kind }, (entries) => {
    const meant = entries.filter(isMeant).slice(0, 1);
    gone = meant.length;
    return pruneSilence(entries, meant);
  });
  return gone > 0;
}

/** For each text one of the entries that read so. */
function takeOut(entries: readonly SilenceEntry[], texts: readonly string[]): SilenceEntry[] {
  const left = [...texts];
  return entries.filter((entry) => {
    const at = left.indexOf(JSON.stringify(entry));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

async function change(
  desk: SilenceDesk,
  { home, kind }: { readonly home: string; readonly kind: SilenceKind },
  work: (entries: readonly SilenceEntry[]) => readonly SilenceEntry[],
): Promise<void> {
  const path = silencePath(home, kind);
  // Where nothing is silenced nothing is taken back, and no folder is made for it.
  if ((await desk.files.stamp(path)) === undefined) return;
  const changed = await rewrite(desk, path, (text) => {
    const { entries, damaged } = readSilence(text);
    if (damaged) throw refusal(desk.session.texts.damaged(path));
    const now = work(entries);
    return now.length === entries.length ? undefined : writeSilence(now);
  });
  if (changed) desk.renew();
}

function ignoresParams(params: unknown): IgnoresParams {
  const { uri, only } = isRecord(params) ? params : {};
  return { uri: String(uri), ...(only === "draft" ? { only } : {}) };
}
