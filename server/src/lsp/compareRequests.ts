import type { CompareFeature } from "./compare.js";
import { type AnswerBook, isAnswer, readAnswers, writeAnswer } from "./compareAnswers.js";
import { exportedComparison } from "./compareExport.js";
import {
  AGAINST,
  type Against,
  type AnswerParams,
  answerRequest,
  compareRequest,
  type CompareResult,
  type PlanBeside,
  type ExportParams,
  exportRequest,
  type ExportResult,
  makeIndexRequest,
  outlineRequest,
  targetsRequest,
  tasksRequest,
} from "./compareProtocol.js";
import { comparedNames, compareResult, type ResultScene } from "./compareResult.js";
import { compareWords } from "./compareWords.js";
import { isRecord } from "./clientFacts.js";
import { exportedTables, type LedgerScene, overview, targetsTable, tasksTable } from "./ledgerTables.js";
import type { PlanFiles } from "./planFiles.js";
import { checkedDraft, guarded, type Session } from "./session.js";

export interface CompareDesk {
  readonly session: Session;
  readonly compare: CompareFeature;
  readonly files: PlanFiles;
}

/** What is answered to our requests about earlier years and the tables of a draft, by the request's name. */
export type CompareAnswers = Readonly<Record<string, (params: unknown) => Promise<unknown>>>;

/** Serves the requests; the same answers are given back for those who can send commands only. */
export function startCompareRequests(desk: CompareDesk): CompareAnswers {
  const { session } = desk;
  const answers: CompareAnswers = {
    [compareRequest]: (params) => compared(desk, params),
    [exportRequest]: (params) => exported(desk, params as ExportParams),
    [answerRequest]: (params) => answered(desk, params as AnswerParams),
    [tasksRequest]: (params) => ofLedger(session, uriOf(params), tasksTable),
    [targetsRequest]: (params) => ofTargets(desk, uriOf(params), targetsTable),
    [makeIndexRequest]: (params) => desk.compare.makeIndex(isRecord(params) ? uriIn(params) : undefined),
    [outlineRequest]: (params) => ofLedger(session, uriOf(params), overview),
  };
  for (const [name, work] of Object.entries(answers))
    session.connection.onRequest(name, guarded(session, { name, otherwise: null as unknown, work }));
  return answers;
}

function uriOf(params: unknown): string {
  return isRecord(params) ? String(params["uri"]) : "";
}

function uriIn({ uri }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof uri === "string" ? uri : undefined;
}

async function ofLedger<R>(
  session: Session,
  uri: string,
  work: (scene: LedgerScene) => R,
): Promise<R | null> {
  if (!session.drafts.get(uri)) return null;
  const { service } = await session.configuration.of(uri);
  const plan = session.drafts.get(uri)?.plan;
  return plan ? work({ plan, service, locale: session.client.locale, fiveYear: undefined }) : null;
}

/** The same, beside the plan of the years that the draft falls into. */
async function ofTargets<R>(
  { session, compare }: CompareDesk,
  uri: string,
  work: (scene: LedgerScene) => R,
): Promise<R | null> {
  const fiveYear = session.drafts.get(uri) && (await compare.fiveYear(uri));
  return ofLedger(session, uri, (scene) => work({ ...scene, fiveYear }));
}

/** The draft as it is now beside its earlier years, or what else was asked for; null where it is not open. */
async function compared(desk: CompareDesk, params: unknown): Promise<CompareResult | null> {
  const { session } = desk;
  const uri = uriOf(params);
  const asked = againstOf(params);
  const known = AGAINST.find((one) => one === asked);
  const scene = known && (await sceneOf(desk, uri, known));
  if (scene) return compareResult(scene);
  const draft = session.drafts.get(uri);
  if (!draft) return null;
  const { plan, version } = draft;
  const words = compareWords(session.client.locale);
  return {
    uri,
    version,
    title: plan.title?.text ?? "",
    planYears: plan.period ? [plan.period.from, plan.period.to] : null,
    against: known ?? "earlier",
    around: plansBeside(session, uri),
    names: comparedNames(session.client.locale, known ?? "earlier"),
    message: known
      ? desk.compare.hasFailed(uri)
        ? words.failed
        : words.noPlan[known]
      : words.unknownAgainst(String(asked), AGAINST.join(" | ")),
    years: [],
    series: [],
  };
}

