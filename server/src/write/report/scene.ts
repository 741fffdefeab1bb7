import type { Comparison } from "../../compare/comparePlans.js";
import type { ReportSources } from "./sources.js";
import type { ReportTexts } from "./wording.js";

/** What all parts of a report share. */
export interface Scene {
  readonly comparison: Comparison;
  readonly sources: ReportSources;
  readonly texts: ReportTexts;
}
