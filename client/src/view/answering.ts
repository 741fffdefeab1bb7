import { l10n, type QuickPickItem, window } from "vscode";
import { type AnswerKind, type AnswerParams, answerRequest } from "../../../server/src/lsp/protocol.js";
import type { Running } from "../running.js";
import type { Chosen, ComparedDraft } from "./comparedDraft.js";
import { ANSWERS, answerName } from "./fates.js";

/** Keeps what somebody says of a dropped task; an empty kind takes the answer back. */
export async function keepAnswer(
  { client }: Running,
  draft: ComparedDraft,
  { year, item }: Chosen,
  { kind, note }: { readonly kind: string; readonly note: string },
): Promise<boolean> {
  const uri = draft.result()?.uri;
  if (uri === undefined) return false;
  const known = ANSWERS.find((one) => one === kind);
  const params: AnswerParams = {
    uri,
    earlier: year.uri,
    id: item.id,
    answer: known ? { kind: known, note } : null,
  };
  const kept = (await client.sendRequest<boolean | null>(answerRequest, params)) === true;
  if (!kept) void window.showErrorMessage(l10n.t("The answer could not be kept in .hegao/answers.json."));
  return kept;
}

interface Choice extends QuickPickItem {
  readonly answer: AnswerKind | "";
}

/** Asks for an answer by the editor's own means, for one who works in the tree. */
export async function askAnswer({
  item,
}: Chosen): Promise<{ kind: AnswerKind | ""; note: string } | undefined> {
  const title = item.marker + item.title;
  const none: Choice = { label: l10n.t("No answer yet"), answer: "" };
  const choices = [...ANSWERS.map((answer): Choice => ({ label: answerName(answer), answer })), none];
  const picked = await window.showQuickPick(choices, { title, placeHolder: l10n.t("What became of it?") });
  if (!picked) return undefined;
  if (picked.answer === "") return { kind: "", note: "" };
  const note = await window.showInputBox({ title, prompt: l10n.t("Note"), value: item.answer?.note ?? "" });
  return note === undefined ? undefined : { kind: picked.answer, note };
}
