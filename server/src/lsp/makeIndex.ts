import { MessageType, ShowMessageNotification } from "vscode-languageserver";
import type { IndexAnswer } from "./compareProtocol.js";
import type { ServerHost } from "./configuration.js";
import type { IndexKept } from "./earlierIndex.js";
import { fileNameOf, isDocument } from "./folderFiles.js";
import { indexProgress } from "./indexProgress.js";
import { indexWords } from "./indexWords.js";
import type { Session } from "./session.js";
import { placesOf, type Surroundings } from "./surroundings.js";

export interface IndexScene {
  readonly session: Session;
  readonly host: Pick<ServerHost, "files">;
}

/**
 * Makes `.hegao/index.json` for a folder or for where a draft's earlier years are looked for, or brings it up to date, and
 * says what is in it. Written only because somebody has asked for it; where that somebody stops it, nothing is begun.
 */
export async function makeIndex(
  asked: string | undefined,
  scene: IndexScene,
  around: Surroundings,
): Promise<IndexAnswer> {
  const { session } = scene;
  const words = indexWords(session.client.locale);
  const uri = await subjectOf(asked, session);
  const kept = uri === undefined ? undefined : await keptAround(uri, scene, around);
  const message = uri === undefined ? words.noFolder : kept === undefined ? words.notHere : words.told(kept);
  const type = kept?.isWritten ? MessageType.Info : MessageType.Warning;
  void session.connection.sendNotification(ShowMessageNotification.type, { type, message });
  if (!kept) return { file: null, documents: 0, withYears: 0, unreadable: 0, read: 0, message };
  const { documents, withYears, unreadable, read } = kept;
  return { file: kept.isWritten ? kept.file : null, documents, withYears, unreadable, read, message };
}

/** A draft, or a name in the folder that is meant; undefined for what is no business of this workspace. */
async function subjectOf(
  asked: string | undefined,
  { configuration, drafts }: Session,
): Promise<string | undefined> {
  const roots = await configuration.roots();
  const uri = (asked ?? roots[0])?.replace(/\/$/, "");
  if (uri === undefined || drafts.get(uri)) return uri;
  const isOurs = roots.some((root) => uri === root || uri.startsWith(`${root}/`));
  if (!isOurs) return undefined;
  return isDocument(fileNameOf(uri)) && !roots.includes(uri) ? uri : `${uri}/-`;
}

async function keptAround(
  uri: string,
  { session, host }: IndexScene,
  around: Surroundings,
): Promise<IndexKept | undefined> {
  const places = await placesOf(uri, session, host);
  if (!session.drafts.get(uri)) session.configuration.forget(uri);
  around.forget();
  const isCancelled = (): boolean => false;
  const uris = await around.listing.uris({ ...places, isCancelled });
  const progress = indexProgress(session, isCancelled, 1);
  try {
    return await around.index.keep?.({ ...places, uris, progress });
  } finally {
    progress.done();
  }
}
