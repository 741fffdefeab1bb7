import { type Diagnostic, DiagnosticSeverity, type Range } from "vscode-languageserver";
import { folderOf } from "../service/configPaths.js";
import { loadConfig } from "../service/loadConfig.js";
import { lineColumn, lineStarts } from "../text/lines.js";
import type { Span } from "../text/span.js";
import type { Session } from "./session.js";
import { rootOf } from "./teamFile.js";
import { source } from "./toLsp.js";

export interface ConfigMistakes {
  opened(uri: string): void;
  /** Settings, or files that they depend on, have changed. */
  refresh(): void;
}

/** Mistakes in the team's files of the open drafts (and in what these extend), shown where they stand. */
export function startConfigMistakes(session: Session): ConfigMistakes {
  const { connection, drafts, configuration } = session;
  const shown = new Set<string>();
  let round = 0;
  const look = async (): Promise<void> => {
    const mine = ++round;
    const found = new Map<string, Diagnostic[]>();
    const settings = await Promise.all(drafts.all().map((uri) => configuration.of(uri)));
    const tops = new Set(settings.flatMap(({ teamFiles }) => teamFiles.slice(0, 1)));
    for (const top of tops) for (const [uri, own] of await mistakesIn(top, session)) found.set(uri, own);
    // Somebody has looked since, and knows better.
    if (mine !== round) return;
    for (const uri of shown) if (!found.has(uri)) found.set(uri, []);
    for (const [uri, diagnostics] of found) {
      if (diagnostics.length === 0 && !shown.delete(uri)) continue;
      if (diagnostics.length > 0) shown.add(uri);
      await connection.sendDiagnostics({ uri, diagnostics });
    }
  };
  const refresh = (): void => {
    look().catch((error: unknown) => connection.console.error(`mistakes in settings: ${String(error)}`));
  };
  return { opened: refresh, refresh };
}

/** By URI: the file itself and all that it extends, those without mistakes too. */
async function mistakesIn(top: string, session: Session): Promise<Map<string, Diagnostic[]>> {
  const { configuration, client } = session;
  const texts = new Map<string, string>();
  const { files, problems } = await loadConfig(top, {
    locale: client.locale,
    root: rootOf(folderOf(top), await configuration.roots()),
    async readText(uri) {
      const text = await configuration.readText(uri);
      if (text !== undefined) texts.set(uri, text);
      return text;
    },
  });
  const found = new Map<string, Diagnostic[]>(files.map((uri) => [uri, []]));
  const placed = new Map(files.map((uri) => [uri, placesIn(texts.get(uri) ?? "")]));
  for (const { path, span, message } of problems) {
    const range = placed.get(path)?.(span) ?? HEAD;
    found.get(path)?.push({ range, severity: DiagnosticSeverity.Warning, source, message });
  }
  return found;
}

const HEAD: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** As the editor counts, which shows no byte order mark. */
function placesIn(text: string): (span: Span) => Range {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const starts = lineStarts(text.slice(mark));
  const place = (offset: number): Range["start"] => lineColumn(starts, Math.max(0, offset - mark));
  return ({ start, end }) => ({ start: place(start), end: place(end) });
}