function againstOf(params: unknown): unknown {
  return (isRecord(params) ? params["against"] : undefined) ?? "earlier";
}

function plansBeside({ comparisons }: Session, uri: string): PlanBeside[] {
  const around = comparisons.around(uri);
  return (["five-year", "superior"] as const).flatMap((against) => {
    const plan = around[against];
    return plan ? [{ against, ...plan }] : [];
  });
}

async function sceneOf(
  { session, compare, files }: CompareDesk,
  uri: string,
  against: Against,
): Promise<ResultScene | undefined> {
  await compare.settled(uri);
  const draft = session.drafts.get(uri);
  if (!draft) return undefined;
  const plan = against === "earlier" ? undefined : session.comparisons.around(uri)[against];
  const last =
    against === "earlier" ? session.comparisons.get(uri) : plan && (await compare.beside(draft, plan));
  if (!last || !session.drafts.get(uri)) return undefined;
  const answers = against === "earlier" ? await readAnswers(uri, session, files) : NO_ANSWERS;
  const { locale } = session.client;
  return { uri, locale, compared: last, answers, against, around: plansBeside(session, uri) };
}

/** Nobody answers for what another plan holds and this year's does not. */
const NO_ANSWERS: AnswerBook = { home: "", draft: "", entries: [], isDamaged: false };

async function exported(desk: CompareDesk, params: ExportParams): Promise<ExportResult | null> {
  const { session } = desk;
  const { uri, what, format, against = "earlier" } = params;
  const bytes = what === "comparison" ? await comparisonBytes(desk, params) : await tableBytes(desk, params);
  if (!bytes) return null;
  const title = session.drafts.get(uri)?.plan.title?.text ?? "";
  const words = compareWords(session.client.locale);
  const kind = what === "comparison" ? words.comparisonNames[against] : words.fileNames[what];
  return { base64: base64Of(bytes), name: `${fileSafe(title)}${kind}.${format}` };
}

async function comparisonBytes(desk: CompareDesk, params: ExportParams): Promise<Uint8Array | undefined> {
  const against = AGAINST.find((one) => one === againstOf(params));
  const scene = against && (await sceneOf(desk, params.uri, against));
  const checked = await checkedDraft(desk.session, params.uri);
  const rules = scene?.compared.earlier.remarks;
  const findings = checked?.findings.filter(({ ruleId }) => rules?.has(ruleId));
  return scene && exportedComparison(scene, { ...params, ...(findings ? { findings } : {}) });
}

async function tableBytes(desk: CompareDesk, params: ExportParams): Promise<Uint8Array | undefined> {
  await desk.compare.settled(params.uri);
  return (await ofTargets(desk, params.uri, (scene) => exportedTables(scene, params))) ?? undefined;
}

/** Without Node's Buffer, so that a browser can do it too. */
function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(pieces.join(""));
}

function fileSafe(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]/g, "");
}

/** True where the answer is kept. Written only because somebody has said so. */
async function answered(desk: CompareDesk, params: AnswerParams): Promise<boolean> {
  const { session, files, compare } = desk;
  const { uri, earlier, id, answer } = params;
  if (answer !== null && !isAnswer(answer)) return false;
  const year = session.comparisons.get(uri)?.comparison.years.find(({ name }) => name === earlier);
  const item = year?.dropped.find(({ index }) => `e${index}` === id);
  if (!item) return false;
  await writeAnswer({ uri, session, files }, { earlier, item }, answer);
  compare.refresh();
  await compare.settled(uri);
  return true;
}
