import { type Definition, type Disposable, type DocumentLink, Location, Uri, workspace } from "vscode";
import type { LocationLink, TextDocument } from "vscode";
import type { Middleware } from "vscode-languageclient";
import { authorCommands } from "../../server/src/lsp/protocol.js";
import type { Running } from "./running.js";

const SCHEME = "hegao-text";
/** Formats whose words are read, and whose bytes no text editor shows. */
const CONVERTED = /\.(?:docx?|html?)$/i;

/** 《…》, definitions and comparisons lead to documents of Word too: their words are shown, to be read and not written. */
export function registerWordText({ client, log }: Running): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ query }) {
      const params = { command: authorCommands.documentText, arguments: [{ uri: query }] };
      const text = await client.sendRequest<string | null>("workspace/executeCommand", params);
      if (text === null) log.warn(`${query} cannot be read`);
      return text ?? "";
    },
  });
}

/** The address under which the words of a document can be read; that of a text file is its own. */
export function readable(uri: Uri): Uri {
  if (!CONVERTED.test(uri.path)) return uri;
  // The ending gives it the colours of a draft.
  return Uri.from({ scheme: SCHEME, path: `${uri.path}.plan`, query: uri.toString() });
}

/** Definitions and links lead to what can be read. The server hears nothing of converted texts: nobody edits them. */
export const wordMiddleware: Middleware = {
  didOpen: (document, next) => (isConverted(document) ? Promise.resolve() : next(document)),
  didClose: (document, next) => (isConverted(document) ? Promise.resolve() : next(document)),
  provideDefinition: async (document, position, token, next) => {
    const found = await next(document, position, token);
    return found && readablePlaces(found);
  },
  provideDocumentLinks: async (document, token, next) => (await next(document, token))?.map(readableLink),
};

export function isConverted({ uri }: TextDocument): boolean {
  return uri.scheme === SCHEME;
}

function readablePlaces(found: Definition | LocationLink[]): Definition | LocationLink[] {
  if (!Array.isArray(found)) return readablePlace(found);
  return found.map((one) =>
    one instanceof Location ? readablePlace(one) : { ...one, targetUri: readable(one.targetUri) },
  ) as Location[] | LocationLink[];
}

function readablePlace({ uri, range }: Location): Location {
  return new Location(readable(uri), range);
}

function readableLink(link: DocumentLink): DocumentLink {
  if (link.target) link.target = readable(link.target);
  return link;
}
