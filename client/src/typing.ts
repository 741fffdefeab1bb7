import {
  commands,
  Disposable,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
  window,
  workspace,
} from "vscode";
import { State } from "vscode-languageclient";
import { authorCommands, type TypedEdit, type TypingParams } from "../../server/src/lsp/protocol.js";
import { changeOf, createHand, type Hand } from "./hand.js";
import { LANGUAGE, type Running } from "./running.js";

/** A key that is not answered by then does what it always does. */
const PATIENCE_MS = 500;
/** What Enter puts into a text: the line's end, with the indentation of the line above where that is kept. */
const ENTERED = /^\r?\n[ \t\u3000]*$/;
/** What may be a marker at the head of a line. The server has the last word; this only says when it is worth asking. */
const MARKER =
  /^[\s\u3000]*(?:[（(〔][一二三四五六七八九十百\d]{0,4}[）)〕]|[一二三四五六七八九十百\d]{1,4}[、.．）)]|第[一二三四五六七八九十百\d]{1,4}[章节条篇]|[①-⑳])[\s\u3000]?/;

/** What a key does where there is nothing for us to do; without it (from the palette) nothing happens. */
interface KeyArguments {
  readonly otherwise?: { readonly command: string; readonly args?: unknown };
}

/** A line that Enter has broken: in which version of which draft, and where the caret comes to stand. */
interface Entered {
  readonly document: TextDocument;
  readonly version: number;
  readonly at: Position;
}

interface Scene {
  readonly running: Running;
  readonly hand: Hand;
}

/** Enter, Tab, Shift-Tab and Alt-arrows at items, and the same as commands. */
export function registerTyping(running: Running): Disposable {
  // A key waits for the one before it: the second Enter is about what the first has written.
  let last = Promise.resolve();
  let waiting = 0;
  // An edit moves the caret before it is put where it belongs; a key that is held down must not fall in between.
  const look = (editor = window.activeTextEditor): void => void (waiting > 0 || tellPlace(editor));
  const afterTheLast = (work: () => Promise<void>): Promise<void> => {
    waiting++;
    last = last.then(work, work).finally(() => {
      waiting--;
      look();
    });
    return last;
  };
  const hand = createHand();
  const answering = (name: string) => (key?: KeyArguments) => {
    const written = hand.written();
    return afterTheLast(async () => {
      // Letters have come after the key and before its turn: it must not take effect behind them.
      if (hand.written() === written) await press({ running, hand }, name, key ?? {});
    });
  };
  look();
  return Disposable.from(
    commands.registerCommand("hegao.continueItem", answering(authorCommands.continueItem)),
    commands.registerCommand("hegao.demote", answering(authorCommands.demote)),
    commands.registerCommand("hegao.promote", answering(authorCommands.promote)),
    commands.registerCommand("hegao.moveItemUp", answering(authorCommands.moveItemUp)),
    commands.registerCommand("hegao.moveItemDown", answering(authorCommands.moveItemDown)),
    commands.registerCommand("hegao.renumber", answering(authorCommands.renumber)),
    commands.registerCommand("hegao.renumberAll", answering(authorCommands.renumberAll)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => look(textEditor)),
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidChangeTextDocument((event) => {
      hand.heard(event);
      const entered = enteredLine(event);
      if (entered)
        afterTheLast(() => goOn({ running, hand }, entered)).catch((error: unknown) =>
          running.log.warn(`enter: ${String(error)}`),
        );
    }),
  );
}

/** Where the caret comes to stand when somebody has pressed Enter. The key is never taken: it must not wait for anyone. */
function enteredLine({ document, contentChanges, reason }: TextDocumentChangeEvent): Entered | undefined {
  const [change] = contentChanges;
  // Undo and redo have a reason.
  if (document.languageId !== LANGUAGE || contentChanges.length !== 1 || !change || reason) return undefined;
  if (document !== window.activeTextEditor?.document) return undefined;
  if (change.rangeLength > 0 || !ENTERED.test(change.text)) return undefined;
  if (!workspace.getConfiguration("hegao", document).get("typing.continueItem")) return undefined;
  const { start } = change.range;
  const at = new Position(start.line + 1, change.text.replace(/^\r?\n/, "").length);
  return { document, version: document.version, at };
}

/** The next item opens on the line that Enter has made, in one step to undo with it; the hand that writes on goes first. */
async function goOn({ running, hand }: Scene, { document, version, at }: Entered): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || document.version !== version) return;
  if (running.client.state !== State.Running) return;
  const answer = await ask(running, authorCommands.afterEnter, { editor, at });
  const { selection } = editor;
  const isStill = document.version === version && selection.isEmpty && selection.active.isEqual(at);
  if (answer?.version !== version || !isStill) return;
  await hand.except(changeOf(answer), () =>
    makeEdits(editor, answer, { undoStopBefore: false, undoStopAfter: true }),
  );
}

/** Lets the keys of an item be theirs only where the caret is at a marker. */
function tellPlace(editor: TextEditor | undefined): void {
  if (editor?.document.languageId !== LANGUAGE) return;
  const { active } = editor.selection;
  const marker = MARKER.exec(editor.document.lineAt(active.line).text)?.[0].length ?? -1;
  void commands.executeCommand("setContext", "hegao.atMarker", active.character <= marker);
}

async function press({ running, hand }: Scene, name: string, { otherwise }: KeyArguments): Promise<void> {
  const editor = window.activeTextEditor;
  const pass = async (): Promise<void> => {
    if (!otherwise) return;
    const { command, args } = otherwise;
    await hand.except(
      () => true,
      () => commands.executeCommand(command, args),
    );
  };
  if (editor?.document.languageId !== LANGUAGE || running.client.state !== State.Running) return pass();
  const { version } = editor.document;
  const at = editor.selection.active;
  const answer = await Promise.race([ask(running, name, { editor, at }), late()]);
  // Somebody has written on: what was asked is no longer what stands there.
  if (editor.document.version !== version) return;
  if (answer?.version === version) await make(hand, editor, answer);
  else await pass();
}

async function ask(
  { client }: Running,
  name: string,
  { editor, at }: { readonly editor: TextEditor; readonly at: Position },
): Promise<TypedEdit | null> {
  const params: TypingParams = {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    position: { line: at.line, character: at.character },
  };
  return client.sendRequest("workspace/executeCommand", { command: name, arguments: [params] });
}

function late(): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), PATIENCE_MS));
}

/** All in one step to undo, and the caret where it belongs, unless the hand has gone on. */
async function make(hand: Hand, editor: TextEditor, answer: TypedEdit): Promise<void> {
  const done = await hand.except(changeOf(answer), () =>
    makeEdits(editor, answer, { undoStopBefore: true, undoStopAfter: true }),
  );
  if (!done || editor.document.version !== answer.version + 1) return;
  const at = new Position(answer.caret.line, answer.caret.character);
  // Where the edit has taken it there already, it is let alone: it may have gone on before we can hear of it.
  if (!editor.selection.isEmpty || !editor.selection.active.isEqual(at))
    editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at));
}

/** An insertion takes a caret that stands there along. False where the text has changed meanwhile: then nothing is done. */
function makeEdits(
  editor: TextEditor,
  { edits }: TypedEdit,
  options: { readonly undoStopBefore: boolean; readonly undoStopAfter: boolean },
): Thenable<boolean> {
  return editor.edit((edit) => {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      const span = new Range(start.line, start.character, end.line, end.character);
      if (span.isEmpty) edit.insert(span.start, newText);
      else edit.replace(span, newText);
    }
  }, options);
}
