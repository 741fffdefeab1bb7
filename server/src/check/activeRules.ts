import type { LineChange } from "../plan/changedLines.js";
import { lineIn } from "../plan/fewLines.js";
import type { Line, Paragraph, PlanDocument, PlanKind } from "../plan/model.js";
import { chapterKeeper, type KnownChapters } from "./chapters.js";
import { characterSifter } from "./characterSifter.js";
import type { Rule, RuleContext } from "./rule.js";
import type { ForKind, Run, RunCache } from "./runCache.js";
import { type EffectiveSetting, effectiveSetting } from "./settings.js";
import type { Wanting } from "./wanting.js";

/** A rule that is to be asked about a plan. */
export interface Active<R extends Rule = Rule> {
  readonly rule: R;
  readonly setting: EffectiveSetting;
  readonly context: RuleContext;
}

/** A run that knows what it may keep of single paragraphs: nothing before a second run shows that it will be asked for. */
export interface Running extends Run {
  readonly keeps: RunCache | undefined;
  /** Which rules wanted the lines before an edit, as far as somebody has asked. */
  readonly before?: WantedBefore;
  /** The chapters after an edit, and what is known of those that it has left as they were. */
  readonly chapters?: KnownChapters;
}

interface WantedBefore {
  readonly wanting: readonly Wanting[] | undefined;
  readonly at: LineChange;
}

export function isOf<S extends Rule["scope"]>(
  one: Active,
  scope: S,
): one is Active<Extract<Rule, { scope: S }>> {
  return one.rule.scope === scope;
}

/** The rules that are on for a plan, and what they look at in it. */
export interface Asked {
  readonly active: readonly Active[];
  /** Which rules want a paragraph. */
  readonly wanting: (paragraph: Paragraph) => Wanting;
  /** The same for every line of the plan; found when it is first asked for. */
  readonly wantingLines: () => readonly Wanting[];
  /** What was found of it. */
  readonly wantingKnown: () => readonly Wanting[] | undefined;
}

export function activeRules(plan: PlanDocument, kind: PlanKind, run: Running): Asked {
  const once = maker(new Map());
  const ofSettings = maker(run.cache?.ofSettings ?? new Map());
  const ofParagraph = factKeeper(run.keeps);
  const ofChapters = chapterKeeper(plan, run.chapters);
  const { settings, earlier } = run;
  const { roster, terms, sections } = settings;
  const { chosen, sift, known: ofParagraphs } = forKind(kind, run);
  const wanting = run.keeps ? keptWanting(sift, ofParagraphs) : ({ text }: Paragraph) => sift(text);
  let known = run.before && wantingAfter(run.before, plan.paragraphs, wanting);
  const wantingLines = (): readonly Wanting[] => (known ??= plan.paragraphs.map(wanting));
  const active = chosen.map(({ rule, setting }, by): Active => {
    const wanted = (): readonly Line[] => wantedLines(plan, wantingLines(), by);
    const { options } = setting;
    // Written out: spread, it would take ten times as long, for every rule at every key.
    const context = {
      options,
      roster,
      terms,
      sections,
      earlier,
      once,
      ofSettings,
      ofChapters,
      ofParagraph,
      wanted,
    };
    return { rule, setting, context };
  });
  return { active, wanting, wantingLines, wantingKnown: () => known };
}

/** Makes what is asked for by a name, and gives the same to whoever asks next. */
function maker(made: Map<string, unknown>): RuleContext["once"] {
  return <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
}

function wantingAfter(
  { wanting: before, at }: WantedBefore,
  paragraphs: readonly Paragraph[],
  wanting: Asked["wanting"],
): readonly Wanting[] | undefined {
  const edited = paragraphs.slice(at.first, at.after).map(wanting);
  return before?.slice(0, at.first).concat(edited, before.slice(at.before));
}

function keptWanting(sift: ForKind["sift"], known: ForKind["known"]): Asked["wanting"] {
  return (paragraph) => {
    let found = known.get(paragraph);
    if (!found) known.set(paragraph, (found = sift(paragraph.text)));
    return found;
  };
}

/** The lines that hold what a rule of the document wants. */
function wantedLines(plan: PlanDocument, wanting: readonly Wanting[], by: number): Line[] {
  const lines: Line[] = [];
  for (let i = 0; i < wanting.length; i++) {
    if (!(wanting[i] as Wanting).document.includes(by) || plan.paragraphs[i]?.blank) continue;
    const line = lineIn(plan, i);
    if (line) lines.push(line);
  }
  return lines;
}

function forKind(kind: PlanKind, { rules, settings, cache }: Run): ForKind {
  const found = cache?.kinds.get(kind);
  if (found) return found;
  const chosen = rules.flatMap((rule) => {
    const setting = effectiveSetting(rule, settings, kind);
    return setting ? [{ rule, setting }] : [];
  });
  const ofScope = (all: readonly number[], scope: Rule["scope"]): number[] =>
    all.filter((by) => chosen[by]?.rule.scope === scope);
  const sift = characterSifter(
    // A rule of the document looks for itself where it does not say what it wants.
    chosen.map(({ rule }) => rule.wants ?? (rule.scope === "document" ? "" : undefined)),
    (all): Wanting => ({ paragraph: ofScope(all, "paragraph"), document: ofScope(all, "document") }),
  );
  const made = { chosen, sift, known: new WeakMap<Paragraph, Wanting>() };
  cache?.kinds.set(kind, made);
  return made;
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
