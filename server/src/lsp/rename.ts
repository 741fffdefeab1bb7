import {
  type ChangeAnnotation,
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { PlanDocument } from "../plan/model.js";
import { author } from "../service/author.js";
import { draftRequest, offsetOf, rosterOf } from "./draftRequest.js";
import type { Draft } from "./drafts.js";
import { rosterRename } from "./rosterPlace.js";
import type { Session } from "./session.js";
import { toRange, toTextEdit } from "./toLsp.js";

type Prepared = { readonly range: Range; readonly placeholder: string } | null;

/** A department gets another name in the drafts of the folder and in the roster, wherever one of its names stands. */
export function startRename(session: Session): void {
  session.connection.onPrepareRename(
    draftRequest(session, {
      name: "prepareRename",
      otherwise: null as Prepared,
      work: (draft, params: PrepareRenameParams) => prepared(session, draft, params),
    }),
  );
  session.connection.onRenameRequest(
    draftRequest(session, {
      name: "rename",
      otherwise: null as WorkspaceEdit | null,
      work: (draft, params: RenameParams) => renamed(session, draft, params),
    }),
  );
}

async function departmentNames(
  session: Session,
  draft: Draft,
  position: PrepareRenameParams["position"],
): Promise<
  { readonly names: readonly string[]; readonly range: Range; readonly written: string } | undefined
> {
  const found = author.subjectAt(draft.plan, offsetOf(draft, position), await rosterOf(session, draft.uri));
  if (found?.subject.kind !== "department") return undefined;
  const { start, end } = found.span;
  const written = draft.plan.text.slice(start, end);
  return { names: found.subject.names, range: toRange(draft.plan, found.span), written };
}

async function prepared(
  session: Session,
  draft: Draft,
  { position }: PrepareRenameParams,
): Promise<Prepared> {
  const found = await departmentNames(session, draft, position);
  if (!found) throw new ResponseError(LSPErrorCodes.RequestFailed, session.texts.renameDepartmentsOnly);
  return { range: found.range, placeholder: found.names[0] ?? found.written };
}

async function renamed(
  session: Session,
  draft: Draft,
  { position, newName }: RenameParams,
): Promise<WorkspaceEdit | null> {
  const name = newName.trim();
  const found = await departmentNames(session, draft, position);
  if (!found) return null;
  if (!/^[^\s、，,；;：:。（）()【】"\\]{2,40}$/.test(name))
    throw new ResponseError(LSPErrorCodes.RequestFailed, session.texts.notADepartment(name));
  const roster = await rosterOf(session, draft.uri);
  const changes: Change[] = [];
  for await (const { uri, version, plan } of session.folder.draftsWith(found.names)) {
    const edits = author.renameDepartment(plan, found.names, { name, roster });
    const where = uri === draft.uri ? "here" : isSettled(plan, draft.plan) ? "earlier" : "beside";
    if (edits.length > 0)
      changes.push({ where, uri, version, edits: edits.map((edit) => toTextEdit(plan, edit)) });
  }
  for (const { textDocument, edits } of await rosterRename(session, draft.uri, {
    full: found.names[0] ?? found.written,
    to: name,
  }))
    changes.push({ where: "roster", ...textDocument, edits: edits as TextEdit[] });
  return asClientWants(session, changes);
}

/** A year that is over has been published under the name of its time. So may one whose year nobody can tell. */
function isSettled(other: PlanDocument, own: PlanDocument): boolean {
  return !other.period || !own.period || other.period.to < own.period.from;
}

type Where = "here" | "beside" | "earlier" | "roster";

interface Change {
  readonly where: Where;
  readonly uri: string;
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** Settled years are changed where somebody is asked first; a client that cannot ask leaves them as they are. */
function asClientWants({ client, texts }: Session, all: readonly Change[]): WorkspaceEdit {
  if (client.versionedEdits && client.asksBeforeEdits) {
    const annotation = (where: Where): ChangeAnnotation => ({
      ...texts.renames[where],
      needsConfirmation: where === "earlier",
    });
    const used = [...new Set(all.map(({ where }) => where))];
    return {
      documentChanges: all.map(({ where, uri, version, edits }) => ({
        textDocument: { uri, version },
        edits: edits.map((edit) => ({ ...edit, annotationId: where })),
      })),
      changeAnnotations: Object.fromEntries(used.map((where) => [where, annotation(where)])),
    };
  }
  const changes = all.filter(({ where }) => where !== "earlier");
  if (client.versionedEdits)
    return {
      documentChanges: changes.map(({ uri, version, edits }) => ({
        textDocument: { uri, version },
        edits: [...edits],
      })),
    };
  return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, [...edits]])) };
}
