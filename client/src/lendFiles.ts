import { Disposable, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type FileBytes,
  type FileList,
  type FileParams,
  fileRequests,
  type FileWriteParams,
} from "../../server/src/lsp/protocol.js";

export interface Lending {
  /** How bytes travel: as they are, or as text where messages are JSON. */
  readonly carry: (bytes: Uint8Array) => FileBytes;
  /** The WebAssembly of the segmenter, for a server that cannot read it itself. */
  readonly segmenter?: Uri;
}

/** Answers the questions of a server that has no file system, out of the editor's, for folders of the workspace only. */
export function lendFiles(client: BaseLanguageClient, { carry, segmenter }: Lending): Disposable {
  return Disposable.from(
    client.onRequest(fileRequests.list, ({ uri }: FileParams) => inWorkspace(uri, listed)),
    client.onRequest(fileRequests.stamp, ({ uri }: FileParams) => inWorkspace(uri, stamped)),
    client.onRequest(fileRequests.read, ({ uri }: FileParams) =>
      inWorkspace(uri, async (place) => carry(await read(place))),
    ),
    client.onRequest(fileRequests.write, async ({ uri, text }: FileWriteParams) => {
      const place = Uri.parse(uri);
      if (!workspace.getWorkspaceFolder(place)) throw new Error(`${uri} is outside the workspace`);
      await workspace.fs.writeFile(place, new TextEncoder().encode(text));
      return null;
    }),
    client.onRequest(fileRequests.segmenter, async () => (segmenter ? carry(await read(segmenter)) : null)),
  );
}

/** Null for what is not there, or not ours to read: the same to the one who asks. */
async function inWorkspace<T>(uri: string, answer: (place: Uri) => Promise<T>): Promise<T | null> {
  const place = Uri.parse(uri);
  if (!workspace.getWorkspaceFolder(place)) return null;
  try {
    return await answer(place);
  } catch {
    // Absent, or the folder's provider refuses: one file fewer.
    return null;
  }
}

async function listed(place: Uri): Promise<FileList> {
  const entries = await workspace.fs.readDirectory(place);
  return entries
    .filter(([, type]) => type === FileType.File || type === FileType.Directory)
    .map(([name, type]) => ({
      uri: Uri.joinPath(place, name).toString(),
      name,
      kind: type === FileType.Directory ? "folder" : "file",
    }));
}

async function stamped(place: Uri): Promise<string> {
  const { mtime, size } = await workspace.fs.stat(place);
  return `${mtime}:${size}`;
}

async function read(place: Uri): Promise<Uint8Array> {
  return workspace.fs.readFile(place);
}
