import { type Uri, workspace } from "vscode";
import { type IndexAnswer, type IndexParams, makeIndexRequest } from "../../../server/src/lsp/protocol.js";
import type { Running } from "../running.js";
import { draftAt } from "./comparedDraft.js";

/** 建立往年文稿索引: around the draft, else in the folder. The server shows how far it is, and says what it has done. */
export async function makeIndex({ client }: Running, asked: unknown): Promise<IndexAnswer> {
  const place: Uri | undefined = draftAt(asked) ?? workspace.workspaceFolders?.[0]?.uri;
  const params: IndexParams = place ? { uri: client.code2ProtocolConverter.asUri(place) } : {};
  return client.sendRequest<IndexAnswer>(makeIndexRequest, params);
}
