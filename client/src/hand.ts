import type { TextDocumentChangeEvent } from "vscode";
import type { TypedEdit } from "../../server/src/lsp/protocol.js";

/** Tells what a hand writes from what is written for it. */
export interface Hand {
  /** How often it has written. */
  written(): number;
  heard(event: TextDocumentChangeEvent): void;
  /** While the work goes on, changes like these are not the hand's. */
  except<R>(ours: (event: TextDocumentChangeEvent) => boolean, work: () => PromiseLike<R>): Promise<R>;
}

export function createHand(): Hand {
  let written = 0;
  let isOurs: ((event: TextDocumentChangeEvent) => boolean) | undefined;
  return {
    written: () => written,
    heard(event) {
      if (event.contentChanges.length > 0 && !isOurs?.(event)) written++;
    },
    async except(ours, work) {
      isOurs = ours;
      try {
        return await work();
      } finally {
        isOurs = undefined;
      }
    },
  };
}

/** The change that these edits make. */
export function changeOf({ edits }: TypedEdit): (event: TextDocumentChangeEvent) => boolean {
  return ({ contentChanges }) =>
    contentChanges.length === edits.length &&
    contentChanges.every(({ text }) => edits.some(({ newText }) => newText === text));
}
