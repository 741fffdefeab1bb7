import { commands, Disposable, type Event, l10n, ProgressLocation, Uri, window } from "vscode";
import { AGAINST, type Against, type ComparedNote, type ItemFate } from "../../../server/src/lsp/protocol.js";
import type { Running } from "../running.js";
import { askAgainst } from "./against.js";
import { askAnswer, keepAnswer } from "./answering.js";
import { type Chosen, type ComparedDraft, createComparedDraft, draftAt } from "./comparedDraft.js";
import { type ComparePanel, createComparePanel } from "./comparePanel.js";
import { type CompareNode, createCompareTree } from "./compareTree.js";
import { exportFile } from "./exporting.js";
import { FATES } from "./fates.js";
import { jump } from "./jump.js";
import type { Shown } from "./messages.js";
import { makeIndex } from "./makeIndex.js";
import { createPairDocuments, openDiff } from "./pairDocuments.js";
import { placeText } from "./placeText.js";

/** 与往年比较: the tree, the page, the diff editor, and the commands that move about in them. */
export function createComparison(running: Running, onDidCompare: Event<ComparedNote>): Disposable {
  const draft = createComparedDraft(running, onDidCompare, new Set(FATES));
  const panel = createComparePanel(running, draft);
  return Disposable.from(
    draft,
    panel,
    createCompareTree(draft),
    createPairDocuments(draft),
    commands.registerCommand("hegao.compare", (asked?: unknown) => compare(draft, panel, asked)),
    commands.registerCommand("hegao.compareWith", (against?: unknown) => compareWith(draft, panel, against)),
    commands.registerCommand("hegao.makeIndex", (uri?: unknown) => makeIndex(running, uri)),
    commands.registerCommand("hegao.nextChange", () => step(draft, 1)),
    commands.registerCommand("hegao.previousChange", () => step(draft, -1)),
    commands.registerCommand("hegao.filterChanges", (fates?: unknown) => filter(draft, fates)),
    commands.registerCommand("hegao.diffPair", (node?: unknown) =>
      withChosen(draft, node, (chosen) => openDiff(draft, chosen)),
    ),
    commands.registerCommand("hegao.openEarlier", (node?: unknown) => withChosen(draft, node, openEarlier)),
    commands.registerCommand("hegao.answerDropped", (node?: unknown, answer?: unknown) =>
      withChosen(draft, node, (chosen) => answerDropped(running, draft, chosen, answer)),
    ),
    commands.registerCommand("hegao.exportComparison", (format?: unknown, to?: unknown) =>
      exportComparison(running, draft, { format, to }),
    ),
  );
}

/** Compares and opens tree and page; resolves with what the page shows, undefined where there is no draft. */
async function compare(
  draft: ComparedDraft,
  panel: ComparePanel,
  asked: unknown,
): Promise<Shown | undefined> {
  const uri = draftAt(asked);
  if (!uri) {
    await window.showInformationMessage(l10n.t("Open a plan first."));
    return undefined;
  }
  const isYearly = draft.shows(uri) === "earlier";
  const title = isYearly ? l10n.t("Comparing with earlier years") : l10n.t("Comparing …");
  await window.withProgress({ location: ProgressLocation.Window, title }, () => draft.load(uri));
  await commands.executeCommand("setContext", "hegao.compared", true);
  await commands.executeCommand("hegao.changes.focus");
  return panel.show();
}

/** 与规划或上级比较: asks which of the plans there are, where the caller has not said. */
async function compareWith(
  draft: ComparedDraft,
  panel: ComparePanel,
  given: unknown,
): Promise<Shown | undefined> {
  const shown = draft.result()?.uri;
  const uri = draftAt(undefined) ?? (shown === undefined ? undefined : Uri.parse(shown));
  if (!uri) return compare(draft, panel, undefined);
  const result = await draft.load(uri);
  const against: Against | undefined =
    AGAINST.find((one) => one === given) ?? (result && (await askAgainst(result)));
  if (!against) return undefined;
  await draft.load(uri, against);
  return compare(draft, panel, uri);
}

async function step(draft: ComparedDraft, by: 1 | -1): Promise<string | undefined> {
  if (!draft.result()) {
    const uri = draftAt(undefined);
    if (uri) await draft.load(uri);
  }
  const chosen = draft.step(by);
  const uri = draft.result()?.uri;
  if (!chosen || uri === undefined) return undefined;
  const { item } = chosen;
  const isSeen = window.visibleTextEditors.some((editor) => editor.document.uri.toString() === uri);
  if (item.fate !== "dropped" && isSeen) await jump(uri, placeText(item.range));
  return item.path + item.title;
}

async function filter(draft: ComparedDraft, asked: unknown): Promise<void> {
  const given = Array.isArray(asked) ? FATES.filter((fate) => asked.includes(fate)) : undefined;
  const wanted = given ?? (await pickFates(draft));
  if (wanted) draft.filter(new Set(wanted.length === 0 ? FATES : wanted));
}

async function pickFates(draft: ComparedDraft): Promise<readonly ItemFate[] | undefined> {
  const uri = draftAt(undefined);
  const result = draft.result() ?? (uri && (await draft.load(uri)));
  if (!result) {
    await window.showInformationMessage(l10n.t("Open a plan first."));
    return undefined;
  }
  const { fates } = result.names;
  const items = FATES.map((fate) => ({ label: fates[fate], fate, picked: draft.fates().has(fate) }));
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: l10n.t("Which fates are to be shown?"),
  });
  return picked?.map(({ fate }) => fate);
}

/** The pair of a node of the tree, else the one that was chosen last. */
async function withChosen<R>(
  draft: ComparedDraft,
  node: unknown,
  work: (chosen: Chosen) => Promise<R>,
): Promise<R | undefined> {
  const chosen = isItem(node) ? { year: node.year, item: node.item } : draft.chosen();
  if (chosen) return work(chosen);
  await window.showInformationMessage(l10n.t("Choose an item of the comparison first."));
  return undefined;
}

function isItem(value: unknown): value is CompareNode & { kind: "item" } {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "item";
}

async function openEarlier({ year, item }: Chosen): Promise<void> {
  const range = item.pairs.find((pair) => pair.earlierRange)?.earlierRange;
  if (range) await jump(year.uri, placeText(range));
}

async function answerDropped(
  running: Running,
  draft: ComparedDraft,
  chosen: Chosen,
  given: unknown,
): Promise<boolean> {
  if (chosen.item.fate !== "dropped" || draft.result()?.against !== "earlier") return false;
  const answer = isAnswer(given) ? given : await askAnswer(chosen);
  return answer ? keepAnswer(running, draft, chosen, answer) : false;
}

function isAnswer(value: unknown): value is { kind: string; note: string } {
  return typeof value === "object" && value !== null && "kind" in value && "note" in value;
}

const FORMATS = ["html", "md", "xlsx"] as const;

async function exportComparison(
  running: Running,
  draft: ComparedDraft,
  { format, to }: { readonly format: unknown; readonly to: unknown },
): Promise<Uri | undefined> {
  const { uri, against = "earlier" } = draft.result() ?? {};
  const of = uri === undefined ? draftAt(undefined) : Uri.parse(uri);
  if (!of) return undefined;
  const given = FORMATS.find((one) => one === format);
  const items = FORMATS.map((label) => ({ label }));
  const picked =
    given ?? (await window.showQuickPick(items, { placeHolder: l10n.t("Which format?") }))?.label;
  if (!picked) return undefined;
  return exportFile(
    running,
    of,
    { what: "comparison", format: picked, against },
    to instanceof Uri ? to : undefined,
  );
}
