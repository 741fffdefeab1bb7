import { l10n, ThemeColor, ThemeIcon } from "vscode";
import type { Against, AnswerKind, ItemFate } from "../../../server/src/lsp/protocol.js";

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

/** Loss and gain have colours; what another plan holds, or does not, is neither. */
export function isNeutral(fate: ItemFate, against: Against): boolean {
  return against !== "earlier" && (fate === "dropped" || fate === "added");
}

export function fateIcon(fate: ItemFate, against: Against): ThemeIcon {
  const [icon, own] = ICONS[fate];
  const color = isNeutral(fate, against) ? undefined : own;
  return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
}
