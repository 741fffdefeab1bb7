import { lineStarts } from "../text/lines.js";
import type { PlanDocument } from "./model.js";

/** Being written. */
export function parsePlan(text: string, _previous?: PlanDocument): PlanDocument {
  return {
    text,
    starts: lineStarts(text),
    lines: [],
    kind: "unknown",
    title: undefined,
    period: undefined,
    front: {
      issuers: [],
      documentNumber: undefined,
      date: undefined,
      addressees: [],
      addressLine: undefined,
      signatures: [],
      dates: [],
    },
    parts: [],
    roots: [],
    items: [],
    targets: [],
    flattened: false,
  };
}
