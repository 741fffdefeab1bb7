/**
 * What a server asks its client: the files beside a draft, by URI, through the editor. One in a browser asks for all of
 * them; one in Node only for those that are no `file:`, where the client has set `lendsFiles`. What is not there is null.
 * `segmenter` asks for the WebAssembly of the segmenter, which the client has in its bundle.
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

/** As they are where messages can carry bytes (a browser's worker), else in base64. */
export type FileBytes = Uint8Array | string;

/** What lies in a folder, links left out. */
export type FileList = readonly {
  readonly uri: string;
  readonly name: string;
  readonly kind: "file" | "folder";
}[];
