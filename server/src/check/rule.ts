import type { Line, Paragraph, PlanDocument, PlanKind } from "../plan/model.js";
import type { Chapter } from "./chapter.js";
import type { Wanted } from "./characterSifter.js";
import type { Edit, Span } from "../text/span.js";

export type Severity = "error" | "warning" | "info" | "hint";
export type Locale = "zh-CN" | "en";

/** Values that fill `{name}` in a text of the catalogue. */
export type Fill = Readonly<Record<string, string | number>>;

/** A text of the rule's own catalogue, by key, in the reader's language when it is shown. */
export interface Phrase {
  readonly key: string;
  readonly fill?: Fill;
}

/** A mend that leaves everything outside its edits as it was. `safe`: applied by 全部修正 without being asked. */
export interface Fix {
  readonly title: Phrase;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** What a rule says about one place. The first fix is the one that is offered first; several where the right text is a choice. */
export interface Remark {
  readonly span: Span;
  readonly message: Phrase;
  readonly fixes?: readonly Fix[];
  /** Other places that belong to it: the number that this one clashes with. */
  readonly related?: readonly { readonly span: Span; readonly message: Phrase }[];
  /** It may well be meant: it is a hint, however severe the rule is otherwise. */
  readonly mayBeMeant?: true;
}

/** A remark with the name of its rule and its severity, its texts resolved. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly fixes: readonly ResolvedFix[];
  readonly related: readonly { readonly span: Span; readonly message: string }[];
}

export interface ResolvedFix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** One option of a rule, as JSON schema says it; `default` is what holds where nothing is set. */
export type OptionSchema =
  | { readonly type: "boolean"; readonly default: boolean; readonly description: Localized }
  | {
      readonly type: "number";
      readonly default: number;
      readonly minimum?: number;
      readonly description: Localized;
    }
  | {
      readonly type: "string";
      readonly default: string;
      readonly enum?: readonly string[];
      readonly description: Localized;
    }
  | { readonly type: "strings"; readonly default: readonly string[]; readonly description: Localized };

export type Localized = Readonly<Record<Locale, string>>;
export type OptionValue = boolean | number | string | readonly string[];
export type Options = Readonly<Record<string, OptionValue>>;

/** 科室名册: what the team's file says of one department. */
export interface RosterEntry {
  readonly full: string;
  readonly aliases?: readonly string[];
  readonly from?: number;
  readonly until?: number;
  readonly lead?: string;
}

export interface TermEntry {
  readonly avoid: string;
  readonly use: string;
  readonly reason?: string;
}

/** What a rule may know beside the plan. */
export interface RuleContext {
  readonly options: Options;
  readonly roster: readonly RosterEntry[];
  readonly terms: readonly TermEntry[];
  /** Sections required per kind, by heading; undefined where the team's file says nothing. */
  readonly sections: Readonly<Partial<Record<PlanKind, readonly string[]>>>;
  /** The draft beside its earlier years; undefined where there are none. Filled by `compare`. */
  readonly earlier: EarlierYears | undefined;
  /** A value that several rules need of one plan, made once a run. The key names it; it must depend on the plan alone. */
  once<T>(key: string, make: () => T): T;
  /** A value made of the team's lists alone, kept as long as they are. The key names it. */
  ofSettings<T>(key: string, make: () => T): T;
  /** The lines that hold what the rule `wants`, in order, blank ones left out; for a rule of the document alone. */
  wanted(): readonly Line[];
  /**
   * A value for each chapter (`plan.roots`), made of that, all that stands in it, and the lines down to the next chapter
   * alone: kept until one of these is edited, or means something else. It must hold nothing that has a place in the plan;
   * items by their distance from the chapter's. The key names it.
   */
  ofChapters<T extends object>(key: string, make: (chapter: Chapter) => T): readonly T[];
  /** A value made of one paragraph alone, kept as long as the paragraph is. The key names it. */
  ofParagraph<T>(key: string, paragraph: Paragraph, make: (paragraph: Paragraph) => T): T;
}

/** What the rules of earlier years need to know. Texts and numbers only, so that no rule reads another document. */
export interface EarlierYears {
  /** The departments that the counterpart of an item had last year, by the item's `index`. */
  readonly departments: ReadonlyMap<number, readonly string[]>;
  readonly remarks: ReadonlyMap<string, readonly Remark[]>;
}

interface RuleFacts {
  /** kebab-case, equal to the file's name. */
  readonly id: string;
  readonly subject: "responsibility" | "numbering" | "targets" | "structure" | "words" | "earlier";
  readonly severity: Severity;
  /** False where it cannot be made precise; the page says why. */
  readonly enabled?: false;
  readonly title: Localized;
  /** Why a reviewer minds. */
  readonly why: Localized;
  /** The clause of the standard, or 通行做法 where the standard is silent. */
  readonly clause: Localized;
  /** When one would switch it off. */
  readonly whenOff?: Localized;
  readonly options?: Readonly<Record<string, OptionSchema>>;
  /** Messages and fix titles by key, with `{name}` to be filled. */
  readonly texts: Readonly<Record<Locale, Readonly<Record<string, string>>>>;
  /**
   * The rules, by id, of which a finding makes one of this rule at the same place superfluous: one slip, one finding. A
   * rule that covers others is covered by none.
   */
  readonly coveredBy?: readonly string[];
  /** Run as tests and shown on the page. `bad` may mark the expected places with ⟦ ⟧. */
  readonly examples: readonly { readonly bad: string; readonly good: string }[];
}

/**
 * What a plan is apart from its words. `tree`: the items, their markers and who stands below whom, and every number that
 * a paragraph counts with. `lines`: which lines are text, and of what kind the others are, blank ones left out. `frame`:
 * kind, period, title, parts, and the words of all lines that are no text, or that stand before the first item. `owners`:
 * which items have responsibilities, and on which lines.
 */
export type Structure = "tree" | "lines" | "frame" | "owners";

/** Where an edit left a line: a rule that sees the tree may look at it, since no edit that it is asked about here changed that. */
export interface SeenPlace {
  readonly plan: PlanDocument;
  readonly line: number;
}

/** What a rule may need to tell what it takes from a heading. */
export type HeadingContext = Pick<RuleContext, "options" | "sections">;

/**
 * What a rule of the document takes from the words of a paragraph: the headings, the responsibilities, the sentences
 * with targets, and what `words` makes of the rest; and of the structure what `structure` names, all of it where that is
 * not said. Where an edit changes none of it, what the rule has said still holds. To say too little here is a bug, to say
 * too much only costs time.
 */
export interface Sees {
  /** Names that the paragraph gives: the rule sees where they are given, and which lines hold one of them. */
  readonly names?: (paragraph: Paragraph) => readonly string[];
  /** The rule speaks only of paragraphs that have this in common with another. */
  readonly shared?: (paragraph: Paragraph) => string | undefined;
  readonly structure?: readonly Structure[];
  /** Every heading, or what the rule takes from the heading of a paragraph. */
  readonly headings?: true | ((paragraph: Paragraph, context: HeadingContext) => string);
  readonly responsibilities?: true;
  readonly targets?: true;
  /** The place is known where the edit lies within one line. */
  readonly words?: (paragraph: Paragraph, place?: SeenPlace) => string;
}

/** A rule that needs the whole document. */
export interface DocumentRule extends RuleFacts {
  readonly scope: "document";
  /** Where it is not said the rule sees everything, and is asked again after every edit. */
  readonly sees?: Sees;
  /** What a line must hold to be one that `context.wanted` gives: all rules look for theirs in one pass. */
  readonly wants?: Wanted;
  check(plan: PlanDocument, context: RuleContext): Iterable<Remark>;
}

/**
 * A rule that needs one paragraph and nothing else: its remarks (spans from the paragraph's first character) are kept
 * with the paragraph until that is edited.
 */
export interface ParagraphRule extends RuleFacts {
  readonly scope: "paragraph";
  /** What a paragraph must hold for it to have anything to say: others are not shown to it. */
  readonly wants?: Wanted;
  check(paragraph: Paragraph, context: RuleContext): Iterable<Remark>;
}

export type Rule = DocumentRule | ParagraphRule;
