import type { Finding } from "../../check/rule.js";
import type { EarlierPlan } from "../../compare/comparePlans.js";
import type { PlanDocument } from "../../plan/model.js";
import type { PlanService } from "../../service/planService.js";
import type { SilencedFinding } from "../../service/silenceMatch.js";
import type { SilenceEntry } from "../../service/silenceModel.js";
import type { InputText } from "../inputs/readInput.js";
import type { CheckedFile } from "./report.js";

/** What is done with one draft beside checking it. */
export interface CheckOptions {
  readonly fixing: "none" | "write" | "show";
  readonly entries: readonly SilenceEntry[];
  /** Only what is new since this draft. */
  readonly earlier: { readonly plan: PlanDocument; readonly findings: readonly Finding[] } | undefined;
  /** Writes the mended text back; undefined where it went well. */
  readonly save: (input: InputText, text: string) => Promise<Refusal | undefined>;
  readonly complain: (line: string) => void;
  /** The plans of earlier years to hold it against. */
  readonly years: readonly EarlierPlan[];
}

/** Why a mended text was not written: `unfit` where it is not ours to write, `unwritable` where it failed. */
export interface Refusal {
  readonly kind: "unfit" | "unwritable";
  readonly reason: string;
}

export async function checkFile(
  { input, plan }: { readonly input: InputText; readonly plan: PlanDocument },
  service: PlanService,
  options: CheckOptions,
): Promise<CheckedFile> {
  const sift = await sifter(options.entries);
  const check = (of: PlanDocument): readonly Finding[] =>
    service.check(of, options.years.length > 0 ? service.compare(of, options.years).earlier : undefined);
  const findingsOf = (of: PlanDocument): readonly Finding[] => sift(of, check(of)).kept;
  const fixed = await mended(input, { plan, service, findingsOf }, options);
  const { kept, silenced } = sift(fixed.plan, check(fixed.plan));
  return {
    path: input.source.path,
    file: input.source.file,
    plan: fixed.plan,
    findings: options.earlier ? await onlyChanged(fixed.plan, kept, options.earlier) : kept,
    silenced,
    edits: fixed.edits,
    unwritten: fixed.unwritten,
    diff: fixed.diff,
  };
}

type Sift = (
  plan: PlanDocument,
  findings: readonly Finding[],
) => { readonly kept: readonly Finding[]; readonly silenced: readonly SilencedFinding[] };

/** Matching is loaded only where there is something to match. */
async function sifter(entries: readonly SilenceEntry[]): Promise<Sift> {
  if (entries.length === 0) return (_, findings) => ({ kept: findings, silenced: [] });
  const { siftFindings } = await import("../../service/silenceMatch.js");
  return (plan, findings) => siftFindings(plan, findings, entries);
}

async function onlyChanged(
  plan: PlanDocument,
  findings: readonly Finding[],
  earlier: NonNullable<CheckOptions["earlier"]>,
): Promise<readonly Finding[]> {
  const { changedSince } = await import("./changedSince.js");
  return changedSince(plan, findings, earlier);
}

interface Checking {
  readonly plan: PlanDocument;
  readonly service: PlanService;
  readonly findingsOf: (plan: PlanDocument) => readonly Finding[];
}

async function mended(
  input: InputText,
  { plan, service, findingsOf }: Checking,
  options: CheckOptions,
): Promise<Pick<CheckedFile, "plan" | "edits" | "diff" | "unwritten">> {
  const untouched = { plan, edits: 0, diff: undefined, unwritten: false };
  if (options.fixing === "none") return untouched;
  const made = service.fixAll(plan, findingsOf);
  const fixed = { plan: made.plan, edits: made.edits.length, unwritten: false };
  if (options.fixing === "show") {
    const { unifiedDiff } = await import("./unifiedDiff.js");
    return { ...fixed, diff: unifiedDiff(input.source.path, input.text, fixed.plan.text) };
  }
  if (fixed.edits === 0) return untouched;
  const refused = await options.save(input, fixed.plan.text);
  if (refused === undefined) return { ...fixed, diff: undefined };
  options.complain(`${input.source.path}: ${refused.reason}`);
  return { ...untouched, unwritten: refused.kind === "unwritable" };
}
