import type { Connection } from "vscode-languageserver";
import { isRecord } from "./clientFacts.js";
import { type DocumentReader, readHere, wholeText } from "./documentReader.js";
import { type FileList, type FileParams, fileRequests, type FileWriteParams } from "./fileProtocol.js";
import type { PlanFiles } from "./planFiles.js";
import type { ReadText } from "./teamFile.js";

/** The files of a client that lends its own file system, as a browser does: nothing here knows where they lie. */
export interface ClientFiles {
  readonly files: PlanFiles;
  readonly readText: ReadText;
  /** The bytes of jieba-wasm's module; undefined where the client has none. */
  segmenter(): Promise<Uint8Array | undefined>;
}

export function createClientFiles(connection: Connection, read: DocumentReader = readHere): ClientFiles {
  /** What the client answers, whatever that is; undefined where it has nothing. */
  const ask = async (request: string, uri: string): Promise<unknown> => {
    const params: FileParams = { uri };
    return (await connection.sendRequest<unknown>(request, params)) ?? undefined;
  };
  const readBytes = async (uri: string): Promise<Uint8Array | undefined> => {
    try {
      return bytesOf(await ask(fileRequests.read, uri));
    } catch {
      // Absent, refused, or damaged on the way: the same to the one who asks. Who writes looks for its stamp first.
      return undefined;
    }
  };
  const files: PlanFiles = {
    async list(folder) {
      // A share that has gone hides no other folder.
      const list = await ask(fileRequests.list, folder).catch(() => undefined);
      return Array.isArray(list) ? (list as readonly unknown[]).filter(isListed) : [];
    },
    async stamp(uri) {
      const stamp = await ask(fileRequests.stamp, uri);
      return typeof stamp === "string" ? stamp : undefined;
    },
    async read(uri) {
      const bytes = await readBytes(uri);
      return bytes && (await wholeText(read(bytes, lastName(uri))));
    },
    async write(uri, text) {
      const params: FileWriteParams = { uri, text };
      await connection.sendRequest(fileRequests.write, params);
    },
    // The editor's file system knows no locks; this server takes its own turns.
    alone: (_, work) => work(),
  };
  const readText: ReadText = async (uri) => {
    const bytes = await readBytes(uri);
    return bytes && (await import("../read/decode.js")).decodeText(bytes).text;
  };
  const segmenter = async (): Promise<Uint8Array | undefined> => {
    const bytes = await connection.sendRequest<unknown>(fileRequests.segmenter);
    return bytes instanceof Uint8Array ? bytes : undefined;
  };
  return { files, readText, segmenter };
}

function isListed(value: unknown): value is FileList[number] {
  if (!isRecord(value)) return false;
  const { uri, name, kind } = value;
  return typeof uri === "string" && typeof name === "string" && (kind === "file" || kind === "folder");
}

function bytesOf(bytes: unknown): Uint8Array | undefined {
  if (bytes instanceof Uint8Array) return bytes;
  if (typeof bytes !== "string") return undefined;
  return Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
}

function lastName(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
}
