import type { LogOutputChannel, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** The language of drafts, as package.json names it. */
export const LANGUAGE = "policy-plan";

/** What the parts of the extension share. */
export interface Running {
  readonly client: BaseLanguageClient;
  readonly log: LogOutputChannel;
  readonly extensionUri: Uri;
  /** Where the extension may keep files of its own. */
  readonly storageUri: Uri;
}
