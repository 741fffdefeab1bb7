import { type InlayHint, InlayHintKind } from "vscode-languageserver";
import { author } from "../service/author.js";
import { draftRequest } from "./draftRequest.js";
import { toSpan } from "./fromLsp.js";
import type { Session } from "./session.js";
import { toRange } from "./toLsp.js";

/** The years that targets take from a heading above, behind their values. */
export function startInlayHints(session: Session): void {
  session.connection.languages.inlayHint.on(
    draftRequest(session, {
      name: "inlayHint",
      otherwise: [] as InlayHint[],
      work: async ({ uri, plan }, { range }) => {
        if (!(await session.configuration.of(uri)).yearHints) return [];
        return author.inlayHints(plan, toSpan(plan, range)).map((hint) => ({
          position: toRange(plan, { start: hint.offset, end: hint.offset }).start,
          label: author.say(hint.text, session.client.locale),
          kind: InlayHintKind.Type,
          paddingLeft: true,
          tooltip: author.say(
            { key: `target.${hint.from}`, fill: { year: hint.year } },
            session.client.locale,
          ),
        }));
      },
    }),
  );
}
