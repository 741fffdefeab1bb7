import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Range,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";

const SERVER = "dist/server.js";
/** Far more than any answer takes on a machine that has other things to do. */
export const PATIENCE_MS = 60_000;

/** What a test says of the client that it plays. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  /** Answers `workspace/configuration`, by the URI of the draft, at once or by and by. */
  readonly settingsOf?: (uri: string) => unknown;
  /** The folders of the workspace, as URIs. */
  readonly folders?: readonly string[];
}

/** A client over real stdio, and what the server has told it without being asked. */
export interface LspClient {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  readonly published: Map<
    string,
    { readonly version: number | undefined; readonly diagnostics: Diagnostic[] }
  >;
  readonly logged: string[];
  readonly refreshes: () => number;
  stop(): Promise<void>;
}

/** A client of today: asks for diagnostics, is asked for settings, knows versions of drafts. */
export const modern: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } } },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    workspaceFolders: true,
    applyEdit: true,
  },
};

const { diagnostic: _, ...withoutPull } = modern.textDocument ?? {};
/** The same, but it waits for diagnostics to be pushed. */
export const pushed: ClientCapabilities = { ...modern, textDocument: withoutPull };

export async function startClient(options: ClientOptions = {}): Promise<LspClient> {
  if (!existsSync(SERVER)) execFileSync(process.execPath, ["esbuild.mjs"]);
  const child = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const heard = listen(connection, options);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: options.capabilities ?? pushed,
    workspaceFolders: null,
    ...(options.locale ? { locale: options.locale } : {}),
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification("initialized", {});
  const stop = async (): Promise<void> => {
    const gone = new Promise((done) => child.once("exit", done));
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    await gone;
    connection.dispose();
  };
  return { connection, process: child, initialized, ...heard, stop };
}

function listen(
  connection: ProtocolConnection,
  options: ClientOptions,
): Omit<LspClient, "connection" | "process" | "initialized" | "stop"> {
  const published: LspClient["published"] = new Map();
  const logged: string[] = [];
  let refreshes = 0;
  connection.onNotification("textDocument/publishDiagnostics", (params) => {
    published.set(params.uri, { version: params.version, diagnostics: params.diagnostics });
  });
  connection.onNotification(
    "window/logMessage",
    (params: { message: string }) => void logged.push(params.message),
  );
  connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri: string }[] }) =>
    Promise.all(items.map(async (item) => (await options.settingsOf?.(item.scopeUri)) ?? null)),
  );
  connection.onRequest(
    "workspace/workspaceFolders",
    () => options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => {
    refreshes += 1;
    return null;
  });
  return { published, logged, refreshes: () => refreshes };
}

export async function open(client: LspClient, uri: string, text: string): Promise<void> {
  await client.connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "policy-plan", version: 1, text },
  });
}

export async function change(
  client: LspClient,
  uri: string,
  of: { version: number; range: Range; text: string },
): Promise<void> {
  await client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: of.version },
    contentChanges: [{ range: of.range, text: of.text }],
  });
}

/** What was pushed for a draft, once it satisfies. */
export async function pushedFor(
  client: LspClient,
  uri: string,
  enough: (rules: string[]) => boolean,
): Promise<Diagnostic[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = client.published.get(uri)?.diagnostics;
    if (found && enough(rules(found))) return found;
    if (Date.now() > deadline) throw new Error(`pushed for ${uri}: ${JSON.stringify(found && rules(found))}`);
    await pause(10);
  }
}

export async function pulled(client: LspClient, uri: string): Promise<Diagnostic[]> {
  const report = await client.connection.sendRequest<{ items: Diagnostic[] }>("textDocument/diagnostic", {
    textDocument: { uri },
  });
  return report.items;
}

export function rules(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((one) => String(one.code));
}

export function lineRange(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

/** The text with the edits of one draft applied, from the last to the first. */
export function applied(text: string, edit: WorkspaceEdit | undefined): string {
  const changes = edit?.documentChanges ?? Object.values(edit?.changes ?? {}).map((edits) => ({ edits }));
  const edits = changes.flatMap((one) => ("edits" in one ? (one.edits as TextEdit[]) : []));
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const offset = (at: Range["start"]): number => (starts[at.line] ?? text.length) + at.character;
  return edits
    .map((one) => ({ from: offset(one.range.start), to: offset(one.range.end), text: one.newText }))
    .sort((a, b) => b.from - a.from)
    .reduce((result, one) => result.slice(0, one.from) + one.text + result.slice(one.to), text);
}

/** LSP has no position between CR and LF, so no editor can cut there. */
export function outsideLineEnd(text: string, offset: number): number {
  return text[offset - 1] === "\r" && text[offset] === "\n" ? offset + 1 : offset;
}

export function positionAt(text: string, offset: number): { line: number; character: number } {
  const ends = [...text.slice(0, offset).matchAll(/\r\n|\r|\n/g)];
  const last = ends.at(-1);
  return { line: ends.length, character: offset - (last ? last.index + last[0].length : 0) };
}
