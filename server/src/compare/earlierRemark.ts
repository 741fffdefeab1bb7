import type { Edit, Span } from "../text/span.js";

/** A text of a rule's own catalogue with what fills it: the shape of `Phrase` in `check/rule.ts`. */
export interface EarlierPhrase {
  readonly key: string;
  readonly fill: Readonly<Record<string, string | number>>;
}

/** The shape of `Remark` in `check/rule.ts`. Spans are the draft's. */
export interface EarlierRemark {
  readonly span: Span;
  readonly message: EarlierPhrase;
  readonly fixes?: readonly {
    readonly title: EarlierPhrase;
    readonly edits: readonly Edit[];
    readonly safe: boolean;
  }[];
}
