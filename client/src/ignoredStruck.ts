import {
  type DecorationOptions,
  Disposable,
  l10n,
  languages,
  MarkdownString,
  Range,
  type TextEditor,
  ThemeColor,
  type Uri,
  window,
} from "vscode";
import type { IgnoredEntry, SilencedPlace } from "../../server/src/lsp/protocol.js";
import { LANGUAGE } from "./running.js";

/** What is struck moves along with the text by itself; it is asked for again when the problems have been told anew. */
const PAUSE_MS = 200;

export interface Struck extends Disposable {
  /** Shows what is silenced as struck, or no longer; gives whether it is shown now. */
  toggle(): Promise<boolean>;
  refresh(): void;
}

interface Source {
  /** The command of the link 不再忽略; its argument is the entry. */
  readonly restoreCommand: string;
  entriesOf(draft: Uri): Promise<readonly IgnoredEntry[]>;
}

/** The silenced problems of every draft in sight, struck where they stand: off until somebody asks for them. */
export function createStruck(source: Source): Struck {
  const style = window.createTextEditorDecorationType({
    textDecoration: "line-through",
    color: new ThemeColor("disabledForeground"),
  });
  let isShown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const strike = async (editor: TextEditor): Promise<void> => {
    const entries = isShown ? await source.entriesOf(editor.document.uri) : [];
    // Hidden again while the answer was on its way.
    if (isShown || entries.length === 0) editor.setDecorations(style, decorations(entries, source));
  };
  const strikeAll = async (): Promise<void> => {
    const drafts = window.visibleTextEditors.filter(({ document }) => document.languageId === LANGUAGE);
    await Promise.all(drafts.map(strike));
  };
  const refresh = (): void => {
    clearTimeout(timer);
    if (isShown) timer = setTimeout(() => void strikeAll(), PAUSE_MS);
  };
  const parts = Disposable.from(
    style,
    window.onDidChangeVisibleTextEditors(refresh),
    languages.onDidChangeDiagnostics(refresh),
    new Disposable(() => clearTimeout(timer)),
  );
  return {
    refresh,
    dispose: () => parts.dispose(),
    async toggle() {
      isShown = !isShown;
      await strikeAll();
      return isShown;
    },
  };
}

function decorations(entries: readonly IgnoredEntry[], { restoreCommand }: Source): DecorationOptions[] {
  return entries.flatMap((entry) =>
    entry.findings.map((place) => ({
      range: rangeOf(place),
      hoverMessage: hover(entry, place, restoreCommand),
    })),
  );
}

export function rangeOf({ range: { start, end } }: SilencedPlace): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function hover(entry: IgnoredEntry, { message }: SilencedPlace, restoreCommand: string): MarkdownString {
  const text = new MarkdownString();
  text.isTrusted = { enabledCommands: [restoreCommand] };
  text.appendMarkdown("~~").appendText(message).appendMarkdown("~~\n\n");
  text.appendText(`${howIgnored(entry)} · ${entry.rule}`);
  const link = `command:${restoreCommand}?${encodeURIComponent(JSON.stringify([entry]))}`;
  return text.appendMarkdown(`\n\n[${l10n.t("No longer ignore")}](${link})`);
}

/** 已忽略：原文如此 / 在基线里. */
export function howIgnored({ from, quote, reason }: IgnoredEntry): string {
  if (from === "baseline") return l10n.t("In the baseline");
  const where = quote === null ? l10n.t("Ignored in this file") : l10n.t("Ignored");
  return reason === null ? where : l10n.t("{0}: {1}", where, reason);
}
