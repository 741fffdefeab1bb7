/**
 * What a draft is held against: the years before, the plan of the years it falls into (规划), or the superior's (上级).
 * Only the years before are a past that something can be dropped or lowered from.
 */
export type Against = "earlier" | "five-year" | "superior";
