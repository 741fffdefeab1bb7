import type { Diagnostic } from "vscode-languageserver";

/**
 * Checks every draft of the workspace's folders, open or not. Argument: nothing, or `{ uri }` for one of the folders.
 * Result: `FolderFindings[]`, one for each draft, in the order of their URIs. Drafts that are not open are checked without
 * their earlier years.
 */
export const checkFolderCommand = "hegao.server.checkFolder";

export interface FolderFindings {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}
