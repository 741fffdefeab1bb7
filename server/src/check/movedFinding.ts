import { type Edit, shift, type Span } from "../text/span.js";
import type { Finding, ResolvedFix } from "./rule.js";

/** A finding with the place of its rule among the active ones. */
export interface Entry {
  readonly finding: Finding;
  readonly by: number;
  /** From the first to the last of all its places, fixes and all, once an edit has asked for it. */
  readonly reach?: Span | undefined;
}

/** Where a finding stood before edits moved it as a whole, and its reach there. */
interface Stand {
  readonly places: Places;
  readonly reach: Span | undefined;
}

type Places = Pick<Finding, "span" | "fixes" | "related">;

/**
 * A finding that an edit before it has moved as a whole. A long draft has thousands, moved by every edit, and most are
 * never looked at between two: one object each, and its places are made when somebody looks. Hence a class.
 */
class MovedFinding implements Finding, Entry {
  /** As it was made first. */
  readonly origin: Finding;
  readonly by: number;
  readonly stand: Stand;
  /** How much further on it stands now. */
  readonly further: number;
  private readonly shift: EditShift;
  private madeSpan: Span | undefined = undefined;
  private madeFixes: readonly ResolvedFix[] | undefined = undefined;
  private madeRelated: Finding["related"] | undefined = undefined;

  constructor(
    { origin, by, stand }: Pick<MovedFinding, "origin" | "by" | "stand">,
    further: number,
    shift: EditShift,
  ) {
    this.origin = origin;
    this.by = by;
    this.stand = stand;
    this.further = further;
    this.shift = shift;
  }

  get finding(): Finding {
    return this;
  }

  get reach(): Span | undefined {
    return this.stand.reach && shift(this.stand.reach, this.further);
  }

  get ruleId(): string {
    return this.origin.ruleId;
  }

  get severity(): Finding["severity"] {
    return this.origin.severity;
  }

  get message(): string {
    return this.origin.message;
  }

  get span(): Span {
    return (this.madeSpan ??= shift(this.stand.places.span, this.further));
  }

  get fixes(): readonly ResolvedFix[] {
    const { fixes } = this.stand.places;
    if (this.further === 0 || fixes.length === 0) return fixes;
    return (this.madeFixes ??= fixes.map(({ title, edits, safe }) => ({
      title,
      edits: this.shift(edits, this.further),
      safe,
    })));
  }

  get related(): Finding["related"] {
    const { related } = this.stand.places;
    if (this.further === 0 || related.length === 0) return related;
    return (this.madeRelated ??= related.map(({ span, message }) => ({
      span: shift(span, this.further),
      message,
    })));
  }
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

/** The entry with all its places so much further on. */
export function movedEntry(entry: Entry, by: number, edits: EditShift): Entry {
  if (entry instanceof MovedFinding) return new MovedFinding(entry, entry.further + by, edits);
  const stand = { places: entry.finding, reach: entry.reach };
  return new MovedFinding({ origin: originOf(entry.finding), by: entry.by, stand }, by, edits);
}

/** The entry with other places. */
export function entryAt({ finding, by }: Entry, places: Places, reach: Span): Entry {
  return new MovedFinding({ origin: originOf(finding), by, stand: { places, reach } }, 0, (edits) => edits);
}

/** The finding as it was made, wherever edits have moved it since: the same object for as long as it stands. */
export function originOf(finding: Finding): Finding {
  return finding instanceof MovedFinding ? finding.origin : finding;
}

export function hasReach(entry: Entry): boolean {
  return (entry instanceof MovedFinding ? entry.stand.reach : entry.reach) !== undefined;
}

/** On which side of a stretch an entry stands with its whole reach; undefined where on neither. */
export function sideOf(entry: Entry, start: number, end: number): "before" | "behind" | undefined {
  const reach = entry instanceof MovedFinding ? entry.stand.reach : entry.reach;
  const by = entry instanceof MovedFinding ? entry.further : 0;
  if (!reach) return undefined;
  if (reach.end + by < start) return "before";
  return reach.start + by > end ? "behind" : undefined;
}

/** The places of a finding before edits moved it as a whole, and by how much they did: none has to be made for that. */
export function standingOf(finding: Finding): Places & { readonly by: number } {
  const { places, by } =
    finding instanceof MovedFinding
      ? { places: finding.stand.places, by: finding.further }
      : { places: finding, by: 0 };
  return { span: places.span, fixes: places.fixes, related: places.related, by };
}

/** Where a finding begins, told without making its place. */
export function startOf(finding: Finding): number {
  return finding instanceof MovedFinding
    ? finding.stand.places.span.start + finding.further
    : finding.span.start;
}
