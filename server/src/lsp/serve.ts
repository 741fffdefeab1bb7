import { CodeLensRefreshRequest, type Connection, type TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { repository } from "../../../package.json";
import { createPlanService } from "../service/planService.js";
import { startAuthoring } from "./authoring.js";
import type { ClientFacts } from "./clientFacts.js";
import { startCodeActions } from "./codeActions.js";
import { startCommands } from "./commands.js";
import { type CompareFeature, startCompare } from "./compare.js";
import { createPlainComparer } from "./comparer.js";
import { startCompareRequests } from "./compareRequests.js";
import { createComparisons } from "./comparisons.js";
import { startConfigMistakes } from "./configMistakes.js";
import { createConfiguration, type ServerHost } from "./configuration.js";
import { type DiagnosticsFeature, startDiagnostics } from "./diagnostics.js";
import { createDrafts } from "./drafts.js";
import { createFolder } from "./folder.js";
import { changedDrafts, changedUris, followFolder, watchSnippets } from "./followFolder.js";
import { listenTo, openDocuments } from "./openDocuments.js";
import { createPinyin } from "./pinyin.js";
import { noPlanFiles } from "./planFiles.js";
import type { Session } from "./session.js";
import { silenceAnswers } from "./silenceAnswers.js";
import { startStructure } from "./structure.js";
import { createTeamSnippets } from "./teamSnippets.js";
import { serverTexts } from "./texts.js";

/** A host without files, as in a browser. */
const noFiles: ServerHost = {
  make: createPlanService,
  readText: async () => undefined,
  files: noPlanFiles,
  comparer: createPlainComparer,
};

/** Answers whatever a client asks. It must be called before the message that follows `initialize` is handled. */
export function serve(connection: Connection, client: ClientFacts, own: Partial<ServerHost>): void {
  const host = { ...noFiles, ...own };
  const documents = openDocuments();
  const reader = host.make({
    locale: client.locale,
    settings: { rules: {}, kinds: {}, roster: [], terms: [], sections: {} },
  });
  const drafts = createDrafts(documents, reader);
  const configuration = createConfiguration(connection, client, host);
  const session: Session = {
    connection,
    client,
    texts: serverTexts(client.locale),
    drafts,
    configuration,
    comparisons: createComparisons(),
    folder: createFolder({ drafts, reader, files: host.files, folders: configuration.roots }),
    pinyin: createPinyin(),
    teamSnippets: createTeamSnippets({
      list: host.files.list,
      watch: (folder) => watchSnippets(connection, client, folder),
      text: host.readText,
      complain: (message) => connection.console.warn(message),
    }),
    rulesBase: client.options.rulesBase ?? rulesOnline(),
  };
  const diagnostics = startDiagnostics(session);
  startCodeActions(session);
  startStructure(session, reader);
  startAuthoring(session);
  followFolder(session, documents);
  const changed = (): void => {
    diagnostics.refresh();
    // What became of an item stands above it; a client that cannot be told asks again with the next edit.
    if (client.refreshesLenses)
      void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  };
  const compare = startCompare({ session, host, reader, changed });
  const mistakes = startConfigMistakes(session);
  const renew = (pushed?: unknown): void => {
    configuration.changed(pushed);
    for (const feature of [diagnostics, compare, mistakes]) feature.refresh();
  };
  const silence = silenceAnswers({ session, files: host.files, renew });
  startCommands(session, startCompareRequests({ session, compare, files: host.files }), silence);
  documents.onDidOpen(({ document }) => mistakes.opened(document.uri));
  followDocuments(session, documents, [diagnostics, compare]);
  followSettings(session, compare, renew);
  connection.onShutdown(() => compare.stop());
}

/** The pages of the rules in the repository, for a client that has none at hand. */
function rulesOnline(): string {
  return `${repository.url.replace(/\.git$/, "")}/blob/main/docs/rules/`;
}

function followDocuments(
  session: Session,
  documents: TextDocuments<TextDocument>,
  [diagnostics, compare]: readonly [DiagnosticsFeature, CompareFeature],
): void {
  documents.onDidOpen(({ document }) => {
    diagnostics.opened(document.uri);
    compare.opened(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    diagnostics.edited(document.uri);
    compare.edited(document.uri);
  });
  documents.onDidSave(({ document }) => diagnostics.saved(document.uri));
  documents.onDidClose(({ document }) => {
    session.drafts.forget(document.uri);
    session.configuration.forget(document.uri);
    compare.closed(document.uri);
    diagnostics.closed(document.uri);
  });
  listenTo(session.connection, documents);
}

function followSettings(session: Session, compare: CompareFeature, renew: (pushed?: unknown) => void): void {
  const { connection, configuration, client } = session;
  connection.onDidChangeConfiguration(({ settings }) => renew(settings));
  connection.onDidChangeWatchedFiles((params) => {
    compare.changed(changedUris(params));
    const others = changedDrafts(session, params);
    if (others === undefined) renew();
    else if (others.length > 0) compare.refresh();
  });
  connection.onInitialized(() => {
    configuration.register().catch((error: unknown) => connection.console.warn(`settings: ${String(error)}`));
    // Another folder may bring other settings for a draft that is already open.
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(() => {
        session.folder.renew();
        renew();
      });
    }
  });
}
