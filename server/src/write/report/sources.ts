import type { Against } from "../../compare/against.js";
import type { PlanDocument } from "../../plan/model.js";
import type { Span } from "../../text/span.js";
import type { WriteLocale } from "../locale.js";

/** What a rule said of the draft, as `Finding` of `check/rule.ts` has it. */
export interface ReportFinding {
  readonly ruleId: string;
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly message: string;
  readonly span: Span;
}

/** The texts that a comparison speaks of: it holds places only. */
export interface ReportSources {
  readonly draft: PlanDocument;
  /** The file's name, shown where the draft has no title. */
  readonly draftName: string;
  /** The earlier plans by the names that they have in the comparison. */
  readonly earlier: ReadonlyMap<string, PlanDocument>;
  /** What those plans are to the draft: "earlier" where nothing is said. */
  readonly against?: Against;
  readonly findings?: readonly ReportFinding[];
  readonly locale?: WriteLocale;
  /** The day of the report, as it is to be printed; none is printed without it, and the same values give the same text. */
  readonly madeOn?: string;
}
