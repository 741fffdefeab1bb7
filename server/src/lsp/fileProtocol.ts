/**
 * What a server without a file system of its own (in a browser) asks its client: the files beside a draft, by URI, through
 * the editor. Files come as they are, byte for byte; what is not there is null. `segmenter` asks for the WebAssembly of the
 * segmenter, which the client has in its bundle.
 */
export const fileRequests = {
  list: "hegao/files/list",
  stamp: "hegao/files/stamp",
  read: "hegao/files/read",
  write: "hegao/files/write",
  segmenter: "hegao/files/segmenter",
} as const;

export interface FileParams {
  readonly uri: string;
}

export interface FileWriteParams extends FileParams {
  readonly text: string;
}

/** What lies in a folder, links left out. */
export type FileList = readonly {
  readonly uri: string;
  readonly name: string;
  readonly kind: "file" | "folder";
}[];
