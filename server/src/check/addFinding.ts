import type { PlanDocument } from "../plan/model.js";
import { type Edit, overlaps, shift } from "../text/span.js";
import { withOne } from "../text/withOne.js";
import type { Active } from "./activeRules.js";
import type { Entry } from "./movedFinding.js";
import { phrase, type Templates } from "./phrase.js";
import type { Run } from "./runCache.js";
import type { Finding, Fix, Locale, Phrase, Remark, Rule } from "./rule.js";

/** Where findings go, and what is known about them all. */
export interface Into {
  readonly entries: Entry[];
  readonly locale: Locale;
  readonly templates: Templates;
  readonly length: number;
  /** Edits that have been found sound: fixes of one rule may share them. */
  readonly sound: Set<readonly Edit[]>;
}

export function intoFor(plan: PlanDocument, { locale, cache }: Run): Into {
  const templates: Templates = cache?.templates ?? new Map();
  return { entries: [], locale, templates, length: plan.text.length, sound: new Set() };
}

/** A rule with its place among the active ones. */
export interface Placed<R extends Rule = Rule> {
  readonly one: Active<R>;
  readonly by: number;
}

/** What a rule remarks made a finding: its texts resolved, fixes that are not sound left out. */
export function addFinding(into: Into, { one, by }: Placed, remark: Remark): void {
  const { entries, length } = into;
  const { span } = remark;
  if (span.start < 0 || span.end > length || span.start > span.end) return;
  const { rule, setting } = one;
  const finding: Finding = {
    ruleId: rule.id,
    severity: remark.mayBeMeant ? "hint" : setting.severity,
    message: textOf(rule, remark.message, into),
    span,
    fixes: remark.fixes?.length ? resolvedFixes(into, one, remark.fixes) : NONE,
    related: remark.related?.length ? relatedPlaces(into, rule, remark.related) : NONE,
  };
  entries.push({ finding, by });
}

const NONE: readonly never[] = [];

function resolvedFixes(into: Into, { rule, setting }: Active, fixes: readonly Fix[]): Finding["fixes"] {
  let resolved: Finding["fixes"][number][] | undefined;
  for (const fix of fixes) {
    if (!isSound(fix.edits, into)) continue;
    const title = textOf(rule, fix.title, into);
    const safe = fix.safe && setting.fix !== "never";
    resolved = withOne(resolved, { title, edits: fix.edits, safe });
  }
  return resolved ?? NONE;
}

function relatedPlaces(into: Into, rule: Rule, related: NonNullable<Remark["related"]>): Finding["related"] {
  return related.map(({ span, message }) => ({ span, message: textOf(rule, message, into) }));
}

function isSound(edits: readonly Edit[], { length, sound }: Into): boolean {
  if (edits.length < 2) return edits.every((edit) => isWithin(edit, length));
  if (sound.has(edits)) return true;
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  const found = ordered.every((edit, i) => {
    const next = ordered[i + 1];
    return isWithin(edit, length) && !(next && overlaps(edit.span, next.span));
  });
  if (found) sound.add(edits);
  return found;
}

function isWithin({ span }: Edit, length: number): boolean {
  return span.start >= 0 && span.end <= length;
}

/** A remark on a paragraph where that begins at an offset. */
export function moved(remark: Remark, by: number): Remark {
  return {
    span: shift(remark.span, by),
    message: remark.message,
    fixes: (remark.fixes ?? NONE).map((fix) => ({
      title: fix.title,
      edits: fix.edits.map((edit) => ({ span: shift(edit.span, by), newText: edit.newText })),
      safe: fix.safe,
    })),
    related: (remark.related ?? NONE).map((place) => ({
      span: shift(place.span, by),
      message: place.message,
    })),
  };
}

/** One rule at fault must not take the others with it: it is reported by its name instead. */
export function failure(rule: Rule, error: unknown): Remark {
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

function textOf(rule: Rule, of: Phrase, into: Into): string {
  if (of.key !== failureKey) return phrase(rule, of, into);
  return failureTexts[into.locale]
    .replace("{rule}", String(of.fill?.rule))
    .replace("{error}", String(of.fill?.error));
}
