import {
  Disposable,
  env,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from "vscode";
import type {
  ComparedItem,
  ComparedYear,
  CompareResult,
  ItemFate,
} from "../../../server/src/lsp/protocol.js";
import { comparisonTitle } from "./against.js";
import { type Chosen, type ComparedDraft, flat } from "./comparedDraft.js";
import { answerName, fateIcon, FATES } from "./fates.js";
import { createFollowing } from "./following.js";

/** A year, or an item of it with what stands above it. */
export type CompareNode =
  | { readonly kind: "year"; readonly year: ComparedYear }
  | {
      readonly kind: "item";
      readonly year: ComparedYear;
      readonly item: ComparedItem;
      readonly above: CompareNode;
    };

/** The tree 章→条 beside each earlier year, with the fate of every item. */
export function createCompareTree(draft: ComparedDraft): Disposable {
  const changed = new EventEmitter<undefined>();
  const provider: TreeDataProvider<CompareNode> = {
    onDidChangeTreeData: changed.event,
    getParent: (node) => (node.kind === "item" ? node.above : undefined),
    getChildren: (node) => childrenOf(draft, node),
    getTreeItem: (node) => (node.kind === "year" ? yearItem(draft, node.year) : itemOf(draft, node)),
  };
  const view = window.createTreeView("hegao.changes", { treeDataProvider: provider, showCollapseAll: true });
  const refresh = (): void => {
    const result = draft.result();
    view.title = comparisonTitle(result?.against);
    view.description = result?.title ?? "";
    const filtered = draft.fates().size < FATES.length;
    const names = FATES.filter((fate) => draft.fates().has(fate)).map((fate) => fateName(result, fate));
    view.message =
      messageOf(draft) ??
      (filtered ? l10n.t("Shown: {0}", new Intl.ListFormat(env.language).format(names)) : "");
    changed.fire(undefined);
  };
  const reveal = async ({ year, item }: Chosen): Promise<void> => {
    const node = nodeOf(draft, year, item.id);
    if (node && view.visible) await view.reveal(node, { select: true });
  };
  const following = createFollowing(reveal, isSame);
  return Disposable.from(
    view,
    changed,
    draft.onDidChange(refresh),
    draft.onDidFilter(refresh),
    draft.onDidChoose(following.to),
    view.onDidChangeSelection(({ selection: [node] }) => {
      if (node?.kind !== "item" || following.isOnItsWayTo(node)) return;
      if (draft.chosen()?.item.id !== node.item.id) draft.choose(node.year.uri, node.item.id);
    }),
  );
}

function isSame(one: Chosen, other: Chosen): boolean {
  return one.item.id === other.item.id && one.year.uri === other.year.uri;
}

function messageOf(draft: ComparedDraft): string | undefined {
  const result = draft.result();
  if (!result || result.years.length > 0) return undefined;
  if (result.against !== "earlier") return result.message;
  return l10n.t("No plan of an earlier year was found beside this draft.");
}

function childrenOf(draft: ComparedDraft, node: CompareNode | undefined): CompareNode[] {
  if (!node) return (draft.result()?.years ?? []).map((year) => ({ kind: "year", year }));
  const items = node.kind === "year" ? node.year.items : node.item.children;
  return items
    .filter((item) => flat([item]).some(({ fate }) => draft.fates().has(fate)))
    .map((item) => ({ kind: "item", year: node.year, item, above: node }));
}

function nodeOf(draft: ComparedDraft, year: ComparedYear, id: string): CompareNode | undefined {
  const look = (nodes: readonly CompareNode[]): CompareNode | undefined => {
    for (const node of nodes) {
      if (node.kind === "item" && node.item.id === id) return node;
      const below = look(childrenOf(draft, node));
      if (below) return below;
    }
    return undefined;
  };
  const root = childrenOf(draft, undefined).find((node) => node.year.uri === year.uri);
  return root && look(childrenOf(draft, root));
}

function yearItem(draft: ComparedDraft, year: ComparedYear): TreeItem {
  const result = draft.result();
  const isFirst = result?.years[0] === year;
  const item = new TreeItem(
    year.title,
    isFirst ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = year.uri;
  const counts = FATES.filter((fate) => year.counts[fate] > 0).map(
    (fate) => `${fateName(result, fate)} ${year.counts[fate]}`,
  );
  item.description = counts.join(" · ");
  item.tooltip = `${year.title}\n${item.description}`;
  item.iconPath = new ThemeIcon(result?.against === "earlier" ? "history" : "book");
  item.contextValue = "year";
  return item;
}

/** As the kind of comparison has it: 今年无, or 规划有、本年未列. */
function fateName(result: CompareResult | undefined, fate: ItemFate): string {
  return result?.names.fates[fate] ?? "";
}

function itemOf(draft: ComparedDraft, { year, item }: CompareNode & { kind: "item" }): TreeItem {
  const below = item.children.length > 0;
  const changes = flat(item.children).filter(({ fate }) => fate !== "same").length;
  const open = changes > 0 && year === draft.result()?.years[0];
  const node = new TreeItem(
    item.marker + item.title,
    below
      ? open
        ? TreeItemCollapsibleState.Expanded
        : TreeItemCollapsibleState.Collapsed
      : TreeItemCollapsibleState.None,
  );
  const answer = item.answer ? answerName(item.answer.kind) : "";
  const count = below && changes > 0 ? l10n.t("{0} changes below", changes) : "";
  const result = draft.result();
  const fate = fateName(result, item.fate);
  const told = [item.fate === "same" ? "" : fate, answer, item.summary, count];
  node.id = `${year.uri}#${item.id}`;
  node.description = told.filter((text) => text !== "").join(" · ");
  node.tooltip = [item.marker + item.title, node.description, item.answer?.note ?? ""]
    .filter((text) => text !== "")
    .join("\n");
  node.iconPath =
    item.answer && item.answer.kind !== "missed"
      ? new ThemeIcon("check")
      : fateIcon(item.fate, result?.against ?? "earlier");
  // Only for what last year's plan held is anybody asked to answer.
  const isAnswerable = item.fate !== "dropped" || result?.against === "earlier";
  node.contextValue = isAnswerable ? item.fate : "unanswered";
  node.accessibilityInformation = {
    label: `${item.marker}${item.title}${l10n.t(", ")}${fate} ${item.summary}`,
  };
  return node;
}
