import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities, Position } from "vscode-languageserver/node";
import * as lsp from "./lspClient.js";

/** A client that also knows snippets and Markdown. */
export const writer: ClientCapabilities = {
  ...lsp.modern,
  textDocument: {
    ...lsp.modern.textDocument,
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ["markdown"] },
  },
};

/** The caret in a case. */
const CARET = "｜";

/** A draft with its caret mark taken out, and where it stood. */
export function caretIn(text: string): { readonly text: string; readonly position: Position } {
  const at = Math.max(0, text.indexOf(CARET));
  const before = text.slice(0, at).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { text: text.replace(CARET, ""), position };
}

/** A folder of files for one test, open in a client. */
export interface Desk {
  readonly client: lsp.LspClient;
  uri(name: string): string;
  write(name: string, text: string): void;
  /** Opens a draft as it lies in the folder, or with other words; a caret mark in it says where things are asked. */
  open(name: string, text: string): Promise<{ readonly uri: string; readonly position: Position }>;
  ask<R>(method: string, params: object): Promise<R>;
  command<R>(name: string, argument?: object): Promise<R>;
  close(): Promise<void>;
}

export async function startDesk(
  files: Readonly<Record<string, string>> = {},
  options: lsp.ClientOptions = {},
): Promise<Desk> {
  const root = mkdtempSync(join(tmpdir(), "hegao-desk-"));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const client = await lsp.startClient({
    capabilities: writer,
    folders: [pathToFileURL(root).href],
    ...options,
  });
  const uri = (name: string): string => pathToFileURL(join(root, name)).href;
  return {
    client,
    uri,
    write,
    async open(name, marked) {
      const { text, position } = caretIn(marked);
      await lsp.open(client, uri(name), text);
      return { uri: uri(name), position };
    },
    ask: (method, params) => client.connection.sendRequest(method, params),
    command: (command, argument) =>
      client.connection.sendRequest("workspace/executeCommand", {
        command,
        arguments: argument === undefined ? [] : [argument],
      }),
    async close() {
      await client.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Asks until the answer satisfies: what is made ready in the background takes its time. */
export async function until<R>(ask: () => Promise<R>, enough: (answer: R) => boolean): Promise<R> {
  const deadline = Date.now() + lsp.PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (enough(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`not in time: ${JSON.stringify(answer)}`);
    await new Promise((next) => setTimeout(next, 40));
  }
}
