import type { Reporter } from "./reporter.js";

/** Each is loaded when it is asked for. */
export async function reporterFor(format: string): Promise<Reporter> {
  if (format === "patch") return (await import("./dryRun.js")).patch;
  if (format === "json") return (await import("./json.js")).jsonReport;
  if (format === "sarif") return (await import("./sarif.js")).sarifReport;
  if (format === "github") return (await import("./github.js")).githubReport;
  if (format === "junit") return (await import("./junit.js")).junitReport;
  if (format === "lines") return (await import("./lines.js")).linesReport;
  return (await import("./text.js")).textReport;
}
