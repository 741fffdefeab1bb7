import { l10n, window } from "vscode";
import type { Middleware } from "vscode-languageclient";
import { silenceCommands } from "../../server/src/lsp/protocol.js";

const ASKED: readonly string[] = [silenceCommands.ignoreHere, silenceCommands.ignoreInFile];

/**
 * Asks why a finding may stand before it is silenced, unless the reason is given. It may be left empty; who escapes has
 * thought better of it, and nothing is silenced.
 */
export const askReason: NonNullable<Middleware["executeCommand"]> = async (command, args, next) => {
  const [params] = args as readonly { readonly rule?: unknown; readonly reason?: unknown }[];
  if (!ASKED.includes(command) || typeof params?.reason === "string") return next(command, args);
  const reason = await window.showInputBox({
    title: l10n.t("Ignore ({0})", String(params?.rule)),
    prompt: l10n.t("Why may it stand? Kept in .hegao/ignores.json for colleagues; may be left empty."),
  });
  return reason === undefined ? false : next(command, [{ ...params, reason }]);
};
