import type { TextEdit } from "vscode-languageserver";
import { author } from "../service/author.js";
import { authorCommands } from "./authorProtocol.js";
import { draftRequest } from "./draftRequest.js";
import { toSpan } from "./fromLsp.js";
import type { Session } from "./session.js";
import { toTextEdit } from "./toLsp.js";
import { typed } from "./typing.js";

/** The draft or the selected lines put in order; and, where the editor has broken a line, the item that opens there. */
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
  connection.onDocumentOnTypeFormatting(
    draftRequest(session, {
      name: "onTypeFormatting",
      otherwise: [] as TextEdit[],
      work: async ({ uri }, { position, ch }) => {
        if (ch !== "\n" || !(await session.configuration.of(uri)).continueItem) return [];
        const done = typed(session, authorCommands.afterEnter, { uri, position });
        return [...(done?.edits ?? [])];
      },
    }),
  );
}
