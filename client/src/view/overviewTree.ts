import {
  Disposable,
  EventEmitter,
  l10n,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from "vscode";
import { outlineRequest, type OverviewNode } from "../../../server/src/lsp/protocol.js";
import { createLatest } from "../latest.js";
import type { Running } from "../running.js";
import type { FollowedDraft } from "./followedDraft.js";

type Target = OverviewNode["targets"][number];
type Node =
  | { readonly kind: "item"; readonly item: OverviewNode }
  | { readonly kind: "target"; readonly target: Target };

/** 规划总览: the outline, with departments beside each item and its targets below it. */
export function createOverviewTree(running: Running, followed: FollowedDraft): Disposable {
  const changed = new EventEmitter<undefined>();
  const ask = createLatest();
  let roots: readonly OverviewNode[] = [];
  let uri = "";
  const view = window.createTreeView<Node>("hegao.overview", {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => (node ? childrenOf(node) : roots.map((item): Node => ({ kind: "item", item }))),
      getTreeItem: (node) => (node.kind === "item" ? itemOf(node.item, uri) : targetOf(node.target, uri)),
    },
    showCollapseAll: true,
  });
  const refresh = async (draft: Uri): Promise<void> => {
    const isLatest = ask();
    const asked = running.client.code2ProtocolConverter.asUri(draft);
    const params = { uri: asked };
    const found = await running.client.sendRequest<OverviewNode[] | null>(outlineRequest, params);
    if (!isLatest()) return;
    uri = asked;
    roots = found ?? [];
    changed.fire(undefined);
  };
  return Disposable.from(
    view,
    changed,
    followed.onDidChange((draft) => {
      refresh(draft).catch((error: unknown) => running.log.warn(`overview: ${String(error)}`));
    }),
  );
}

function childrenOf(node: Node): Node[] {
  if (node.kind === "target") return [];
  return [
    ...node.item.targets.map((target): Node => ({ kind: "target", target })),
    ...node.item.children.map((item): Node => ({ kind: "item", item })),
  ];
}

function itemOf(node: OverviewNode, uri: string): TreeItem {
  const below = node.children.length + node.targets.length > 0;
  const state =
    node.children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(node.marker + node.title, below ? state : TreeItemCollapsibleState.None);
  item.description = node.departments.join("、");
  item.tooltip = [node.marker + node.title, ...node.departments].join("\n");
  item.iconPath = new ThemeIcon(node.children.length > 0 ? "list-tree" : "checklist");
  item.command = jumpTo(uri, node.range);
  return item;
}

function targetOf(target: Target, uri: string): TreeItem {
  const item = new TreeItem(target.text);
  item.description = target.year === null ? l10n.t("no year") : String(target.year);
  item.tooltip = `${target.text} ${item.description}`;
  item.iconPath = new ThemeIcon("target");
  item.command = jumpTo(uri, target.range);
  return item;
}

function jumpTo(uri: string, { start, end }: OverviewNode["range"]): TreeItem["command"] & object {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return {
    command: "vscode.open",
    title: l10n.t("Jump to the draft"),
    arguments: [Uri.parse(uri), { selection }],
  };
}
