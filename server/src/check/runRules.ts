import { groundOf } from "../plan/likeness.js";
import { type Skeleton, skeletonOf } from "../plan/skeleton.js";
import type { Line, Paragraph, PlanDocument, PlanKind } from "../plan/model.js";
import { type Edit, overlaps, shift } from "../text/span.js";
import { phrase } from "./phrase.js";
import type {
  DocumentRule,
  EarlierYears,
  Finding,
  Fix,
  Locale,
  ParagraphRule,
  Phrase,
  Remark,
  Rule,
  RuleContext,
} from "./rule.js";
import { type Entry, findingMover, type KeptRun, sameEarlier } from "./keptRun.js";
import { editBetween, mayChange, type PlanEdit } from "./planEdit.js";
import { inReadingOrder } from "./readingOrder.js";
import { wholeShift } from "../text/change.js";
import { type CharacterSifter, characterSifter } from "./characterSifter.js";
import { type EffectiveSetting, effectiveSetting, type Settings } from "./settings.js";

/** What the paragraph rules say of one paragraph: each remark with the place of its rule among the active ones. */
interface Kept {
  /** The kind of plan it was made for: settings may differ by kind, and with them which rules are active. */
  readonly kind: PlanKind;
  readonly remarks: readonly (readonly [rule: number, remark: Remark])[];
}

/**
 * What was said before: of each paragraph, by its object; of each plan, by its lineage. One cache serves one list of
 * rules, settings and language.
 */
export interface RunCache {
  readonly paragraphs: WeakMap<Paragraph, Kept>;
  readonly runs: WeakMap<object, KeptRun>;
  /** What rules have made of single paragraphs, by the name they gave it. */
  readonly facts: Map<string, WeakMap<Paragraph, unknown>>;
  /** Which rules are active in a kind of plan, and which of them want which characters. */
  readonly kinds: Map<PlanKind, ForKind>;
}

interface ForKind {
  readonly chosen: readonly { readonly rule: Rule; readonly setting: EffectiveSetting }[];
  readonly sifter: CharacterSifter;
}

export function createRunCache(): RunCache {
  return { paragraphs: new WeakMap(), runs: new WeakMap(), facts: new Map(), kinds: new Map() };
}

export interface Run {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  readonly locale: Locale;
  readonly earlier?: EarlierYears | undefined;
  /** Given where a document is checked again and again. */
  readonly cache?: RunCache;
}

/** A run that knows what it may keep of single paragraphs: nothing before a second run shows that it will be asked for. */
interface Running extends Run {
  readonly keeps: RunCache | undefined;
}

interface Active<R extends Rule = Rule> {
  readonly rule: R;
  readonly setting: EffectiveSetting;
  readonly context: RuleContext;
}

/**
 * Every finding of the rules on a plan, in reading order. A rule that throws yields one finding that names it, at the
 * head of the text; a remark with a span outside the text is dropped, a fix with overlapping edits too. With a cache,
 * after an edit within a paragraph, only the rules that see what has changed are asked again.
 */
export function runRules(plan: PlanDocument, run: Run): Finding[] {
  const kept = run.cache?.runs.get(plan.lineage);
  const edit = kept && editBetween(kept, plan);
  const isOfKind = edit && (!edit.isStructural || plan.kind === kept.kind);
  const running = { ...run, keeps: kept && run.cache };
  const entries = isOfKind ? runAgain(plan, running, { kept, edit }) : runAll(plan, running);
  if (run.cache) keep(run.cache, { plan, run, entries, edit: isOfKind ? edit : undefined, kept });
  return entries.map(({ finding }) => finding);
}

interface Done {
  readonly plan: PlanDocument;
  readonly run: Run;
  readonly entries: readonly Entry[];
  readonly kept: KeptRun | undefined;
  /** How the plan was come to from the one that was kept; undefined where it was checked anew. */
  readonly edit: PlanEdit | undefined;
}

function keep(cache: RunCache, { plan, run, entries, kept, edit }: Done): void {
  const isSame = kept && edit && !edit.isStructural;
  const { kind, ground } = isSame ? kept : { kind: plan.kind, ground: groundOf(plan) };
  const skeleton = skeletonAfter(plan, kept, edit);
  cache.runs.set(plan.lineage, { plan, ground, skeleton, kind, earlier: run.earlier, entries });
}

/** Made when it is first asked for: most plans are checked but once. */
function skeletonAfter(
  plan: PlanDocument,
  kept: KeptRun | undefined,
  edit: PlanEdit | undefined,
): () => Skeleton {
  // A heading may date the targets below it, and tell whether they report.
  const isSame = kept && edit && !edit.isStructural && !edit.changed.has("headings");
  // Asked for here, so that what was checked before the edit is not kept alive.
  let made = isSame ? kept.skeleton() : edit?.skeleton;
  return () => (made ??= skeletonOf(plan));
}

