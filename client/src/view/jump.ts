import { Range, Uri, ViewColumn, window, workspace } from "vscode";
import { readable } from "../wordText.js";

/** Opens a document at a place that a page names: `line,character,line,character`. Of no other kind than a draft may be. */
export async function jump(uri: string, place: string): Promise<void> {
  const [line = 0, character = 0, endLine = line, endCharacter = character] = place.split(",").map(Number);
  const selection = new Range(line, character, endLine, endCharacter);
  // Places count in the text that was read.
  const target = readable(Uri.parse(uri, true));
  const column = window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === target.toString(),
  );
  const options = { selection, viewColumn: column?.viewColumn ?? ViewColumn.One };
  await window.showTextDocument(await workspace.openTextDocument(target), options);
}
