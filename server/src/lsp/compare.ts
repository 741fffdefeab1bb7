import type { EarlierYears } from "../check/rule.js";
import type { PlanDocument } from "../plan/model.js";
import type { PlanService } from "../service/planService.js";
import { type AnswerBook, isSettled, readAnswers } from "./compareAnswers.js";
import { comparedAround } from "./compareAround.js";
import {
  type EarlierFound,
  type EarlierShelf,
  findEarlier,
  type PlanAround,
  type PlansAround,
  shelved,
} from "./compareEarlier.js";
import { workingProgress } from "./compareProgress.js";
import { comparedNotification, type ComparedNote, type IndexAnswer } from "./compareProtocol.js";
import type { Comparer } from "./comparer.js";
import type { ComparedDraft } from "./comparisons.js";
import type { ServerHost } from "./configuration.js";
import type { Draft } from "./drafts.js";
import { indexProgress } from "./indexProgress.js";
import { makeIndex } from "./makeIndex.js";
import type { Session } from "./session.js";
import { createSurroundings, placesOf, type Surroundings } from "./surroundings.js";
import { tellingComparer } from "./tellingComparer.js";
import { createPauses } from "./pauses.js";

/** No plan is longer (characters); what is, would keep the thread from those who wait. */
const LONGEST = 600_000;

export interface CompareFeature {
  opened(uri: string): void;
  edited(uri: string): void;
  closed(uri: string): void;
  /** Files or settings have changed: every open draft is compared anew. */
  refresh(): void;
  /** What is believed of these files no longer holds; without a word, of any. */
  changed(uris?: readonly string[]): void;
  /** Resolves when a draft has been compared as it is now. */
  settled(uri: string): Promise<void>;
  /** True where the last comparison of a draft was given up: there may be earlier years all the same. */
  hasFailed(uri: string): boolean;
  /** A draft beside one plan that somebody asks for; nothing of it is kept. Undefined where it cannot be read. */
  beside(draft: Draft, plan: PlanAround): Promise<ComparedDraft | undefined>;
  /** The plan of the years that a draft falls into, as far as it has been looked for. */
  fiveYear(uri: string): Promise<PlanDocument | undefined>;
  /** Keeps what is known of the documents around a draft, or in a folder, in `.hegao/index.json`. */
  makeIndex(uri: string | undefined): Promise<IndexAnswer>;
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
  hasFailed: boolean;
  readonly done: Promise<void>;
}

/** Compares every open draft with its earlier years, in the background, whenever it has come to rest. */
export function startCompare(scene: CompareScene): CompareFeature {
  const { session } = scene;
  const comparer = lazy(() => tellingComparer(scene.host.comparer(), session));
  const around = createSurroundings(scene.host, scene.reader.parse);
  const runs = new Map<string, Run>();

  const run = (uri: string): Promise<void> => {
    pauses.end(uri);
    const draft = session.drafts.get(uri);
    if (!draft || draft.plan.text.length > LONGEST) return Promise.resolve();
    const last = runs.get(uri);
    if (last && !last.isCancelled && last.draft.plan === draft.plan) return last.done;
    if (last) last.isCancelled = true;
    const steps: Steps = { ...scene, ...around, comparer, isCancelled: () => next.isCancelled };
    const work = Promise.resolve().then(() => comparedOnce(draft, steps));
    const warns = warnsOf(session);
    const done = work.catch((error: unknown) => {
      next.hasFailed = true;
      warns(error);
    });
    const next: Run = { draft, isCancelled: false, hasFailed: false, done };
    runs.set(uri, next);
    return next.done;
  };
  const pauses = createPauses(run);
  const cancel = (uri: string): void => {
    const last = runs.get(uri);
    if (last) last.isCancelled = true;
    runs.delete(uri);
  };
  return {
    opened(uri) {
      // Even the best of watchers sleeps at times: what is opened is compared with what there is.
      around.forget();
      pauses.begin(uri);
    },
    changed: around.forget,
    edited: pauses.begin,
    closed(uri) {
      pauses.end(uri);
      cancel(uri);
      session.comparisons.set(uri, undefined);
      session.comparisons.setAround(uri, {});
    },
    refresh() {
      around.enough.clear();
      for (const uri of session.drafts.all()) {
        cancel(uri);
        pauses.begin(uri);
      }
    },
    settled: run,
    hasFailed: (uri) => runs.get(uri)?.hasFailed ?? false,
    fiveYear: (uri) => fiveYearOf(uri, scene, around.shelf),
    beside: (draft, plan) => comparedAround(draft, plan, { ...scene, comparer: comparer.get() }),
    makeIndex: (uri) => makeIndex(uri, scene, around),
    stop: () => comparer.made()?.dispose(),
  };
}

async function fiveYearOf(
  uri: string,
  { session, host, reader }: CompareScene,
  shelf: EarlierShelf,
): Promise<PlanDocument | undefined> {
  const found = session.comparisons.around(uri)["five-year"];
  return found && (await shelved(found.uri, { files: host.files, parse: reader.parse }, shelf))?.plan;
}

function warnsOf({ connection }: Session): (error: unknown) => void {
  return (error) => connection.console.warn(`compare: ${String(error)}`);
}

interface LazyComparer {
  get(): Comparer;
  made(): Comparer | undefined;
}

function lazy(make: () => Comparer): LazyComparer {
  let comparer: Comparer | undefined;
  return { get: () => (comparer ??= make()), made: () => comparer };
}

interface Steps extends CompareScene, Surroundings {
  readonly comparer: LazyComparer;
  readonly isCancelled: () => boolean;
}

async function comparedOnce(draft: Draft, steps: Steps): Promise<void> {
  const { session, isCancelled } = steps;
  const { uri, plan } = draft;
  const settings = await session.configuration.of(uri);
  const { years: documents, around } = await earlierOf(draft, steps);
  if (isCancelled()) return;
  const isNews = !isSame(session.comparisons.around(uri), around);
  session.comparisons.setAround(uri, around);
  const before = session.comparisons.get(uri);
  if (documents.length === 0) {
    if (before) publish(uri, steps, 0);
    else if (isNews) tell(uri, steps, 0);
    return;
  }
  const progress = workingProgress(session, session.texts.comparing);
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
  tell(uri, { session }, years);
  changed(uri);
}

function tell(uri: string, { session }: Pick<Steps, "session">, years: number): void {
  const note: ComparedNote = { uri, years };
  void session.connection.sendNotification(comparedNotification, note);
}

function isSame(one: PlansAround, other: PlansAround): boolean {
  return one["five-year"]?.uri === other["five-year"]?.uri && one.superior?.uri === other.superior?.uri;
}

async function earlierOf({ uri, plan }: Draft, steps: Steps): Promise<EarlierFound> {
  const { session, host, reader, shelf, enough, isCancelled } = steps;
  const places = await placesOf(uri, session, host);
  const { home } = places;
  const progress = enough.has(home) ? undefined : indexProgress(session, isCancelled);
  const { index, listing } = steps;
  const search = { uri, plan, ...places, listing, index, progress, isCancelled };
  try {
    return await findEarlier({ ...search, parse: reader.parse, files: host.files }, shelf);
  } finally {
    if (progress?.isStopped()) enough.add(home);
    progress?.done();
  }
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
