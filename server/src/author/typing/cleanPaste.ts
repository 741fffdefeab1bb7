import { applyEdits, type Edit, type Span } from "../../text/span.js";

/** One repair of a cleaner: what stands under `span` becomes `after`. Those that are `unsure` are only shown. */
export interface PasteRepair {
  readonly kind: string;
  readonly certainty: string;
  readonly span: Span;
  readonly after: string;
}

/** Anything that repairs a pasted text and says how; `cleanText` of the reader is one. Spans count from the text's start. */
export type Cleaner = (text: string) => { readonly repairs: readonly PasteRepair[] };

/** What cleaning a pasted text would do. Making the edits on the text as pasted gives `text`. */
export interface PastePreview {
  readonly text: string;
  readonly edits: readonly Edit[];
  /** How many repairs of each kind, the commonest first. */
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
  /** Repairs that are offered but not made. */
  readonly unsure: readonly PasteRepair[];
}

/**
 * What would change in a pasted text; undefined where nothing would, so that nobody is asked for nothing. The breaks it
 * opens with stay: without them its first line would run into the one it was pasted behind.
 */
export function cleanPaste(text: string, clean: Cleaner): PastePreview | undefined {
  const repairs = clean(text).repairs.filter(({ kind, span }) => kind !== "blank-lines" || span.start > 0);
  const sure = repairs.filter((repair) => repair.certainty !== "unsure");
  const unsure = repairs.filter((repair) => repair.certainty === "unsure");
  if (sure.length === 0) return undefined;
  const edits = sure.map(({ span, after }) => ({ span, newText: after }));
  const counts = new Map<string, number>();
  for (const { kind } of sure) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    text: applyEdits(text, edits),
    edits,
    counts: [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
    unsure,
  };
}
