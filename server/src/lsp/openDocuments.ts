import {
  type Connection,
  type Position,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { isRecord } from "./clientFacts.js";

/**
 * The texts that the client has open. What a client sends is looked at before the library has it: a text that is none would
 * end the server later, where nobody catches it, and a place behind the last line spoils the library's table of lines, for
 * good or, with a line in the thousand millions, by making it that long.
 */
export function openDocuments(): TextDocuments<TextDocument> {
  return new TextDocuments({
    create: (uri, languageId, version, content) =>
      TextDocument.create(uri, String(languageId), version, textOf(content) ?? ""),
    update(document, changes, version) {
      // One at a time: where a place is depends on the change before it.
      for (const change of changes) TextDocument.update(document, soundOf(document, change), version);
      return document;
    },
  });
}

/**
 * Follows what the client has open. A text without a name is none: no folder holds it, and the way up from there would
 * never end.
 */
export function listenTo(connection: Connection, documents: TextDocuments<TextDocument>): void {
  documents.listen({
    ...connection,
    onDidOpenTextDocument: (handler) =>
      connection.onDidOpenTextDocument((event) => {
        if (typeof event.textDocument.uri === "string") void handler(event);
      }),
  });
}

/** The change as it can be made; none where it says nothing that could be. */
function soundOf(document: TextDocument, change: unknown): TextDocumentContentChangeEvent[] {
  if (!isRecord(change)) return [];
  const text = textOf(change["text"]);
  if (text === undefined) return [];
  const { range } = change;
  if (range === undefined) return [{ text }];
  if (!isRecord(range)) return [];
  const [start, end] = [placeIn(document, range["start"]), placeIn(document, range["end"])];
  return start && end ? [{ range: { start, end }, text }] : [];
}

function placeIn(document: TextDocument, value: unknown): Position | undefined {
  if (!isRecord(value)) return undefined;
  const { line, character } = value;
  if (!isWhole(line) || !isWhole(character)) return undefined;
  return line < document.lineCount ? { line, character } : document.positionAt(document.getText().length);
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
