import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from "vscode-languageserver";
import type { Locale } from "../check/rule.js";
import type { Settings } from "../check/settings.js";
import type { PlanService } from "../service/planService.js";
import type { SilenceEntry } from "../service/silenceModel.js";
import { documentGlob } from "./folderFiles.js";
import { type ClientFacts, isRecord } from "./clientFacts.js";
import { type EditorSettings, editorSettings } from "./fromLsp.js";
import type { Comparer } from "./comparer.js";
import type { EarlierIndex } from "./earlierIndex.js";
import type { PlanFiles } from "./planFiles.js";
import { silencedIn, silenceGlob } from "./silenceShelf.js";
import { type ReadText, type TeamFile, teamFileGlob, teamFileOf } from "./teamFile.js";

const SECTION = "hegao";

/** Makes the service for a language and settings: `createPlanService`, or what a test puts in its place. */
export type ServiceMaker = (dependencies: {
  readonly locale: Locale;
  readonly settings: Settings;
}) => PlanService;

/** What the server is given by the program that it runs in. */
export interface ServerHost {
  readonly make: ServiceMaker;
  readonly readText: ReadText;
  readonly files: PlanFiles;
  readonly comparer: () => Comparer;
  /** How earlier years are remembered; without it in memory, as `plain` does. */
  readonly index?: (plain: EarlierIndex) => EarlierIndex;
}

/** How one draft is checked. */
export interface DraftSettings extends EditorSettings {
  readonly service: PlanService;
  /** The team's file and what it extends, as URIs. */
  readonly teamFiles: readonly string[];
  /** What `.hegao/` says may stand in this draft. */
  readonly silenced: readonly SilenceEntry[];
  /** Grows with every change of settings, so that what was answered before can be told from what holds now. */
  readonly generation: number;
}

/** The settings of each draft (folders of a workspace may differ), asked for once and kept until they change. */
export interface Configuration {
  of(uri: string): Promise<DraftSettings>;
  /** False once settings have changed since these were given. */
  holds(settings: DraftSettings): boolean;
  /** The folders of the workspace, as URIs without a final slash. */
  roots(): Promise<readonly string[]>;
  readonly readText: ReadText;
  /** New settings: `pushed` are those that an older client sends along. */
  changed(pushed?: unknown): void;
  forget(uri: string): void;
  register(): Promise<void>;
  /** True once the client has said that it tells of changed files. */
  isWatching(): boolean;
}

export function createConfiguration(
  connection: Connection,
  client: ClientFacts,
  host: ServerHost,
): Configuration {
  const asked = new Map<string, Promise<DraftSettings>>();
  const services = sharedServices(connection, client, host.make);
  let pushedSettings: unknown = client.options.settings;
  let generation = 0;
  let isWatching = false;

  const ask = async (uri: string): Promise<DraftSettings> => {
    const asking = generation;
    const team = await teamFile(connection, uri, { client, host });
    const own = client.asksConfiguration ? await askedSettings(connection, uri) : pushedSettings;
    const quiet = await silenced(connection, uri, { client, host });
    // Changed while the client was answering: what it said may be what held before.
    if (asking !== generation) return await of(uri);
    return { ...services.read(own, team), silenced: quiet, generation };
  };
  const of = (uri: string): Promise<DraftSettings> => {
    const answer = asked.get(uri) ?? ask(uri);
    asked.set(uri, answer);
    return answer;
  };
  return {
    of,
    holds: (settings) => settings.generation === generation,
    roots: () => workspaceRoots(connection, client),
    readText: host.readText,
    changed(pushed) {
      if (isRecord(pushed) && SECTION in pushed) pushedSettings = pushed[SECTION];
      asked.clear();
      services.clear();
      generation += 1;
    },
    forget: (uri) => void asked.delete(uri),
    async register() {
      const watchers = [teamFileGlob, silenceGlob, documentGlob].map((globPattern) => ({ globPattern }));
      if (client.registersConfiguration)
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      if (!client.watchesFiles) return;
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      isWatching = true;
    },
    isWatching: () => isWatching,
  };
}

async function workspaceRoots(connection: Connection, client: ClientFacts): Promise<string[]> {
  if (!client.workspaceFolders) return [];
  try {
    const folders = await connection.workspace.getWorkspaceFolders();
    return (folders ?? []).map(({ uri }) => uri.replace(/\/$/, ""));
  } catch (error) {
    connection.console.error(
      `the client refused its folders, each draft is looked at alone: ${String(error)}`,
    );
    return [];
  }
}

async function askedSettings(connection: Connection, uri: string): Promise<unknown> {
  try {
    return await connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
  } catch (error) {
    connection.console.error(`the client refused its settings, the defaults hold: ${String(error)}`);
    return undefined;
  }
}

/** The team's file of a draft. Whatever goes wrong there, the draft is checked by what is left. */
async function teamFile(
  connection: Connection,
  uri: string,
  { client, host }: { readonly client: ClientFacts; readonly host: ServerHost },
): Promise<TeamFile | undefined> {
  try {
    const folders = await workspaceRoots(connection, client);
    const found = { locale: client.locale, readText: host.readText, folders };
    return await teamFileOf(uri, found);
  } catch (error) {
    connection.console.error(`the team's file could not be read: ${String(error)}`);
    return undefined;
  }
}

/** What is silenced in a draft. Whatever goes wrong there, the draft is checked without. */
async function silenced(
  connection: Connection,
  uri: string,
  { client, host }: { readonly client: ClientFacts; readonly host: ServerHost },
): Promise<readonly SilenceEntry[]> {
  try {
    const roots = await workspaceRoots(connection, client);
    const complain = (message: string): void => connection.console.warn(message);
    return await silencedIn(uri, { roots, files: host.files, readText: host.readText, complain });
  } catch (error) {
    connection.console.error(`what is silenced could not be read: ${String(error)}`);
    return [];
  }
}

/** Folders with the same settings share one service, and with it what the service remembers. */
function sharedServices(
  connection: Connection,
  client: ClientFacts,
  make: ServiceMaker,
): {
  read(value: unknown, team: TeamFile | undefined): Omit<DraftSettings, "silenced" | "generation">;
  clear(): void;
} {
  const services = new Map<string, PlanService>();
  return {
    read(value, team) {
      const settings = editorSettings(value, team?.config, client.locale);
      for (const problem of [...(team?.problems ?? []), ...settings.problems])
        connection.console.warn(problem);
      const key = JSON.stringify(settings.settings);
      const service = services.get(key) ?? make({ locale: client.locale, settings: settings.settings });
      services.set(key, service);
      return { ...settings, service, teamFiles: team?.files ?? [] };
    },
    clear: () => services.clear(),
  };
}
