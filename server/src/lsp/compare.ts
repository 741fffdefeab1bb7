import type { EarlierYears } from "../check/rule.js";
import { folderOf } from "../service/configPaths.js";
import type { PlanService } from "../service/planService.js";
import { type AnswerBook, isSettled, readAnswers } from "./compareAnswers.js";
import { type EarlierDocument, type EarlierShelf, findEarlier } from "./compareEarlier.js";
import { workingProgress } from "./compareProgress.js";
import { comparedNotification, type ComparedNote } from "./compareProtocol.js";
import type { Comparer } from "./comparer.js";
import type { ServerHost } from "./configuration.js";
import type { Draft } from "./drafts.js";
import type { Session } from "./session.js";

/** Edits come in bursts, and a comparison is for the one who has stopped to look. */
const PAUSE_MS = 500;
/** No plan is longer (characters); what is, would keep the thread from those who wait. */
const LONGEST = 600_000;

export interface CompareFeature {
  opened(uri: string): void;
  edited(uri: string): void;
  closed(uri: string): void;
  /** Files or settings have changed: every open draft is compared anew. */
  refresh(): void;
  /** Resolves when a draft has been compared as it is now. */
  settled(uri: string): Promise<void>;
  stop(): void;
}

/** What a comparison needs beside the session. */
export interface CompareScene {
  readonly session: Session;
  readonly host: ServerHost;
  readonly reader: PlanService;
  /** Findings of earlier years have changed. */
  readonly changed: (uri: string) => void;
}

interface Run {
  readonly draft: Draft;
  isCancelled: boolean;
  readonly done: Promise<void>;
}

/** Compares every open draft with its earlier years, in the background, whenever it has come to rest. */
export function startCompare(scene: CompareScene): CompareFeature {
  const { session } = scene;
  const comparer = lazy(scene.host.comparer);
  const shelf: EarlierShelf = new Map();
  const timers = new Map<string, NodeJS.Timeout>();
  const runs = new Map<string, Run>();

  const run = (uri: string): Promise<void> => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    const draft = session.drafts.get(uri);
    if (!draft || draft.plan.text.length > LONGEST) return Promise.resolve();
    const last = runs.get(uri);
    if (last && !last.isCancelled && last.draft.plan === draft.plan) return last.done;
    if (last) last.isCancelled = true;
    const steps: Steps = { ...scene, comparer, shelf, isCancelled: () => next.isCancelled };
    const work = Promise.resolve().then(() => comparedOnce(draft, steps));
    const next: Run = {
      draft,
      isCancelled: false,
      done: work.catch((error: unknown) => session.connection.console.warn(`compare: ${String(error)}`)),
    };
    runs.set(uri, next);
    return next.done;
  };
  const schedule = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => void run(uri), PAUSE_MS),
    );
  };
  const cancel = (uri: string): void => {
    const last = runs.get(uri);
    if (last) last.isCancelled = true;
    runs.delete(uri);
  };
  return {
    opened: schedule,
    edited: schedule,
    closed(uri) {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      cancel(uri);
      session.comparisons.set(uri, undefined);
    },
    refresh() {
      for (const uri of session.drafts.all()) {
        cancel(uri);
        schedule(uri);
      }
    },
    settled: run,
    stop: () => comparer.made()?.dispose(),
  };
}

interface LazyComparer {
  get(): Comparer;
  made(): Comparer | undefined;
}

function lazy(make: () => Comparer): LazyComparer {
  let comparer: Comparer | undefined;
  return { get: () => (comparer ??= make()), made: () => comparer };
}

interface Steps extends CompareScene {
  readonly comparer: LazyComparer;
  readonly shelf: EarlierShelf;
  readonly isCancelled: () => boolean;
}

async function comparedOnce(draft: Draft, steps: Steps): Promise<void> {
  const { session, isCancelled } = steps;
  const { uri, plan } = draft;
  const settings = await session.configuration.of(uri);
  const documents = await earlierOf(draft, settings.earlier, steps);
  if (isCancelled()) return;
  const before = session.comparisons.get(uri);
  if (documents.length === 0) {
    if (before) publish(draft.uri, steps, 0);
    return;
  }
  const progress = workingProgress(session);
  try {
    const compared = await steps.comparer.get().compare({
      draft: plan.text,
      earlier: documents.map((one) => ({ name: one.uri, text: one.text })),
      roster: settings.settings.roster,
    });
    const answers = await readAnswers(uri, steps.session, steps.host.files);
    if (isCancelled()) return;
    session.comparisons.set(uri, {
      version: draft.version,
      plan,
      documents,
      comparison: compared.comparison,
      earlier: withoutAnswered(compared.earlier, answers, documents[0]?.uri ?? ""),
    });
    publish(uri, steps, documents.length);
  } finally {
    progress.done();
  }
}

function publish(uri: string, { session, changed }: Steps, years: number): void {
  if (years === 0) session.comparisons.set(uri, undefined);
  const note: ComparedNote = { uri, years };
  void session.connection.sendNotification(comparedNotification, note);
  changed(uri);
}

async function earlierOf(
  draft: Draft,
  configured: readonly string[],
  { session, host, reader, shelf, isCancelled }: Steps,
): Promise<EarlierDocument[]> {
  const roots = await session.configuration.roots();
  const own = folderOf(draft.uri);
  const inside = (folder: string): boolean =>
    roots.some((root) => folder === root || folder.startsWith(`${root}/`));
  const beside = [own, ...(inside(own) && inside(folderOf(own)) ? [folderOf(own)] : [])];
  const named = configured.filter((folder) => inside(folder) || folder === own);
  const folders = configured.length > 0 ? named : beside;
  const { uri, plan } = draft;
  return findEarlier({ uri, plan, folders, parse: reader.parse, files: host.files, isCancelled }, shelf);
}

/** A dropped task that somebody has answered for is no finding any more. */
function withoutAnswered(earlier: EarlierYears, answers: AnswerBook, from: string): EarlierYears {
  const list = earlier.remarks.get("task-dropped") ?? [];
  const open = list.filter(({ message: { fill } }) => {
    const item = { marker: String(fill?.["marker"]), title: String(fill?.["title"]) };
    return !isSettled(answers, from, item);
  });
  return { ...earlier, remarks: new Map(earlier.remarks).set("task-dropped", open) };
}
