/**
 * What the client and the server of Hegao say to each other beyond LSP. Names and shapes only, so that the client can
 * import this file without the rest of the server. Documented for other editors in docs/lsp.md.
 */
export * from "./authorProtocol.js";
export * from "./compareProtocol.js";
export * from "./fileProtocol.js";
export * from "./folderProtocol.js";
export * from "./silenceProtocol.js";

/** Asks what was recognised in an open draft. Params `StatusParams`, result `DraftStatus | null` (no such draft). */
export const statusRequest = "hegao/status";

/** The same as commands, for editors that know `workspace/executeCommand` only. Argument: the URI of an open draft. */
export const serverCommands = { status: "hegao.server.status", fixAll: "hegao.server.fixAll" } as const;

/** Every action of ours that is no plain fix stands below this kind, so that a key can be bound to each. */
export const ownFixKind = "quickfix.hegao";

/** The client's command behind «show the rule». */
export const showRuleCommand = "hegao.showRule";

export const fixAllKind = "source.fixAll.hegao";

export interface StatusParams {
  readonly uri: string;
}

export interface DraftStatus {
  readonly version: number;
  /** The kind's id as in `hegao lint --format json`, and its name in the reader's language. */
  readonly kind: string;
  readonly kindName: string;
  readonly title: string | null;
  /** The first and the last year that the draft is for. */
  readonly planYears: readonly [number, number] | null;
  readonly counts: Readonly<Record<"error" | "warning" | "info" | "hint", number>>;
}

/** `initializationOptions` that the server understands. */
export interface InitializationOptions {
  /** Where the pages of the rules lie, as a URI that ends with a slash. */
  readonly rulesBase?: string;
  /** The client has the command `_hegao.showPlace` (argument: a `Location`); lenses that lead elsewhere call it. */
  readonly showsPlaces?: boolean;
  /** The client asks `afterEnter` by itself: `textDocument/onTypeFormatting` is not offered, lest it is done twice. */
  readonly continuesItems?: boolean;
  /** The client has the command `hegao.showRule` (argument: the rule's id); an action on each finding calls it. */
  readonly showsRules?: boolean;
  /** The client answers `hegao/files/…` for folders that are no `file:`. */
  readonly lendsFiles?: boolean;
  /** The settings under `hegao`, for a client that cannot be asked for them. */
  readonly settings?: unknown;
}
