import { type Edit, shift, type Span } from "../text/span.js";
import type { Finding, ResolvedFix } from "./rule.js";

/**
 * A finding that an edit before it has moved as a whole. A long draft has thousands and most are never looked at between
 * two edits, so its places are made when somebody looks: hence a class.
 */
class MovedFinding implements Finding {
  readonly ruleId: string;
  readonly severity: Finding["severity"];
  readonly message: string;
  /** As it was made first. */
  readonly origin: Finding;
  /** What it has its places from, and how much further on they are. */
  readonly base: Pick<Finding, "span" | "fixes" | "related">;
  readonly by: number;
  private madeSpan: Span | undefined = undefined;
  private madeFixes: readonly ResolvedFix[] | undefined = undefined;
  private madeRelated: Finding["related"] | undefined = undefined;

  constructor(origin: Finding, base: MovedFinding["base"], by: number) {
    this.ruleId = origin.ruleId;
    this.severity = origin.severity;
    this.message = origin.message;
    this.origin = origin;
    this.base = base;
    this.by = by;
  }

  get span(): Span {
    return (this.madeSpan ??= shift(this.base.span, this.by));
  }

  get fixes(): readonly ResolvedFix[] {
    return (this.madeFixes ??= this.base.fixes.map(({ title, edits, safe }) => ({
      title,
      edits: edits.map((edit) => movedEdit(edit, this.by)),
      safe,
    })));
  }

  get related(): Finding["related"] {
    return (this.madeRelated ??= this.base.related.map(({ span, message }) => ({
      span: shift(span, this.by),
      message,
    })));
  }
}

function movedEdit({ span, newText }: Edit, by: number): Edit {
  return { span: shift(span, by), newText };
}

/** The finding with all its places so much further on. */
export function movedFinding(finding: Finding, by: number): Finding {
  if (!(finding instanceof MovedFinding)) return new MovedFinding(finding, finding, by);
  return new MovedFinding(finding.origin, finding.base, finding.by + by);
}

/** The finding with other places. */
export function findingAt(finding: Finding, places: Pick<Finding, "span" | "fixes" | "related">): Finding {
  return new MovedFinding(originOf(finding), places, 0);
}

/** The finding as it was made, wherever edits have moved it since: the same object for as long as it stands. */
export function originOf(finding: Finding): Finding {
  return finding instanceof MovedFinding ? finding.origin : finding;
}
