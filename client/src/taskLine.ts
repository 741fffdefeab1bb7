import type { FolderFindings } from "../../server/src/lsp/protocol.js";

type Told = FolderFindings["diagnostics"][number];

/** By LSP's number; a terminal knows three. */
const LEVELS = ["", "error", "warning", "info", "info"];
/** A terminal obeys some of them; in a line none has a place. */
const NOT_IN_LINE = /[\s\u0000-\u001f\u007f-\u009f]+/g;

/** A finding as the problem matcher reads it: names of files and words of drafts are shown, and never obeyed. */
export function taskLine(path: string, { range: { start }, severity = 3, message, code }: Told): string {
  const told = typeof message === "string" ? message : message.value;
  const place = `${path.replace(/[\u0000-\u001f\u007f-\u009f]/g, "\ufffd")}:${start.line + 1}:${start.character + 1}`;
  return `${place}: ${LEVELS[severity] ?? "info"}: ${told.replace(NOT_IN_LINE, " ")} [${code ?? "hegao"}]`;
}
