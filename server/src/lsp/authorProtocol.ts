import type { Position, Range, TextEdit } from "vscode-languageserver";

/**
 * What helps the hand that writes, as `workspace/executeCommand`. Each takes one object and returns edits (or a text) and
 * changes nothing itself: the client applies them, in one step to undo. `null` where there is nothing to do.
 */
export const authorCommands = {
  /** `TypingParams` → `TypedEdit`: what Enter does at the end of an item. */
  continueItem: "hegao.server.continueItem",
  /** The same at the head of the line that Enter has just opened: the key itself waits for nothing. */
  afterEnter: "hegao.server.afterEnter",
  /** What Tab and Shift-Tab do at a marker. */
  demote: "hegao.server.demote",
  promote: "hegao.server.promote",
  moveItemUp: "hegao.server.moveItemUp",
  moveItemDown: "hegao.server.moveItemDown",
  /** The count that the item at the position belongs to, and every count of the draft. */
  renumber: "hegao.server.renumber",
  renumberAll: "hegao.server.renumberAll",
  /** `{ text }` → `CleanedText`: a text from Word or a web page as its author wrote it. */
  cleanPaste: "hegao.server.cleanPaste",
  /** Nothing → `KnownDraft[]`: the drafts of the workspace, the latest first. */
  drafts: "hegao.server.drafts",
  /** `{ uri }` → string: the words of a document of whatever format (.docx, .doc, .html). */
  documentText: "hegao.server.documentText",
  /** `NewDraftParams` → `NewDraftText`. */
  newDraft: "hegao.server.newDraft",
  /** `{ folder? }` → string: a hegao.config.json that fits the drafts of a folder, by default of the workspace. */
  proposeConfig: "hegao.server.proposeConfig",
} as const;

/** The command that a lens to last year's item calls in a client that sets `showsPlaces`. Argument: a `Location`. */
export const showPlaceCommand = "_hegao.showPlace";

export interface TypingParams {
  readonly uri: string;
  readonly position: Position;
}

export interface TypedEdit {
  /** Of the draft that the edits are for. */
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** Where the caret stands once the edits are made. */
  readonly caret: Position;
}

export interface CleanedText {
  readonly text: string;
  /** What was repaired, in the reader's language, and how often; the commonest first. */
  readonly repairs: readonly { readonly name: string; readonly count: number }[];
}

export interface KnownDraft {
  readonly uri: string;
  readonly title: string;
  readonly kind: string;
  readonly years: readonly [number, number] | null;
}

export interface NewDraftParams {
  readonly kind: string;
  readonly year: number;
  /** Last year's draft. Without it the draft is begun from the skeleton of its kind. */
  readonly from?: string;
}

export interface NewDraftText {
  readonly text: string;
  /** What was carried over and must be looked at, in reading order. */
  readonly attention: readonly { readonly range: Range; readonly note: string }[];
}
