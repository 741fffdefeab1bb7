import {
  commands,
  Disposable,
  EndOfLine,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  window,
} from "vscode";
import { State } from "vscode-languageclient";
import { authorCommands, type TypedEdit, type TypingParams } from "../../server/src/lsp/protocol.js";
import { LANGUAGE, type Running } from "./running.js";

/** A key that is not answered by then does what it always does. */
const PATIENCE_MS = 500;
/** What may be a marker at the head of a line. The server has the last word; this only says when it is worth asking. */
const MARKER =
  /^[\s\u3000]*(?:[（(〔][一二三四五六七八九十百\d]{0,4}[）)〕]|[一二三四五六七八九十百\d]{1,4}[、.．）)]|第[一二三四五六七八九十百\d]{1,4}[章节条篇]|[①-⑳])[\s\u3000]?/;

/** What a key does where there is nothing for us to do; without it (from the palette) nothing happens. */
interface KeyArguments {
  readonly otherwise?: { readonly command: string; readonly args?: unknown };
}

/** Enter, Tab, Shift-Tab and Alt-arrows at items, and the same as commands. */
export function registerTyping(running: Running): Disposable {
  const answering =
    (name: string) =>
    (key?: KeyArguments): Promise<void> =>
      press(running, name, key ?? {});
  return Disposable.from(
    commands.registerCommand("hegao.continueItem", answering(authorCommands.continueItem)),
    commands.registerCommand("hegao.demote", answering(authorCommands.demote)),
    commands.registerCommand("hegao.promote", answering(authorCommands.promote)),
    commands.registerCommand("hegao.moveItemUp", answering(authorCommands.moveItemUp)),
    commands.registerCommand("hegao.moveItemDown", answering(authorCommands.moveItemDown)),
    commands.registerCommand("hegao.renumber", answering(authorCommands.renumber)),
    commands.registerCommand("hegao.renumberAll", answering(authorCommands.renumberAll)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => tellPlace(textEditor)),
    window.onDidChangeActiveTextEditor(tellPlace),
  );
}

/** Lets the keys of an item be theirs only where the caret is at a marker. */
function tellPlace(editor: TextEditor | undefined): void {
  if (editor?.document.languageId !== LANGUAGE) return;
  const { active } = editor.selection;
  const marker = MARKER.exec(editor.document.lineAt(active.line).text)?.[0].length ?? -1;
  void commands.executeCommand("setContext", "hegao.atMarker", active.character <= marker);
}

async function press(running: Running, name: string, { otherwise }: KeyArguments): Promise<void> {
  const editor = window.activeTextEditor;
  const pass = async (): Promise<void> => {
    if (otherwise) await commands.executeCommand(otherwise.command, otherwise.args);
  };
  if (editor?.document.languageId !== LANGUAGE || running.client.state !== State.Running) return pass();
  if (otherwise?.command === "type" && !isLineEnd(editor)) return pass();
  const { version } = editor.document;
  const { active } = editor.selection;
  const answer = await Promise.race([ask(running, name, editor), late()]);
  if (editor.document.version !== version) {
    // The hand was faster: what it has typed since stays behind the line that it asked for.
    if (otherwise?.command === "type") await breakLine(editor, active);
    return;
  }
  if (answer?.version === version) await make(editor, answer);
  else await pass();
}

function isLineEnd({ document, selection }: TextEditor): boolean {
  const { text } = document.lineAt(selection.active.line);
  return text.trim() !== "" && text.slice(selection.active.character).trim() === "";
}

async function ask({ client }: Running, name: string, editor: TextEditor): Promise<TypedEdit | null> {
  const params: TypingParams = {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    position: { line: editor.selection.active.line, character: editor.selection.active.character },
  };
  return client.sendRequest("workspace/executeCommand", { command: name, arguments: [params] });
}

function late(): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), PATIENCE_MS));
}

async function breakLine(editor: TextEditor, at: Position): Promise<void> {
  await editor.edit((edit) => edit.insert(at, newline(editor.document)));
}

function newline(document: TextDocument): string {
  return document.eol === EndOfLine.CRLF ? "\r\n" : "\n";
}

/** All in one step to undo. */
async function make(editor: TextEditor, { edits, caret }: TypedEdit): Promise<void> {
  const done = await editor.edit((edit) => {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      edit.replace(new Range(start.line, start.character, end.line, end.character), newText);
    }
  });
  if (!done) return;
  const at = new Position(caret.line, caret.character);
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at));
}
