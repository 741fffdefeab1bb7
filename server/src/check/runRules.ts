import { assembledOf } from "../plan/parsedPlan.js";
import { type Skeleton, skeletonOf } from "../plan/skeleton.js";
import type { Line, Paragraph, PlanDocument, PlanKind } from "../plan/model.js";
import { type Active, activeRules, type Asked, isOf, type Running } from "./activeRules.js";
import { chaptersAfter } from "./chapters.js";
import { addFinding, failure, type Into, intoFor, moved, type Placed } from "./addFinding.js";
import { uncovered } from "./covered.js";
import type { DocumentRule, Finding, ParagraphRule, Remark } from "./rule.js";
import { entryMover, entryShift, type KeptRun, sameEarlier } from "./keptRun.js";
import { type Entry, startOf } from "./movedFinding.js";
import { editBetween, mayChange, type PlanEdit } from "./planEdit.js";
import { inReadingOrder } from "./readingOrder.js";
import type { Kept, Run, RunCache } from "./runCache.js";
import { seesInTally } from "./tallies.js";
import type { Wanting } from "./wanting.js";
import { countPassing } from "../text/bisect.js";
import { withOne } from "../text/withOne.js";

/**
 * Every finding of the rules on a plan, in reading order. A rule that throws yields one finding that names it, at the
 * head of the text; a remark with a span outside the text is dropped, a fix with overlapping edits too. With a cache,
 * after an edit within a paragraph, only the rules that see what has changed are asked again.
 */
export function runRules(plan: PlanDocument, run: Run): Finding[] {
  const steps = runRulesInSteps(plan, run);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same, in many short steps where everything has to be asked: it may be left between two of them for good. */
export function* runRulesInSteps(plan: PlanDocument, run: Run): Generator<undefined, Finding[]> {
  const kept = run.cache?.runs?.get(plan.lineage);
  if (kept?.plan === plan && kept.earlier === run.earlier) return uncovered(kept.entries, run.rules);
  const edit = kept && editBetween(kept, plan);
  const isOfKind = edit && (!edit.isStructural || plan.kind === kept.kind);
  const running = { ...run, keeps: kept && run.cache };
  // What an edit leaves standing is written over on the way, so that a run after an edit is not left halfway.
  const said = isOfKind ? runAgain(plan, running, { kept, edit }) : yield* runAll(plan, running);
  if (run.cache?.runs) keep(run.cache.runs, { plan, run, said, edit: isOfKind ? edit : undefined, kept });
  return uncovered(said.entries, run.rules);
}

/** What a run has found. */
type Said = Pick<KeptRun, "entries" | "wanting">;

interface Done {
  readonly plan: PlanDocument;
  readonly run: Run;
  readonly said: Said;
  readonly kept: KeptRun | undefined;
  /** How the plan was come to from the one that was kept; undefined where it was checked anew. */
  readonly edit: PlanEdit | undefined;
}

function keep(runs: NonNullable<RunCache["runs"]>, { plan, run, said, kept, edit }: Done): void {
  const isSame = kept && edit && !edit.isStructural;
  const { kind, ground } = isSame ? kept : { kind: plan.kind, ground: assembledOf(plan).ground };
  const skeleton = skeletonAfter(plan, kept, edit);
  const { tallies, chapters } = kept && edit ? kept : { tallies: new Map(), chapters: new Map() };
  const carried = { tallies, chapters, ...said };
  runs.set(plan.lineage, { plan, ground, skeleton, kind, earlier: run.earlier, ...carried });
}

/** Made when it is first asked for: most plans are checked but once. */
function skeletonAfter(
  plan: PlanDocument,
  kept: KeptRun | undefined,
  edit: PlanEdit | undefined,
): () => Skeleton {
  // A heading may date the targets below it, and tell whether they report.
  const isDated = edit?.changed.has("headings") && edit.changed.has("targets");
  const isSame = kept && edit && !edit.isStructural && !isDated;
  // Asked for here, so that what was checked before the edit is not kept alive.
  let made = isSame ? kept.skeleton() : edit?.skeleton;
  return () => (made ??= skeletonOf(plan));
}

function* runAll(plan: PlanDocument, run: Running): Generator<undefined, Said> {
  const asking = { ...activeRules(plan, plan.kind, run), kind: plan.kind, cache: run.keeps?.paragraphs };
  const into = intoFor(plan, run);
  for (const [by, one] of asking.active.entries()) {
    if (!isOf(one, "document")) continue;
    checkDocument(plan, { one, by }, into);
    yield;
  }
  yield* checkParagraphs(plan, asking, into);
  return { entries: into.entries.sort(inOrder), wanting: asking.wantingKnown() };
}

/** Findings that an edit leaves standing move with the text; the others are made anew. */
function runAgain(
  plan: PlanDocument,
  run: Running,
  { kept, edit }: { readonly kept: KeptRun; readonly edit: PlanEdit },
): Said {
  const before = { wanting: kept.wanting, at: edit.at };
  const asking = {
    ...activeRules(plan, kept.kind, { ...run, before, chapters: chaptersAfter(kept, edit) }),
    kind: kept.kind,
    cache: run.keeps?.paragraphs,
  };
  const { active, wantingKnown } = asking;
  const again = new Set<number>();
  active.forEach(({ rule, context }, by) => {
    if (rule.scope !== "document") return;
    const isSeen = seesInTally(kept.tallies, rule, { paragraphs: kept.plan.paragraphs, edit });
    if (isSeen || mayChange(rule, context, edit) || !sameEarlier(rule, kept.earlier, run.earlier))
      again.add(by);
  });
  const asked = again.size;
  const isAsked = new Uint8Array(active.length);
  for (const by of again) isAsked[by] = 1;
  const standing: Entry[] = [];
  const place = placer(active, edit);
  for (const entry of kept.entries) {
    if (isAsked[entry.by] === 1) continue;
    const moved = place(entry);
    if (moved === "gone") continue;
    if (moved) standing.push(moved);
    else again.add(entry.by);
  }
  const into = intoFor(plan, run);
  for (const by of again) {
    const one = active[by];
    if (one && isOf(one, "document")) checkDocument(plan, { one, by }, into);
  }
  for (const line of edit.lines)
    addParagraph({ line, wanting: asking.wanting(line.paragraph) }, asking, into);
  const stays = again.size === asked ? standing : standing.filter(({ by }) => !again.has(by));
  return { entries: merged(stays, into.entries.sort(inOrder)), wanting: wantingKnown() };
}

/**
 * Tells where a finding stands after an edit: "gone" where the lines that it was said of are read anew, undefined where one
 * of its places lies in what changed.
 */
function placer(
  active: readonly Active[],
  { change, stretch }: PlanEdit,
): (entry: Entry) => Entry | "gone" | undefined {
  const byCharacters = entryMover(change);
  const byLines = entryShift(change.after - change.before);
  const isOfParagraph = active.map(({ rule }) => rule.scope === "paragraph");
  return (entry) => {
    if (!isOfParagraph[entry.by]) return byCharacters(entry);
    // What was said of one paragraph moves with its line, wherever in the next one the change begins.
    const start = startOf(entry.finding);
    if (start < stretch.start) return entry;
    return start < stretch.before ? "gone" : byLines(entry);
  };
}

/** Two lists in reading order as one: few have come, and each looks for its place. */
function merged(a: readonly Entry[], b: readonly Entry[]): readonly Entry[] {
  if (b.length === 0) return a;
  const all: Entry[] = [];
  let from = 0;
  for (const entry of b) {
    const start = from;
    const to = start + countPassing(a.length - start, (i) => inOrder(entry, a[start + i] as Entry) >= 0);
    while (from < to) all.push(a[from++] as Entry);
    all.push(entry);
  }
  while (from < a.length) all.push(a[from++] as Entry);
  return all;
}

function inOrder({ finding: a }: Entry, { finding: b }: Entry): number {
  return startOf(a) - startOf(b) || inReadingOrder(a, b);
}

function checkDocument(plan: PlanDocument, placed: Placed<DocumentRule>, into: Into): void {
  const { rule, context } = placed.one;
  let remarks: readonly Remark[];
  try {
    remarks = [...rule.check(plan, context)];
  } catch (error) {
    remarks = [failure(rule, error)];
  }
  for (const remark of remarks) addFinding(into, placed, remark);
}

/** What paragraphs are checked with. */
interface Asking extends Asked {
  readonly kind: PlanKind;
  readonly cache: RunCache["paragraphs"] | undefined;
}

const LINES_A_STEP = 200;

function* checkParagraphs(plan: PlanDocument, asking: Asking, into: Into): Generator<undefined, void> {
  if (!asking.active.some(({ rule }) => rule.scope === "paragraph")) return;
  const { lines } = plan;
  const wanting = asking.wantingLines();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (i % LINES_A_STEP === LINES_A_STEP - 1) yield;
    if (line.paragraph.blank || line.role === "metadata") continue;
    addParagraph({ line, wanting: wanting[i] as Wanting }, asking, into);
  }
}

