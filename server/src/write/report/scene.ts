import type { Comparison } from "../../compare/comparePlans.js";
import type { ReportSources } from "./model.js";
import type { ReportTexts } from "./texts.js";

/** What all parts of a report share. */
export interface Scene {
  readonly comparison: Comparison;
  readonly sources: ReportSources;
  readonly texts: ReportTexts;
}
