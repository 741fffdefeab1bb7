import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import type { Locale } from "../check/rule.js";
import type { Settings } from "../check/settings.js";
import type { PlanService } from "../service/planService.js";
import { type ClientFacts, type EditorSettings, editorSettings, isRecord } from "./fromLsp.js";

const SECTION = "hegao";

/** Makes the service for a language and settings: `createPlanService`, or what a test puts in its place. */
export type ServiceMaker = (dependencies: {
  readonly locale: Locale;
  readonly settings: Settings;
}) => PlanService;

/** How one draft is checked. */
export interface DraftSettings extends EditorSettings {
  readonly service: PlanService;
}

/** The settings of each draft (folders of a workspace may differ), asked for once and kept until they change. */
export interface Configuration {
  of(uri: string): Promise<DraftSettings>;
  /** Grows with every change of settings, so that what was answered before can be told from what holds now. */
  generation(): number;
  /** New settings: `pushed` are those that an older client sends along. */
  changed(pushed?: unknown): void;
  forget(uri: string): void;
  register(): Promise<void>;
}

export function createConfiguration(
  connection: Connection,
  client: ClientFacts,
  make: ServiceMaker,
): Configuration {
  const asked = new Map<string, Promise<DraftSettings>>();
  const services = sharedServices(connection, client, make);
  let pushedSettings: unknown = client.options.settings;
  let generation = 0;

  const ask = async (uri: string): Promise<DraftSettings> => {
    if (!client.asksConfiguration) return services.read(pushedSettings);
    try {
      return services.read(await connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }));
    } catch (error) {
      connection.console.error(`the client refused its settings, the defaults hold: ${String(error)}`);
      return services.read(undefined);
    }
  };
  return {
    of(uri) {
      const answer = asked.get(uri) ?? ask(uri);
      asked.set(uri, answer);
      return answer;
    },
    generation: () => generation,
    changed(pushed) {
      if (isRecord(pushed) && SECTION in pushed) pushedSettings = pushed[SECTION];
      asked.clear();
      services.clear();
      generation += 1;
    },
    forget: (uri) => void asked.delete(uri),
    async register() {
      if (!client.registersConfiguration) return;
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    },
  };
}

/** Folders with the same settings share one service, and with it what the service remembers. */
function sharedServices(
  connection: Connection,
  client: ClientFacts,
  make: ServiceMaker,
): { read(value: unknown): DraftSettings; clear(): void } {
  const services = new Map<string, PlanService>();
  return {
    read(value) {
      const settings = editorSettings(value);
      for (const problem of settings.problems) connection.console.warn(`ignored setting ${problem}`);
      const key = JSON.stringify(settings.settings);
      const service = services.get(key) ?? make({ locale: client.locale, settings: settings.settings });
      services.set(key, service);
      return { ...settings, service };
    },
    clear: () => services.clear(),
  };
}