interface Wanted {
  readonly line: Pick<Line, "paragraph" | "start">;
  readonly wanting: Wanting;
}

function addParagraph({ line, wanting }: Wanted, asking: Asking, into: Into): void {
  const { active, kind, cache } = asking;
  let kept = cache?.get(line.paragraph);
  if (kept?.kind !== kind) {
    kept = { kind, remarks: paragraphRemarks(active, line.paragraph, wanting) };
    cache?.set(line.paragraph, kept);
  }
  for (const [by, remark] of kept.remarks) {
    const one = active[by];
    if (one) addFinding(into, { one, by }, moved(remark, line.start));
  }
}

const NOTHING: Kept["remarks"] = [];
/** What a rule has more to say of one paragraph than this helps nobody: it is no text. */
const MOST_REMARKS = 1000;

function paragraphRemarks(
  active: readonly Active[],
  paragraph: Paragraph,
  wanting: Wanting,
): Kept["remarks"] {
  let found: (readonly [number, Remark])[] | undefined;
  for (const rule of wanting.paragraph) {
    const one = active[rule] as Active<ParagraphRule>;
    const before = found?.length ?? 0;
    try {
      const remarks = one.rule.check(paragraph, one.context);
      // Asked many times and mostly answered with nothing: a list is looked at without an iterator.
      if (Array.isArray(remarks) && remarks.length === 0) continue;
      for (const remark of remarks) {
        found = withOne(found, [rule, remark] as const);
        if (found.length - before === MOST_REMARKS) break;
      }
    } catch (error) {
      found = [...(found ?? []).slice(0, before), [rule, failure(one.rule, error)]];
    }
  }
  return found ?? NOTHING;
}
