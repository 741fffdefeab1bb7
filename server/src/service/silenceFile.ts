import type { SilenceEntry, SilenceFile } from "./silenceModel.js";

/** The entries of `.hegao/ignores.json` or `.hegao/baseline.json`. Entries that are none are left out and said. */
export function readSilence(text: string | undefined): SilenceFile {
  if (text === undefined) return { entries: [], damaged: false };
  const value = parsed(text);
  if (!isRecord(value) || !Array.isArray(value.entries)) return { entries: [], damaged: true };
  const entries = value.entries.filter(isEntry);
  return { entries, damaged: entries.length < value.entries.length };
}

/** The text of such a file, in the order of files and places, so that two colleagues' additions merge well. */
export function writeSilence(entries: readonly SilenceEntry[]): string {
  const ordered = [...entries].sort(
    (a, b) => compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.heading, b.heading),
  );
  return `${JSON.stringify({ version: 1, entries: ordered }, undefined, 2)}\n`;
}

export function addSilence(
  entries: readonly SilenceEntry[],
  added: readonly SilenceEntry[],
): readonly SilenceEntry[] {
  return [...entries, ...added];
}

/** Without the entries that nothing answers to any more. */
export function pruneSilence(
  entries: readonly SilenceEntry[],
  unused: readonly SilenceEntry[],
): readonly SilenceEntry[] {
  const gone = new Set(unused);
  return entries.filter((entry) => !gone.has(entry));
}

export function silenceOf(entries: readonly SilenceEntry[], file: string): readonly SilenceEntry[] {
  return entries.filter((entry) => entry.file === file);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    // Half a merge conflict, say: the caller is told that the file is damaged.
    return undefined;
  }
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is SilenceEntry {
  if (!isRecord(value) || typeof value.rule !== "string" || typeof value.file !== "string") return false;
  return [value.heading, value.quote, value.reason].every(
    (one) => one === undefined || typeof one === "string",
  );
}
