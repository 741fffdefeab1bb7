import type { Finding } from "../../check/rule.js";
import { lineColumn } from "../../text/lines.js";
import { type CheckedFile, reaches } from "../check/report.js";
import type { Reporter, View } from "./reporter.js";
import { shownFindings } from "./shown.js";

/** JUnit's XML, for pages that show tests: a suite for each draft, a case for each finding; only those that count fail. */
export const junitReport: Reporter = {
  file: (file, view) => suite(file.path, fileCases(file, view)),
  whole({ files, unreadable }) {
    const refused = unreadable.map(({ path, reason }) =>
      suite(path, [{ name: path, body: `<error message="${quoted(reason)}"/>` }]),
    );
    const suites = [...files.map(({ text }) => text), ...refused].join("");
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hegao">\n${suites}</testsuites>\n`;
  },
};

interface Case {
  readonly name: string;
  readonly body: string;
}

function suite(path: string, cases: readonly Case[]): string {
  const count = (tag: string): number => cases.filter(({ body }) => body.startsWith(`<${tag}`)).length;
  const head = `name="${quoted(path)}" tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}"`;
  const lines = cases.map(({ name, body }) => {
    const attributes = `name="${quoted(name)}" classname="${quoted(path)}"`;
    return `    <testcase ${attributes}${body === "" ? "/>" : `>${body}</testcase>`}\n`;
  });
  return `  <testsuite ${head}>\n${lines.join("")}  </testsuite>\n`;
}

/** A draft without findings is a case too: it has been checked. */
function fileCases(file: CheckedFile, view: View): Case[] {
  const shown = shownFindings(file, view);
  if (shown.length === 0) return [{ name: file.path, body: "" }];
  return shown.map((finding) => caseOf(file, finding, view));
}

function caseOf({ plan, path }: CheckedFile, finding: Finding, { threshold }: View): Case {
  const { line, character } = lineColumn(plan.starts, finding.span.start);
  const place = `${path}:${line + 1}:${character + 1}`;
  const name = `${finding.ruleId} ${line + 1}:${character + 1}`;
  if (!reaches(finding.severity, threshold))
    return { name, body: `<system-out>${quoted(`${place} ${finding.message}`)}</system-out>` };
  const attributes = `type="${finding.severity}" message="${quoted(finding.message)}"`;
  return { name, body: `<failure ${attributes}>${quoted(place)}</failure>` };
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML has no place for most control characters, not even escaped. */
function quoted(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
}
