import type { Paragraph, PlanDocument, PlanKind } from "../plan/model.js";
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
import { type CharacterSifter, characterSifter } from "./characterSifter.js";
import { type EffectiveSetting, effectiveSetting, type Settings } from "./settings.js";

/** What the paragraph rules say of one paragraph: each remark with the place of its rule among the active ones. */
interface Kept {
  /** The kind of plan it was made for: settings may differ by kind, and with them which rules are active. */
  readonly kind: PlanKind;
  readonly remarks: readonly (readonly [rule: number, remark: Remark])[];
}

/** Remarks of paragraph rules, kept with the paragraph they were made for. One cache serves one list of rules and settings. */
export type RemarkCache = WeakMap<Paragraph, Kept>;

export interface Run {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  readonly locale: Locale;
  readonly earlier?: EarlierYears | undefined;
  /** Given where a document is checked again and again. */
  readonly cache?: RemarkCache;
}

interface Active<R extends Rule = Rule> {
  readonly rule: R;
  readonly setting: EffectiveSetting;
  readonly context: RuleContext;
}

/**
 * Every finding of the rules on a plan, in reading order. A rule that throws yields one finding that names it, at the
 * head of the text; a remark with a span outside the text is dropped, a fix with overlapping edits too.
 */
export function runRules(plan: PlanDocument, run: Run): Finding[] {
  const findings: Finding[] = [];
  const active = activeRules(plan, run);
  const into: Into = { findings, run, length: plan.text.length, sound: new Set() };
  for (const one of active) {
    if (isOf(one, "document")) checkDocument(plan, one, into);
  }
  checkParagraphs(plan, active, into);
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || compareIds(a, b));
}

function compareIds(a: Finding, b: Finding): number {
  return a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0;
}

function activeRules(plan: PlanDocument, run: Run): Active<Rule>[] {
  const made = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
  return run.rules.flatMap((rule) => {
    const setting = effectiveSetting(rule, run.settings, plan.kind);
    if (!setting) return [];
    const { roster, terms, sections } = run.settings;
    const context = { options: setting.options, roster, terms, sections, earlier: run.earlier, once };
    return [{ rule, setting, context }];
  });
}

/** Where findings go, and what is known about them all. */
interface Into {
  readonly findings: Finding[];
  readonly run: Run;
  readonly length: number;
  /** Edits that have been found sound: fixes of one rule may share them. */
  readonly sound: Set<readonly Edit[]>;
}

function isOf<S extends Rule["scope"]>(one: Active, scope: S): one is Active<Extract<Rule, { scope: S }>> {
  return one.rule.scope === scope;
}

function checkDocument(plan: PlanDocument, one: Active<DocumentRule>, into: Into): void {
  let remarks: readonly Remark[];
  try {
    remarks = [...one.rule.check(plan, one.context)];
  } catch (error) {
    remarks = [failure(one.rule, error)];
  }
  for (const remark of remarks) addFinding(into, one, remark);
}

function checkParagraphs(plan: PlanDocument, all: readonly Active[], into: Into): void {
  const active = all.filter((one) => isOf(one, "paragraph"));
  const { cache } = into.run;
  let sifter: CharacterSifter | undefined;
  for (const line of plan.lines) {
    if (line.paragraph.blank || line.role === "metadata") continue;
    let kept = cache?.get(line.paragraph);
    if (kept?.kind !== plan.kind) {
      sifter ??= characterSifter(active.map((one) => one.rule.wants));
      kept = { kind: plan.kind, remarks: paragraphRemarks(active, line.paragraph, sifter) };
      cache?.set(line.paragraph, kept);
    }
    for (const [rule, remark] of kept.remarks) {
      const one = active[rule];
      if (one) addFinding(into, one, moved(remark, line.start));
    }
  }
}

const NOTHING: Kept["remarks"] = [];

function paragraphRemarks(
  active: readonly Active<ParagraphRule>[],
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

function addFinding(into: Into, one: Active, remark: Remark): void {
  const { findings, run, length } = into;
  if (remark.span.start < 0 || remark.span.end > length || remark.span.start > remark.span.end) return;
  const text = (of: Phrase): string =>
    of.key === failureKey
      ? failureTexts[run.locale]
          .replace("{rule}", String(of.fill?.rule))
          .replace("{error}", String(of.fill?.error))
      : phrase(one.rule, run.locale, of);
  findings.push({
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
  });
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
