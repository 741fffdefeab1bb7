import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Range,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Finding, Severity } from "../check/rule.js";
import type { Fold } from "../outline/folds.js";
import type { OutlineNode } from "../outline/outlineTree.js";
import type { PlanDocument } from "../plan/model.js";
import { lineAt, lineColumn, type LineStarts } from "../text/lines.js";
import type { Edit, Span } from "../text/span.js";

export const source = "hegao";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Levels differ in kind so that the outline shows them with different signs. */
const LEVELS = [SymbolKind.Module, SymbolKind.Class, SymbolKind.Method, SymbolKind.Property];

export function toRange(plan: PlanDocument, span: Span): Range {
  return { start: lineColumn(plan.starts, span.start), end: lineColumn(plan.starts, span.end) };
}

/** Whether a span, so much further on, stands where a range says; it may have been made of it in an earlier version. */
export function isAt({ start, end }: Range, span: Span, starts: LineStarts, by = 0): boolean {
  return isOffset(start, span.start + by, starts) && isOffset(end, span.end + by, starts);
}

function isOffset({ line, character }: Range["start"], offset: number, starts: LineStarts): boolean {
  const start = starts[line];
  return start !== undefined && start + character === offset && offset < (starts[line + 1] ?? Infinity);
}

/** What a diagnostic needs to know of its draft beside the finding. */
export interface DiagnosticFrame {
  readonly uri: string;
  readonly plan: PlanDocument;
  readonly rulesBase: string;
}

export function toDiagnostic(finding: Finding, frame: DiagnosticFrame): Diagnostic {
  const related = finding.related.map((place) => ({
    location: { uri: frame.uri, range: toRange(frame.plan, place.span) },
    message: place.message,
  }));
  return {
    range: toRange(frame.plan, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.ruleId,
    codeDescription: { href: `${frame.rulesBase}${finding.ruleId}.md` },
    source,
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** A remark of the server itself, at the head of the draft. */
export function toNote(message: string): Diagnostic {
  const head = { line: 0, character: 0 };
  return { range: { start: head, end: head }, severity: DiagnosticSeverity.Information, source, message };
}

export function toSymbol(plan: PlanDocument, node: OutlineNode): DocumentSymbol {
  return {
    name: node.name,
    detail: detailOf(node),
    kind: kindOf(node),
    range: toRange(plan, node.span),
    selectionRange: toRange(plan, selectionOf(node)),
    children: node.children.map((child) => toSymbol(plan, child)),
  };
}

/** Whether a symbol, made in an earlier version, is what would be made of an entry now. */
export function isSymbolOf(symbol: DocumentSymbol, node: OutlineNode, starts: LineStarts): boolean {
  const { name, detail, kind, range, selectionRange, children = [] } = symbol;
  return (
    isAt(range, node.span, starts) &&
    isAt(selectionRange, selectionOf(node), starts) &&
    kind === kindOf(node) &&
    name === node.name &&
    detail === detailOf(node) &&
    children.length === node.children.length &&
    children.every((child, i) => isSymbolOf(child, node.children[i] as OutlineNode, starts))
  );
}

function kindOf({ level }: OutlineNode): SymbolKind {
  return LEVELS[Math.min(level, LEVELS.length) - 1] ?? SymbolKind.Property;
}

function detailOf({ departments }: OutlineNode): string {
  return departments.join("、");
}

/** For clients that know no tree: the same entries in reading order, each with the name of its parent. */
export function toFlatSymbols(
  frame: DiagnosticFrame,
  nodes: readonly OutlineNode[],
  parent?: string,
): SymbolInformation[] {
  return nodes.flatMap((node) => [
    {
      name: node.name,
      kind: kindOf(node),
      location: { uri: frame.uri, range: toRange(frame.plan, node.span) },
      ...(parent === undefined ? {} : { containerName: parent }),
    },
    ...toFlatSymbols(frame, node.children, node.name),
  ]);
}

/** LSP refuses a selection that leaves its range. */
function selectionOf({ selection, span }: OutlineNode): Span {
  return { start: Math.max(selection.start, span.start), end: Math.min(selection.end, span.end) };
}

export function toFoldingRange(plan: PlanDocument, fold: Fold): FoldingRange {
  const kind = fold.kind === "metadata" ? { kind: FoldingRangeKind.Comment } : {};
  return {
    startLine: lineAt(plan.starts, fold.span.start),
    endLine: lineAt(plan.starts, fold.span.end),
    ...kind,
  };
}

export function toTextEdit(plan: PlanDocument, edit: Edit): TextEdit {
  return { range: toRange(plan, edit.span), newText: edit.newText };
}

/** Edits of one draft; bound to its version where the client can check that. */
export function toWorkspaceEdit(
  draft: { readonly uri: string; readonly version: number; readonly plan: PlanDocument },
  edits: readonly Edit[],
  versioned: "versioned" | "plain",
): WorkspaceEdit {
  const textEdits = edits.map((edit) => toTextEdit(draft.plan, edit));
  if (versioned === "plain") return { changes: { [draft.uri]: textEdits } };
  return {
    documentChanges: [{ textDocument: { uri: draft.uri, version: draft.version }, edits: textEdits }],
  };
}
