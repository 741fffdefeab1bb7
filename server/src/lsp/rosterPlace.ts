import type { Location, TextDocumentEdit } from "vscode-languageserver";
import { renameInRoster, rosterSpan } from "../service/rosterEdits.js";
import { lineColumn, lineStarts } from "../text/lines.js";
import type { Span } from "../text/span.js";
import type { Session } from "./session.js";

/** Where the team's file lists a department by one of its names; null where it does not. */
export async function rosterPlace(
  session: Session,
  uri: string,
  names: readonly string[],
): Promise<Location | null> {
  for await (const [file, text] of teamTexts(session, uri)) {
    const span = rosterSpan(text, names);
    if (span) return { uri: file, range: rangeIn(text, span) };
  }
  return null;
}

/** What a department's new name changes in the team's files. */
export async function rosterRename(
  session: Session,
  uri: string,
  { full, to }: { readonly full: string; readonly to: string },
): Promise<TextDocumentEdit[]> {
  const changes: TextDocumentEdit[] = [];
  for await (const [file, text] of teamTexts(session, uri)) {
    const edits = renameInRoster(text, full, to).map(({ span, newText }) => ({
      range: rangeIn(text, span),
      newText,
    }));
    if (edits.length > 0) changes.push({ textDocument: { uri: file, version: null }, edits });
  }
  return changes;
}

async function* teamTexts(session: Session, uri: string): AsyncGenerator<readonly [string, string]> {
  const { teamFiles } = await session.configuration.of(uri);
  for (const file of teamFiles) {
    const text = await session.configuration.readText(file);
    if (text !== undefined) yield [file, text];
  }
}

function rangeIn(text: string, { start, end }: Span): Location["range"] {
  const starts = lineStarts(text);
  return { start: lineColumn(starts, start), end: lineColumn(starts, end) };
}
