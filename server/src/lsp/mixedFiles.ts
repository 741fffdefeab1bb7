import type { ServerHost } from "./configuration.js";

type FileHost = Pick<ServerHost, "files" | "readText">;

const isOwn = (uri: string): boolean => uri.startsWith("file:");

/** This machine's files under `file:`, those of the client under every other scheme (an editor's virtual folders). */
export function mixedFiles(own: FileHost, lent: FileHost): FileHost {
  const of = (uri: string): FileHost => (isOwn(uri) ? own : lent);
  return {
    readText: (uri) => of(uri).readText(uri),
    files: {
      list: (folder) => of(folder).files.list(folder),
      stamp: (uri) => of(uri).files.stamp(uri),
      read: (uri) => of(uri).files.read(uri),
      write: (uri, text) => of(uri).files.write(uri, text),
      alone: (uri, work) => of(uri).files.alone(uri, work),
    },
  };
}
