import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Finding, ResolvedFix } from "../check/rule.js";
import type { PlanDocument } from "../plan/model.js";
import type { Edit, Span } from "../text/span.js";
import { toSpan } from "./fromLsp.js";
import { ruleActions, rosterActions } from "./ownActions.js";
import { fixAllKind, ownFixKind } from "./protocol.js";
import { type CheckedDraft, checkedDraft, findingsOf, guarded, type Session } from "./session.js";
import { silenceActions } from "./silenceActions.js";
import { toDiagnostic, toWorkspaceEdit } from "./toLsp.js";

/** Quick fixes of the findings under the cursor, and 全部修正. */
export function startCodeActions(session: Session): void {
  session.connection.onCodeAction(
    guarded(session, {
      name: "textDocument/codeAction",
      otherwise: [] as CodeAction[],
      work: (params) => codeActions(session, params),
    }),
  );
}

async function codeActions(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const checked = await checkedDraft(session, params.textDocument.uri);
  if (!checked || !session.client.codeActionLiterals) return [];
  const { only } = params.context;
  const here = toSpan(checked.draft.plan, params.range);
  const touched = checked.findings.filter((finding) => touches(finding.span, here));
  return [
    ...(concerns(only, CodeActionKind.QuickFix) ? quickFixes(session, checked, touched) : []),
    ...(concerns(only, fixAllKind) ? fixAll(session, checked) : []),
  ].filter(({ kind = "" }) => wanted(only, kind));
}

/** A kind is wanted where the client asks for nothing in particular, for it, or for a kind above it. */
function wanted(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((one) => one === "" || kind === one || kind.startsWith(`${one}.`));
}

/** True where something of this kind, or of one below it, may be wanted: what is not need not be worked out. */
function concerns(only: readonly string[] | undefined, kind: string): boolean {
  return wanted(only, kind) || only?.some((one) => one.startsWith(`${kind}.`)) === true;
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function quickFixes(session: Session, checked: CheckedDraft, touched: readonly Finding[]): CodeAction[] {
  const single = touched.flatMap((finding) =>
    finding.fixes.map((fix, place) => quickFix(session, checked, { finding, fix, place })),
  );
  // What is preferred comes first whatever finding it belongs to; otherwise the order of the text holds.
  single.sort((a, b) => Number(b.isPreferred === true) - Number(a.isPreferred === true));
  const rules = [...new Set(touched.map((finding) => finding.ruleId))];
  return [
    ...single,
    ...rules.flatMap((rule) => fixAllOfRule(session, checked, rule)),
    ...ruleActions(session, checked, touched),
    ...rosterActions(session, checked, touched),
    ...silenceActions(session, checked, touched),
  ];
}

function quickFix(
  session: Session,
  checked: CheckedDraft,
  { finding, fix, place }: { finding: Finding; fix: ResolvedFix; place: number },
): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, checked.frame)],
    edit: editOf(session, checked, fix.edits),
    ...(place === 0 ? { isPreferred: true } : {}),
  };
}

function fixAllOfRule(session: Session, checked: CheckedDraft, rule: string): CodeAction[] {
  const same = checked.findings.filter(
    (finding) => finding.ruleId === rule && finding.fixes.some((fix) => fix.safe),
  );
  if (same.length < 2) return [];
  const edit = editOf(
    session,
    checked,
    fixAllEdits(session, checked, (finding) => finding.ruleId === rule),
  );
  return [{ title: session.texts.fixAllOf(rule), kind: `${ownFixKind}.fixRule`, edit }];
}

function fixAll(session: Session, checked: CheckedDraft): CodeAction[] {
  const edit = fixAllEdit(session, checked);
  return edit ? [{ title: session.texts.fixAll, kind: fixAllKind, edit }] : [];
}

/** Every safe fix of a draft in one edit; undefined where there is none. */
export function fixAllEdit(session: Session, checked: CheckedDraft): WorkspaceEdit | undefined {
  const edits = fixAllEdits(session, checked, () => true);
  return edits.length > 0 ? editOf(session, checked, edits) : undefined;
}

/** Applied until nothing is left to mend: one fix may uncover another. */
function fixAllEdits(
  session: Session,
  checked: CheckedDraft,
  isMeant: (finding: Finding) => boolean,
): readonly Edit[] {
  const { draft, settings } = checked;
  const among = (plan: PlanDocument): readonly Finding[] =>
    (plan === draft.plan ? checked.findings : findingsOf(session, { ...draft, plan }, settings)).filter(
      isMeant,
    );
  return settings.service.fixAll(draft.plan, among).edits;
}

function editOf(session: Session, checked: CheckedDraft, edits: readonly Edit[]): WorkspaceEdit {
  return toWorkspaceEdit(checked.draft, edits, session.client.versionedEdits ? "versioned" : "plain");
}
