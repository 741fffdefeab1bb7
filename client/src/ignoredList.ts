import {
  l10n,
  type QuickInputButton,
  type QuickPickItem,
  QuickPickItemKind,
  Selection,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from "vscode";
import type { IgnoredEntry } from "../../server/src/lsp/protocol.js";
import { howIgnored, rangeOf } from "./ignoredStruck.js";

interface Choice extends QuickPickItem {
  readonly entry?: IgnoredEntry;
}

/** Everything that is silenced, draft by draft: choosing goes to the place, the button takes it back. */
export async function listIgnored(
  entries: readonly IgnoredEntry[],
  restore: (entry: IgnoredEntry) => Promise<boolean>,
): Promise<void> {
  if (entries.length === 0) {
    void window.showInformationMessage(l10n.t("Nothing is ignored here."));
    return;
  }
  const pick = window.createQuickPick<Choice>();
  pick.title = l10n.t("Ignored problems");
  pick.placeholder = l10n.t("Choose one to go there");
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = choices(entries);
  pick.onDidTriggerItemButton(({ item: { entry } }) => {
    if (!entry) return;
    pick.items = pick.items.filter((item) => item.entry !== entry);
    void restore(entry);
  });
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen?.entry) void goTo(chosen.entry);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function choices(entries: readonly IgnoredEntry[]): Choice[] {
  const restoring: QuickInputButton = {
    iconPath: new ThemeIcon("discard"),
    tooltip: l10n.t("No longer ignore"),
  };
  let draft = "";
  return entries.flatMap((entry): Choice[] => {
    const choice: Choice = {
      label: entry.findings[0]?.message ?? entry.quote ?? entry.rule,
      description: [stateName(entry), entry.rule].filter((part) => part !== "").join(" · "),
      detail: [entry.heading ?? "", howIgnored(entry)].filter((part) => part !== "").join(" · "),
      buttons: [restoring],
      entry,
    };
    if (entry.uri === draft) return [choice];
    draft = entry.uri;
    const label = workspace.asRelativePath(Uri.parse(draft));
    return [{ label, kind: QuickPickItemKind.Separator }, choice];
  });
}

function stateName({ state, findings }: IgnoredEntry): string {
  if (state === "stale") return l10n.t("answers to nothing any more");
  if (state === "absent") return l10n.t("the draft is not there");
  return findings.length > 1 ? l10n.t("{0} places", findings.length) : "";
}

async function goTo({ uri, findings }: IgnoredEntry): Promise<void> {
  const editor = await window.showTextDocument(Uri.parse(uri));
  const [place] = findings;
  if (!place) return;
  const range = rangeOf(place);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}
