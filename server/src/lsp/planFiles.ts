/** What the search for earlier years may do with the files beside a draft. Everything is named by URI. */
export interface PlanFiles {
  /** What lies in a folder, links left out; empty where it cannot be listed. */
  list(
    folder: string,
  ): Promise<readonly { readonly uri: string; readonly name: string; readonly kind: "file" | "folder" }[]>;
  /** Another text for every state of a file; undefined where it is gone. */
  stamp(uri: string): Promise<string | undefined>;
  /** The text of a document of any kind that can be read; undefined where it cannot, or is too long for a plan. */
  read(uri: string): Promise<string | undefined>;
  /** Aside and renamed, so that nobody ever sees half of it. */
  write(uri: string, text: string): Promise<void>;
  /** Does the work while no other program that asks does theirs with this file, where that can be helped. */
  alone<T>(uri: string, work: () => Promise<T>): Promise<T>;
}

/** A place without files, as in a browser. */
export const noPlanFiles: PlanFiles = {
  list: async () => [],
  stamp: async () => undefined,
  read: async () => undefined,
  write: async () => {
    throw new Error("files cannot be written here");
  },
  alone: (_, work) => work(),
};
