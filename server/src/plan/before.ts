import type { Assembled } from "./assemblePlan.js";
import type { LineChange } from "./changedLines.js";
import type { Reading } from "./reread.js";

/** What was put together before an edit, and the edit. */
export interface Before {
  readonly was: Assembled;
  readonly old: Reading;
  readonly at: LineChange;
  /** Where the lines of the edit begin, in both texts, and by how much what stands behind them moved. */
  readonly start: number;
  readonly by: number;
}
