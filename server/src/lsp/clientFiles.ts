import type { Connection } from "vscode-languageserver";
import { type DocumentReader, readHere, wholeText } from "./documentReader.js";
import {
  type FileBytes,
  type FileList,
  type FileParams,
  fileRequests,
  type FileWriteParams,
} from "./fileProtocol.js";
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
  const ask = <T>(request: string, uri: string): Promise<T | null> => {
    const params: FileParams = { uri };
    return connection.sendRequest<T | null>(request, params);
  };
  const readBytes = async (uri: string): Promise<Uint8Array | undefined> => {
    const bytes = await ask<FileBytes>(fileRequests.read, uri);
    return typeof bytes === "string" ? fromBase64(bytes) : (bytes ?? undefined);
  };
  const files: PlanFiles = {
    list: async (folder) => (await ask<FileList>(fileRequests.list, folder)) ?? [],
    stamp: async (uri) => (await ask<string>(fileRequests.stamp, uri)) ?? undefined,
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
  const segmenter = async (): Promise<Uint8Array | undefined> =>
    (await connection.sendRequest<Uint8Array | null>(fileRequests.segmenter)) ?? undefined;
  return { files, readText, segmenter };
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function lastName(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
}
