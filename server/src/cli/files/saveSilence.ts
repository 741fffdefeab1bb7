import { relative } from "node:path";
import { withFileLock } from "../../write/fileLock.js";
import { writeWhole } from "../../write/wholeFile.js";
import { writeSilence } from "../../service/silenceFile.js";
import type { SilenceEntry } from "../../service/silenceModel.js";
import type { Call } from "../command.js";
import { says } from "../texts/silenceTexts.js";
import { readSilenceFile, silencePath, type SilenceKind } from "./silenceHome.js";

/** A change to one of the files in `.hegao/`. */
export interface SilenceChange {
  readonly home: string;
  readonly kind: SilenceKind;
  change(entries: readonly SilenceEntry[]): readonly SilenceEntry[];
}

/** Carries out a change; false (and said) where the file is damaged or cannot be written: it is then left as it is. */
export async function saveSilence(
  { home, kind, change }: SilenceChange,
  { terminal, locale }: Call,
): Promise<boolean> {
  const path = silencePath(home, kind);
  const shown = relative(terminal.cwd, path);
  try {
    return await withFileLock(path, async () => {
      const { entries, damaged } = readSilenceFile(home, kind);
      if (damaged) terminal.complain(says(locale, "damaged", { path: shown }));
      else await writeWhole(path, writeSilence(change(entries)));
      return !damaged;
    });
  } catch (error) {
    // Somebody else's folder, or a full disk.
    const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
    terminal.complain(says(locale, "unwritable", { path: shown, detail }));
    return false;
  }
}
