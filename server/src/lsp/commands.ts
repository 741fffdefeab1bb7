import type { ExecuteCommandParams } from "vscode-languageserver";
import type { Severity } from "../check/rule.js";
import { authorAnswer } from "./authorCommands.js";
import { checkFolder } from "./checkFolder.js";
import { fixAllEdit } from "./codeActions.js";
import { compareCommands } from "./compareProtocol.js";
import type { CompareAnswers } from "./compareRequests.js";
import { checkFolderCommand } from "./folderProtocol.js";
import { type DraftStatus, serverCommands, statusRequest, type StatusParams } from "./protocol.js";
import type { SilenceAnswers } from "./silenceAnswers.js";
import { checkedDraft, guarded, type Session } from "./session.js";

/** Our own requests, and the same as commands for editors that know no others. */
export function startCommands(session: Session, compare: CompareAnswers, silence: SilenceAnswers): void {
  const { connection } = session;
  connection.onRequest(
    statusRequest,
    guarded(session, {
      name: statusRequest,
      otherwise: null as DraftStatus | null,
      work: (params: StatusParams | undefined) => draftStatus(session, String(params?.uri)),
    }),
  );
  connection.onExecuteCommand(
    guarded(session, {
      name: "workspace/executeCommand",
      otherwise: null as unknown,
      work: (params: ExecuteCommandParams) => execute(session, { ...compare, ...silence }, params),
    }),
  );
}

async function execute(
  session: Session,
  answers: CompareAnswers,
  { command, arguments: values }: ExecuteCommandParams,
): Promise<unknown> {
  if (Object.hasOwn(compareCommands, command))
    return (await answers[compareCommands[command] ?? ""]?.(values?.[0])) ?? null;
  if (Object.hasOwn(answers, command)) return (await answers[command]?.(values?.[0])) ?? null;
  if (command === checkFolderCommand) return checkFolder(session, values?.[0]);
  const answer = await authorAnswer(session, command, values?.[0]);
  if (answer !== undefined) return answer;
  const uri = String(values?.[0]);
  if (command === serverCommands.status) return draftStatus(session, uri);
  if (command === serverCommands.fixAll) return applyAll(session, uri);
  return null;
}

async function draftStatus(session: Session, uri: string): Promise<DraftStatus | null> {
  const checked = await checkedDraft(session, uri);
  if (!checked) return null;
  const { plan, version } = checked.draft;
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const finding of checked.findings) counts[finding.severity] += 1;
  return {
    version,
    kind: plan.kind,
    kindName: session.texts.kinds[plan.kind],
    title: plan.title?.text ?? null,
    planYears: plan.period ? [plan.period.from, plan.period.to] : null,
    counts,
  };
}

/** True where something was changed. */
async function applyAll(session: Session, uri: string): Promise<boolean> {
  const checked = await checkedDraft(session, uri);
  const edit = checked && fixAllEdit(session, checked);
  if (!edit) return false;
  return (await session.connection.workspace.applyEdit({ label: session.texts.fixAll, edit })).applied;
}
