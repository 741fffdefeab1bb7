import {
  type Connection,
  type DidChangeWatchedFilesParams,
  DidChangeWatchedFilesNotification,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { fileNameOf, isDocument, keyOf } from "./folderFiles.js";
import type { ClientFacts } from "./clientFacts.js";
import type { Session } from "./session.js";

/** Once a draft has been open so long, what else it may need is made ready. */
const SETTLED_MS = 300;

/** Keeps what is known of the other drafts of the workspace, and loads what is large while the hand rests. */
export function followFolder(session: Session, documents: TextDocuments<TextDocument>): void {
  const { connection, folder, pinyin } = session;
  const warm = (): void => {
    folder.start();
    pinyin.load().catch((error: unknown) => connection.console.warn(`pinyin: ${String(error)}`));
  };
  documents.onDidOpen(() => void setTimeout(warm, SETTLED_MS).unref());
  documents.onDidChangeContent(() => folder.edited());
}

/**
 * Takes note of files that were made, changed or deleted. Gives the documents among them that are not open, or undefined
 * where something else has changed that settings may depend on.
 */
export function changedDrafts(
  { folder, teamSnippets, drafts }: Session,
  params: Partial<DidChangeWatchedFilesParams>,
): readonly string[] | undefined {
  const uris = changedUris(params);
  folder.changed(uris);
  teamSnippets.changed();
  if (uris.length === 0 || !uris.every((uri) => isDocument(fileNameOf(uri)))) return undefined;
  const open = new Set(drafts.all().map(keyOf));
  return uris.filter((uri) => !open.has(keyOf(uri)));
}

export function changedUris({ changes = [] }: Partial<DidChangeWatchedFilesParams>): string[] {
  return changes.map(({ uri }) => uri);
}

/** The folder of snippets may lie anywhere; a client that can is asked to watch just that. */
export function watchSnippets(connection: Connection, client: ClientFacts, folder: string): void {
  if (!client.watchesFiles || !client.watchesRelative) return;
  const watchers = [{ globPattern: { baseUri: folder, pattern: "*" } }];
  connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch((error: unknown) => connection.console.warn(`watching snippets: ${String(error)}`));
}
