import {
  type Definition,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type Location,
  type ReferenceParams,
  type SelectionRange,
} from "vscode-languageserver";
import type { Subject } from "../author/see/subject.js";
import { author } from "../service/author.js";
import type { Span } from "../text/span.js";
import { draftRequest, offsetOf, rosterOf } from "./draftRequest.js";
import type { Draft } from "./drafts.js";
import { rosterPlace } from "./rosterPlace.js";
import type { Session } from "./session.js";
import { toRange } from "./toLsp.js";

/** Where else the thing at the cursor is spoken of: in the draft, in the folder, and where it is defined. */
export function startPlaces(session: Session): void {
  const { connection } = session;
  connection.onDocumentHighlight(
    draftRequest(session, {
      name: "documentHighlight",
      otherwise: [] as DocumentHighlight[],
      work: async (draft, { position }) => {
        const roster = await rosterOf(session, draft.uri);
        const found = author.subjectAt(draft.plan, offsetOf(draft, position), roster);
        const spans = found ? author.references(draft.plan, found.subject, roster) : [];
        return spans.map((span) => ({ range: toRange(draft.plan, span), kind: DocumentHighlightKind.Text }));
      },
    }),
  );
  connection.onReferences(
    draftRequest(session, {
      name: "references",
      otherwise: [] as Location[],
      work: (draft, params) => referencesTo(session, draft, params),
    }),
  );
  connection.onDefinition(
    draftRequest(session, {
      name: "definition",
      otherwise: null as Definition | null,
      work: (draft, { position }) => definitionOf(session, draft, offsetOf(draft, position)),
    }),
  );
  connection.onDocumentLinks(
    draftRequest(session, {
      name: "documentLink",
      otherwise: [] as DocumentLink[],
      work: ({ uri, plan }) => {
        const documents = session.folder.known(uri).map((one) => ({ ...one, target: one.uri }));
        return author
          .documentLinks(plan, documents)
          .map(({ span, target }) => ({ range: toRange(plan, span), target }));
      },
    }),
  );
  connection.onSelectionRanges(
    draftRequest(session, {
      name: "selectionRange",
      otherwise: [] as SelectionRange[],
      work: (draft, { positions }) =>
        positions.map((position) =>
          nested(draft, author.selectionRanges(draft.plan, offsetOf(draft, position))),
        ),
    }),
  );
}

/** From the largest inwards, since LSP hangs each range on the one around it. */
function nested({ plan }: Draft, spans: readonly Span[]): SelectionRange {
  const head = { line: 0, character: 0 };
  return (
    [...spans]
      .reverse()
      .reduce<SelectionRange | undefined>(
        (parent, span) => ({ range: toRange(plan, span), ...(parent ? { parent } : {}) }),
        undefined,
      ) ?? { range: { start: head, end: head } }
  );
}

/** The words by which a draft that speaks of a subject can be told without reading its tree. */
export function wordsOf(subject: Subject): readonly string[] {
  switch (subject.kind) {
    case "department":
      return subject.names;
    case "indicator":
      return [subject.name];
    case "document":
      return [subject.title];
    case "item":
      return [];
  }
}

async function referencesTo(
  session: Session,
  draft: Draft,
  { position, context }: ReferenceParams,
): Promise<Location[]> {
  const roster = await rosterOf(session, draft.uri);
  const found = author.subjectAt(draft.plan, offsetOf(draft, position), roster);
  if (!found) return [];
  const { subject } = found;
  const here = author.references(draft.plan, subject, roster);
  const isDefinition = (span: Span): boolean =>
    subject.kind === "item" && span.start === subject.item.marker.span.start;
  const places = here
    .filter((span) => context.includeDeclaration || !isDefinition(span))
    .map((span) => ({ uri: draft.uri, range: toRange(draft.plan, span) }));
  for await (const { uri, plan } of session.folder.draftsWith(wordsOf(subject))) {
    if (uri === draft.uri) continue;
    for (const span of author.references(plan, subject, roster))
      places.push({ uri, range: toRange(plan, span) });
  }
  return places;
}

async function definitionOf(session: Session, draft: Draft, offset: number): Promise<Definition | null> {
  const { plan, uri } = draft;
  const roster = await rosterOf(session, uri);
  const found = author.definitionAt(plan, offset, roster);
  if (!found) return null;
  if (found.kind === "place") return { uri, range: toRange(plan, found.to) };
  if (found.kind === "department") return rosterPlace(session, uri, found.names);
  const title = found.title.replace(/\s+/g, "");
  const document = (await session.folder.all(uri)).find((one) => one.title === title);
  return document ? { uri: document.uri, range: documentHead } : null;
}

const documentHead = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
