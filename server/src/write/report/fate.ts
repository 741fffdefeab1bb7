import type { Match } from "../../compare/comparePlans.js";

/** What became of one item: a relation of a pair, or alone on one side. */
export type Fate = Match["relation"] | "added" | "dropped";

/** In the order in which a reader wants to know. */
export const FATES: readonly Fate[] = [
  "dropped",
  "added",
  "renamed",
  "moved",
  "split",
  "merged",
  "edited",
  "same",
];
