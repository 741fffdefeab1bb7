/**
 * 忽略与基线: findings that the team has looked at and lets stand. They are kept beside the drafts in `.hegao/`, never
 * in a draft, and are anchored to words rather than to lines, so that they survive edits and renumbering.
 */
export interface SilenceEntry {
  readonly rule: string;
  /** The draft, relative to the folder that holds `.hegao`, with `/`. */
  readonly file: string;
  /** The heading of the item, without its number; "" before the first item. Absent: the whole file is meant. */
  readonly heading?: string;
  /** The words found fault with; "" where it is the number of the item itself. */
  readonly quote?: string;
  /** Why it may stand. */
  readonly reason?: string;
}

/** What `.hegao/ignores.json` and `.hegao/baseline.json` hold. */
export interface SilenceFile {
  readonly entries: readonly SilenceEntry[];
  /** True where the text could not be read in full: such a file must not be overwritten. */
  readonly damaged: boolean;
}
