import type { TextEdit } from "vscode-languageserver";
import { author } from "../service/author.js";
import { draftRequest } from "./draftRequest.js";
import { toSpan } from "./fromLsp.js";
import type { Session } from "./session.js";
import { toTextEdit } from "./toLsp.js";

/** Markers in one form, no stray spaces, full-width marks: the whole draft or the lines that are selected. */
export function startFormatting(session: Session): void {
  const { connection } = session;
  connection.onDocumentFormatting(
    draftRequest(session, {
      name: "formatting",
      otherwise: [] as TextEdit[],
      work: ({ plan }) => author.format(plan).map((edit) => toTextEdit(plan, edit)),
    }),
  );
  connection.onDocumentRangeFormatting(
    draftRequest(session, {
      name: "rangeFormatting",
      otherwise: [] as TextEdit[],
      work: ({ plan }, { range }) =>
        author.formatRange(plan, toSpan(plan, range)).map((edit) => toTextEdit(plan, edit)),
    }),
  );
}
