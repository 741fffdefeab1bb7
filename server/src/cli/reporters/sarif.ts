import { isAbsolute, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { repository, version } from "../../../../package.json";
import type { Finding, Localized, ResolvedFix, Severity } from "../../check/rule.js";
import type { PlanDocument } from "../../plan/model.js";
import { allRules } from "../../service/rulePages.js";
import { anchorOf } from "../../service/silenceAnchor.js";
import { lineColumn } from "../../text/lines.js";
import type { Span } from "../../text/span.js";
import type { CheckedFile, Report } from "../check/report.js";
import { boundedFixes } from "./boundedFixes.js";
import { indentedJson, jsonList } from "./jsonList.js";
import type { Reporter, View } from "./reporter.js";

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};

/** SARIF 2.1.0, for code scanning and viewers. */
export const sarifReport: Reporter = {
  file: (file, view) =>
    fileResults(file, view)
      .map((one) => indentedJson(one, 4))
      .join(",\n"),
  whole(report, view) {
    const results = report.files.map(({ text }) => text).filter((text) => text !== "");
    const log = {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [{ ...runOf(report, view), results: [] }],
    };
    const whole = JSON.stringify(log, undefined, 2);
    const at = whole.lastIndexOf("[]");
    return `${whole.slice(0, at)}${jsonList(results, 3)}${whole.slice(at + 2)}\n`;
  },
};

function runOf(report: Report, view: View): object {
  const driver = {
    name: "hegao",
    fullName: "核稿",
    version,
    semanticVersion: version,
    informationUri: repository.url.replace(/\.git$/, ""),
    rules: allRules().map((rule) => ({
      id: rule.id,
      shortDescription: message(rule.title, view),
      fullDescription: message(rule.why, view),
      help: message(rule.clause, view),
      helpUri: `${repository.url.replace(/\.git$/, "")}/blob/main/docs/rules/${rule.id}.md`,
      defaultConfiguration: { enabled: rule.enabled !== false, level: LEVELS[rule.severity] },
    })),
  };
  return {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    language: view.locale,
    invocations: [
      {
        executionSuccessful: report.unreadable.length === 0,
        toolExecutionNotifications: report.unreadable.map(({ path, reason }) => ({
          level: "error",
          message: { text: `${path}: ${reason}` },
        })),
      },
    ],
  };
}

function message(text: Localized, { locale }: View): { readonly text: string } {
  return { text: text[locale] };
}

function fileResults(file: CheckedFile, view: View): object[] {
  const uri = uriOf(file, view);
  const kept = boundedFixes(file.findings).map((finding) => result({ plan: file.plan, uri }, finding));
  if (view.detail !== "ignored") return kept;
  return [
    ...kept,
    ...file.silenced.map(({ finding, entry: { reason } }) => ({
      ...result({ plan: file.plan, uri }, finding),
      suppressions: [{ kind: "external", ...(reason === undefined ? {} : { justification: reason }) }],
    })),
  ];
}

interface Artifact {
  readonly plan: PlanDocument;
  readonly uri: string;
}

function result(artifact: Artifact, finding: Finding): object {
  const { plan } = artifact;
  const { heading, quote } = anchorOf(plan, finding);
  return {
    ruleId: finding.ruleId,
    ruleIndex: allRules().findIndex((rule) => rule.id === finding.ruleId),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [location(artifact, finding.span)],
    ...(finding.related.length > 0
      ? {
          relatedLocations: finding.related.map((place, id) => ({
            id,
            ...location(artifact, place.span),
            message: { text: place.message },
          })),
        }
      : {}),
    partialFingerprints: { "hegaoPlace/v1": `${heading}/${quote}` },
    ...(finding.fixes.length > 0 ? { fixes: finding.fixes.map((fix) => fixOf(artifact, fix)) } : {}),
  };
}

function location({ plan, uri }: Artifact, span: Span): object {
  const snippet = plan.text.slice(span.start, span.end);
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { ...region(plan, span), ...(snippet === "" ? {} : { snippet: { text: snippet } }) },
    },
  };
}

function region(plan: PlanDocument, span: Span): object {
  const start = lineColumn(plan.starts, span.start);
  const end = lineColumn(plan.starts, span.end);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function fixOf({ plan, uri }: Artifact, fix: ResolvedFix): object {
  return {
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation: { uri },
        replacements: fix.edits.map((edit) => ({
          deletedRegion: region(plan, edit.span),
          insertedContent: { text: edit.newText },
        })),
      },
    ],
  };
}

/** Relative to where the call was, as code scanning wants it; a full address for what lies elsewhere. */
function uriOf(file: CheckedFile, { cwd }: View): string {
  if (file.file === undefined) return encodeURIComponent(file.path);
  const path = relative(cwd, file.file);
  if (path.startsWith("..") || isAbsolute(path)) return pathToFileURL(file.file).href;
  return path.split(sep).map(encodeURIComponent).join("/");
}
