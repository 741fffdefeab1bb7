import {
  createConnection,
  type Diagnostic,
  ProposedFeatures,
  type SymbolInformation,
  TextDocuments,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

/** The floor of a keystroke: the usual library, one expression over the whole text, the numbered lines as symbols. */
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    documentSymbolProvider: true,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  const items: Diagnostic[] = [];
  for (const match of document?.getText().matchAll(/[，。；]{2}|的的|[0-9]%/g) ?? []) {
    if (items.length === 100 || !document) break;
    const range = {
      start: document.positionAt(match.index),
      end: document.positionAt(match.index + match[0].length),
    };
    items.push({ range, message: match[0] });
  }
  return { kind: "full", items };
});
connection.onDocumentSymbol(({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  const symbols: SymbolInformation[] = [];
  for (const match of document
    ?.getText()
    .matchAll(/^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、]).{0,40}/gm) ??
    []) {
    if (!document) break;
    const range = {
      start: document.positionAt(match.index),
      end: document.positionAt(match.index + match[0].length),
    };
    symbols.push({ name: match[0], kind: 15, location: { uri: textDocument.uri, range } });
  }
  return symbols;
});
documents.listen(connection);
connection.listen();
