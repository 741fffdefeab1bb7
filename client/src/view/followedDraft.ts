import { Disposable, EventEmitter, type TextEditor, type Uri, window, workspace } from "vscode";
import { LANGUAGE } from "../running.js";

/** A hand that types is not followed until it rests. */
const PAUSE_MS = 400;

/** The draft that is being edited; where something else has the focus, the last one. */
export interface FollowedDraft extends Disposable {
  readonly uri: () => Uri | undefined;
  /** Another draft, or the same one edited. */
  readonly onDidChange: EventEmitter<Uri>["event"];
}

export function followDraft(): FollowedDraft {
  const changed = new EventEmitter<Uri>();
  let uri: Uri | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => uri && changed.fire(uri), delay);
  };
  const follow = (editor: TextEditor | undefined): void => {
    if (editor?.document.languageId !== LANGUAGE) return;
    uri = editor.document.uri;
    soon(0);
  };
  const parts = Disposable.from(
    changed,
    new Disposable(() => clearTimeout(timer)),
    window.onDidChangeActiveTextEditor(follow),
    workspace.onDidOpenTextDocument(() => follow(window.activeTextEditor)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === uri?.toString()) soon(PAUSE_MS);
    }),
  );
  follow(window.activeTextEditor ?? window.visibleTextEditors[0]);
  return { uri: () => uri, onDidChange: changed.event, dispose: () => parts.dispose() };
}
