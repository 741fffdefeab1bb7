import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { author } from "../service/author.js";
import { draftRequest, offsetOf, rosterOf } from "./draftRequest.js";
import type { Draft } from "./drafts.js";
import { rosterPlace } from "./rosterPlace.js";
import type { Session } from "./session.js";
import { toRange, toTextEdit } from "./toLsp.js";

type Prepared = { readonly range: Range; readonly placeholder: string } | null;

/** A department gets another name in every draft of the folder and in the roster, wherever one of its names stands. */
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
  const changes: TextDocumentEdit[] = [];
  for await (const { uri, version, plan } of session.folder.draftsWith(found.names)) {
    const edits = author.renameDepartment(plan, found.names, { name, roster });
    if (edits.length > 0)
      changes.push({ textDocument: { uri, version }, edits: edits.map((edit) => toTextEdit(plan, edit)) });
  }
  const listed = await rosterPlace(session, draft.uri, found.names.slice(0, 1));
  if (listed)
    changes.push({
      textDocument: { uri: listed.uri, version: null },
      edits: [{ range: listed.range, newText: name }],
    });
  return asClientWants(session, changes);
}

function asClientWants({ client }: Session, changes: readonly TextDocumentEdit[]): WorkspaceEdit {
  if (client.versionedEdits) return { documentChanges: [...changes] };
  const entries = changes.map(({ textDocument, edits }) => [textDocument.uri, edits] as const);
  return { changes: Object.fromEntries(entries) as NonNullable<WorkspaceEdit["changes"]> };
}
