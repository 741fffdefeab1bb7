import { l10n, ThemeColor, ThemeIcon } from "vscode";
import type { AnswerKind, ItemFate } from "../../../server/src/lsp/protocol.js";

/** In the order in which a reader wants to know. */
export const FATES: readonly ItemFate[] = [
  "dropped",
  "added",
  "renamed",
  "moved",
  "split",
  "merged",
  "edited",
  "same",
];

export const ANSWERS: readonly AnswerKind[] = ["done", "routine", "elsewhere", "missed"];

export function fateName(fate: ItemFate): string {
  const names: Record<ItemFate, string> = {
    dropped: l10n.t("Dropped"),
    added: l10n.t("New"),
    renamed: l10n.t("Renamed"),
    moved: l10n.t("Moved"),
    split: l10n.t("Split"),
    merged: l10n.t("Merged"),
    edited: l10n.t("Edited"),
    same: l10n.t("Unchanged"),
  };
  return names[fate];
}

export function answerName(kind: AnswerKind): string {
  const names: Record<AnswerKind, string> = {
    done: l10n.t("Finished"),
    routine: l10n.t("Now routine"),
    elsewhere: l10n.t("In another document"),
    missed: l10n.t("Forgotten"),
  };
  return names[kind];
}

const ICONS: Readonly<Record<ItemFate, readonly [icon: string, color?: string]>> = {
  dropped: ["diff-removed", "gitDecoration.deletedResourceForeground"],
  added: ["diff-added", "gitDecoration.addedResourceForeground"],
  renamed: ["diff-renamed", "gitDecoration.renamedResourceForeground"],
  moved: ["arrow-both", "gitDecoration.renamedResourceForeground"],
  split: ["split-horizontal", "gitDecoration.modifiedResourceForeground"],
  merged: ["git-merge", "gitDecoration.modifiedResourceForeground"],
  edited: ["diff-modified", "gitDecoration.modifiedResourceForeground"],
  same: ["circle-outline"],
};

export function fateIcon(fate: ItemFate): ThemeIcon {
  const [icon, color] = ICONS[fate];
  return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
}