function runAll(plan: PlanDocument, run: Running): Entry[] {
  const active = activeRules(plan.kind, run);
  const into = intoFor(plan, run);
  active.forEach((one, by) => {
    if (isOf(one, "document")) checkDocument(plan, { one, by }, into);
  });
  checkParagraphs(plan, active, into);
  return into.entries.sort(inOrder);
}

/** Findings that an edit leaves standing move with the text; the others are made anew. */
function runAgain(
  plan: PlanDocument,
  run: Running,
  { kept, edit }: { readonly kept: KeptRun; readonly edit: PlanEdit },
): Entry[] {
  const active = activeRules(kept.kind, run);
  const again = new Set<number>();
  active.forEach(({ rule }, by) => {
    if (rule.scope !== "document") return;
    if (mayChange(rule, edit) || !sameEarlier(rule, kept.earlier, run.earlier)) again.add(by);
  });
  const standing: Entry[] = [];
  const place = placer(active, edit);
  for (const { finding, by } of kept.entries) {
    if (again.has(by) || (active[by]?.rule.scope === "paragraph" && isOn(finding, edit))) continue;
    const moved = place(finding, by);
    if (moved) standing.push(moved === finding ? { finding, by } : { finding: moved, by });
    else again.add(by);
  }
  const into = intoFor(plan, run);
  for (const by of again) {
    const one = active[by];
    if (one && isOf(one, "document")) checkDocument(plan, { one, by }, into);
  }
  const asking = { active, kind: kept.kind, sifter: forKind(kept.kind, run).sifter };
  for (const line of edit.lines) addParagraph(line, asking, into);
  return merged(
    standing.filter(({ by }) => !again.has(by)),
    into.entries.sort(inOrder),
  );
}

/** Tells where a finding stands after an edit; undefined where one of its places lies in what changed. */
function placer(
  active: readonly Active[],
  { change, stretch }: PlanEdit,
): (finding: Finding, by: number) => Finding | undefined {
  const byCharacters = findingMover(change);
  const byLines = findingMover(wholeShift(change.after - change.before));
  return (finding, by) => {
    // What was said of one paragraph moves with its line, wherever in the next one the change begins.
    if (active[by]?.rule.scope !== "paragraph") return byCharacters(finding);
    return finding.span.start < stretch.start ? finding : byLines(finding);
  };
}

/** Two lists in reading order as one. */
function merged(a: readonly Entry[], b: readonly Entry[]): Entry[] {
  const all: Entry[] = [];
  let next = 0;
  for (const entry of a) {
    for (; next < b.length && inOrder(b[next] as Entry, entry) < 0; next++) all.push(b[next] as Entry);
    all.push(entry);
  }
  return all.concat(b.slice(next));
}

/** True for a finding in the lines that were edited. */
function isOn({ span }: Finding, { stretch }: PlanEdit): boolean {
  return span.start >= stretch.start && span.start < stretch.before;
}

function inOrder({ finding: a }: Entry, { finding: b }: Entry): number {
  return inReadingOrder(a, b);
}

function activeRules(kind: PlanKind, run: Running): Active<Rule>[] {
  const made = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
  const ofParagraph = factKeeper(run.keeps);
  const { roster, terms, sections } = run.settings;
  return forKind(kind, run).chosen.map(({ rule, setting }) => ({
    rule,
    setting,
    context: { options: setting.options, roster, terms, sections, earlier: run.earlier, once, ofParagraph },
  }));
}

function factKeeper(cache: RunCache | undefined): RuleContext["ofParagraph"] {
  if (!cache) return (_, paragraph, make) => make(paragraph);
  return <T>(key: string, paragraph: Paragraph, make: (paragraph: Paragraph) => T): T => {
    let facts = cache.facts.get(key) as WeakMap<Paragraph, { readonly fact: T }> | undefined;
    if (!facts) cache.facts.set(key, (facts = new WeakMap()));
    let kept = facts.get(paragraph);
    if (!kept) facts.set(paragraph, (kept = { fact: make(paragraph) }));
    return kept.fact;
  };
}

function forKind(kind: PlanKind, { rules, settings, cache }: Run): ForKind {
  const known = cache?.kinds.get(kind);
  if (known) return known;
  const chosen = rules.flatMap((rule) => {
    const setting = effectiveSetting(rule, settings, kind);
    return setting ? [{ rule, setting }] : [];
  });
  const sifter = characterSifter(chosen.map(({ rule }) => (rule.scope === "paragraph" ? rule.wants : "")));
  const made = { chosen, sifter };
  cache?.kinds.set(kind, made);
  return made;
}

