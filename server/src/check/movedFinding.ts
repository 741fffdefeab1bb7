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
  private readonly shift: EditShift;
  private madeSpan: Span | undefined = undefined;
  private madeFixes: readonly ResolvedFix[] | undefined = undefined;
  private madeRelated: Finding["related"] | undefined = undefined;

  constructor(origin: Finding, places: Placed) {
    this.ruleId = origin.ruleId;
    this.severity = origin.severity;
    this.message = origin.message;
    this.origin = origin;
    this.base = places.base;
    this.by = places.by;
    this.shift = places.shift;
  }

  get span(): Span {
    return (this.madeSpan ??= shift(this.base.span, this.by));
  }

  get fixes(): readonly ResolvedFix[] {
    if (this.by === 0) return this.base.fixes;
    return (this.madeFixes ??= this.base.fixes.map(({ title, edits, safe }) => ({
      title,
      edits: this.shift(edits, this.by),
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

interface Placed {
  readonly base: MovedFinding["base"];
  readonly by: number;
  readonly shift: EditShift;
}

/** Edits so much further on. */
export type EditShift = (edits: readonly Edit[], by: number) => readonly Edit[];

/** Many findings share the edits of one fix (全文重新编号 lists every number): they share them after a move as well. */
export function sharedShift(): EditShift {
  const known = new Map<readonly Edit[], Map<number, readonly Edit[]>>();
  return (edits, by) => {
    const moved = known.get(edits) ?? new Map<number, readonly Edit[]>();
    known.set(edits, moved);
    const found = moved.get(by) ?? edits.map(({ span, newText }) => ({ span: shift(span, by), newText }));
    moved.set(by, found);
    return found;
  };
}

/** The finding with all its places so much further on. */
export function movedFinding(finding: Finding, by: number, edits: EditShift): Finding {
  const at = finding instanceof MovedFinding ? finding : { origin: finding, base: finding, by: 0 };
  return new MovedFinding(at.origin, { base: at.base, by: at.by + by, shift: edits });
}

/** The finding with other places. */
export function findingAt(finding: Finding, base: MovedFinding["base"]): Finding {
  return new MovedFinding(originOf(finding), { base, by: 0, shift: (edits) => edits });
}

/** The finding as it was made, wherever edits have moved it since: the same object for as long as it stands. */
export function originOf(finding: Finding): Finding {
  return finding instanceof MovedFinding ? finding.origin : finding;
}
