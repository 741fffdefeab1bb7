import type { Locale } from "../../check/rule.js";
import type { CheckedFile, Report, Threshold } from "../check/report.js";
import type { Terminal } from "../terminal.js";

/** How a report is to be shown. */
export interface View {
  readonly locale: Locale;
  readonly paint: Terminal["paint"];
  readonly cwd: string;
  readonly threshold: Threshold;
  readonly detail: "usual" | "quiet" | "ignored";
  /** Whether fixes have just been written. */
  readonly mended: "none" | "written";
}

/** A report is worded draft by draft, by whichever thread has checked it, and put together at the end. */
export interface Reporter {
  file(file: CheckedFile, view: View): string;
  whole(report: Report, view: View): string;
}