/** Where findings go, and what is known about them all. */
interface Into {
  readonly entries: Entry[];
  readonly run: Running;
  readonly length: number;
  /** Edits that have been found sound: fixes of one rule may share them. */
  readonly sound: Set<readonly Edit[]>;
}

function isOf<S extends Rule["scope"]>(one: Active, scope: S): one is Active<Extract<Rule, { scope: S }>> {
  return one.rule.scope === scope;
}

function intoFor(plan: PlanDocument, run: Running): Into {
  return { entries: [], run, length: plan.text.length, sound: new Set() };
}

interface Placed<R extends Rule = Rule> {
  readonly one: Active<R>;
  readonly by: number;
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

function checkParagraphs(plan: PlanDocument, active: readonly Active[], into: Into): void {
  const { sifter } = forKind(plan.kind, into.run);
  for (const line of plan.lines) {
    if (line.paragraph.blank || line.role === "metadata") continue;
    addParagraph(line, { active, kind: plan.kind, sifter }, into);
  }
}

interface Asking {
  readonly active: readonly Active[];
  readonly kind: PlanKind;
  readonly sifter: CharacterSifter;
}

function addParagraph(line: Pick<Line, "paragraph" | "start">, asking: Asking, into: Into): void {
  const { active, kind, sifter } = asking;
  const cache = into.run.keeps?.paragraphs;
  let kept = cache?.get(line.paragraph);
  if (kept?.kind !== kind) {
    kept = { kind, remarks: paragraphRemarks(active, line.paragraph, sifter) };
    cache?.set(line.paragraph, kept);
  }
  for (const [by, remark] of kept.remarks) {
    const one = active[by];
    if (one) addFinding(into, { one, by }, moved(remark, line.start));
  }
}

const NOTHING: Kept["remarks"] = [];

function paragraphRemarks(
  active: readonly Active[],
  paragraph: Paragraph,
  sifter: CharacterSifter,
): Kept["remarks"] {
  let found: (readonly [number, Remark])[] | undefined;
  for (const rule of sifter(paragraph.text)) {
    const one = active[rule] as Active<ParagraphRule>;
    const before = found?.length ?? 0;
    try {
      for (const remark of one.rule.check(paragraph, one.context)) (found ??= []).push([rule, remark]);
    } catch (error) {
      found = [...(found ?? []).slice(0, before), [rule, failure(one.rule, error)]];
    }
  }
  return found ?? NOTHING;
}

/** One rule at fault must not take the others with it: it is reported by its name instead. */
function failure(rule: Rule, error: unknown): Remark {
  return {
    span: { start: 0, end: 0 },
    message: { key: failureKey, fill: { rule: rule.id, error: String(error) } },
  };
}

const failureKey = "\u0000failure";
const failureTexts: Readonly<Record<Locale, string>> = {
  "zh-CN": "规则 {rule} 自身出错，本次未检查此项（{error}）。其余规则照常。",
  en: "Rule {rule} failed and was left out this time ({error}). The other rules ran as usual.",
};

function addFinding(into: Into, { one, by }: Placed, remark: Remark): void {
  const { entries, run, length } = into;
  if (remark.span.start < 0 || remark.span.end > length || remark.span.start > remark.span.end) return;
  const text = (of: Phrase): string =>
    of.key === failureKey
      ? failureTexts[run.locale]
          .replace("{rule}", String(of.fill?.rule))
          .replace("{error}", String(of.fill?.error))
      : phrase(one.rule, run.locale, of);
  const finding = {
    ruleId: one.rule.id,
    severity: one.setting.severity,
    message: text(remark.message),
    span: remark.span,
    fixes: (remark.fixes ?? [])
      .filter((fix) => sound(fix, into))
      .map((fix) => ({
        title: text(fix.title),
        edits: fix.edits,
        safe: fix.safe && one.setting.fix !== "never",
      })),
    related: (remark.related ?? []).map((place) => ({ span: place.span, message: text(place.message) })),
  };
  entries.push({ finding, by });
}

function sound({ edits }: Fix, { length, sound: known }: Into): boolean {
  if (known.has(edits)) return true;
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  const isSound = ordered.every((edit, i) => {
    const next = ordered[i + 1];
    return edit.span.start >= 0 && edit.span.end <= length && !(next && overlaps(edit.span, next.span));
  });
  if (isSound) known.add(edits);
  return isSound;
}

function moved(remark: Remark, by: number): Remark {
  return {
    span: shift(remark.span, by),
    message: remark.message,
    fixes: (remark.fixes ?? []).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => movedEdit(edit, by)),
    })),
    related: (remark.related ?? []).map((place) => ({ ...place, span: shift(place.span, by) })),
  };
}

function movedEdit(edit: Edit, by: number): Edit {
  return { span: shift(edit.span, by), newText: edit.newText };
}
