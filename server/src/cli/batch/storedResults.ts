import { closeSync, openSync, readSync } from "node:fs";
import type { FileReport } from "../check/report.js";
import { statsOf } from "../files/statsOf.js";
import { readText } from "../files/teamConfig.js";

/** What an earlier run found in one draft. */
export interface StoredResult {
  /** Of everything that the report depends on. */
  readonly key: string;
  readonly report: FileReport;
}

const OPENING = '{"version":';
const VERSION = 1;

/** The results of earlier runs by the path of the draft; none where the file is absent, damaged or of another version. */
export function readResults(path: string): ReadonlyMap<string, StoredResult> {
  const results = parsed(readText(path));
  return new Map(results.filter(isResult).map((one) => [one.report.path, one]));
}

export function writeResults(results: ReadonlyMap<string, StoredResult>): string {
  const ordered = [...results.values()].sort((a, b) => (a.report.path < b.report.path ? -1 : 1));
  return `${OPENING}${VERSION},"results":[\n${ordered.map((one) => JSON.stringify(one)).join(",\n")}\n]}\n`;
}

/** True for a file that begins as none of ours does: somebody else's, whom nobody asked to have it replaced. */
export function isForeign(path: string): boolean {
  const stats = statsOf(path);
  if (!stats?.isFile() || stats.size === 0) return false;
  try {
    return startOf(path) !== OPENING;
  } catch {
    // Not for us to read, and so not for us to replace.
    return true;
  }
}

function startOf(path: string): string {
  const start = new Uint8Array(OPENING.length);
  const file = openSync(path, "r");
  try {
    readSync(file, start);
  } finally {
    closeSync(file);
  }
  return Buffer.from(start).toString("latin1");
}

function parsed(text: string | undefined): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    const isOurs = isRecord(value) && value.version === VERSION && Array.isArray(value.results);
    return isOurs ? (value.results as unknown[]) : [];
  } catch {
    // Cut short by whoever copied it: every draft is checked again, nothing else is lost.
    return [];
  }
}

function isResult(value: unknown): value is StoredResult {
  if (!isRecord(value) || typeof value.key !== "string" || !isRecord(value.report)) return false;
  const { path, text, tally } = value.report;
  return typeof path === "string" && typeof text === "string" && isTally(tally);
}

function isTally(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.bySeverity) || !isRecord(value.byRule)) return false;
  const counts = [value.findings, value.safe, value.open, value.silenced, value.edits];
  const all = [...counts, ...Object.values(value.bySeverity), ...Object.values(value.byRule)];
  return all.every((one) => typeof one === "number") && Object.keys(value.bySeverity).length === 4;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
