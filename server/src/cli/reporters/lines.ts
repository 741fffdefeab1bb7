import type { Severity } from "../../check/rule.js";
import { lineColumn } from "../../text/lines.js";
import type { Reporter } from "./reporter.js";
import { nameShown } from "../terminal.js";
import { shownFindings } from "./shown.js";

/** What the programs that read such lines know: three levels. */
const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "info",
  hint: "info",
};

/** One finding a line, as compilers write them: `path:line:column: level: message [rule]`. */
export const linesReport: Reporter = {
  file: (file, view) =>
    shownFindings(file, view)
      .map(({ span, severity, message, ruleId }) => {
        const { line, character } = lineColumn(file.plan.starts, span.start);
        const told = message.replace(/\s+/g, " ");
        return `${nameShown(file.path)}:${line + 1}:${character + 1}: ${LEVELS[severity]}: ${told} [${ruleId}]\n`;
      })
      .join(""),
  whole: ({ files }) => files.map(({ text }) => text).join(""),
};
