import type { CodeLens } from "vscode-languageserver";
import { author } from "../service/author.js";
import { type CompareNotes, createCompareNotes } from "./compareNote.js";
import { draftRequest } from "./draftRequest.js";
import type { Draft } from "./drafts.js";
import { lastYearOf } from "./lastYear.js";
import { showPlaceCommand } from "./protocol.js";
import { checkedDraft, type Session } from "./session.js";
import { toRange } from "./toLsp.js";

/** Above every chapter what it holds and what it lacks; above an item, where a comparison has found it, last year's. */
export function startCodeLenses(session: Session): void {
  const notes = createCompareNotes();
  session.connection.onCodeLens(
    draftRequest(session, {
      name: "codeLens",
      otherwise: [] as CodeLens[],
      work: async ({ uri }) => {
        if (!(await session.configuration.of(uri)).codeLens) return [];
        const checked = await checkedDraft(session, uri);
        if (!checked) return [];
        const { draft, findings, settings } = checked;
        const judge = author.taskJudge(draft.plan, findings, settings.settings);
        const counts = author.lensCounts(draft.plan, judge).map(({ span, text }) => ({
          range: toRange(draft.plan, span),
          // A lens without a command says something and does nothing.
          command: { title: author.say(text, session.client.locale), command: "" },
        }));
        return [...counts, ...lastYears(session, draft, notes)];
      },
    }),
  );
}

/** Only a client that can show a place gets lenses that lead to one. */
function lastYears(session: Session, draft: Draft, notes: CompareNotes): CodeLens[] {
  if (!session.client.options.showsPlaces) return [];
  return draft.plan.items.flatMap((item): CodeLens[] => {
    const before = item.level === 1 ? undefined : lastYearOf(session, draft, item);
    if (!before) return [];
    const place = { uri: before.uri, range: toRange(before.plan, before.heading) };
    const title = notes(session, draft, item) || session.texts.lastYear(before.name, before.text);
    return [
      {
        range: toRange(draft.plan, item.marker.span),
        command: { title, command: showPlaceCommand, arguments: [place] },
      },
    ];
  });
}
