import { type Hover, MarkupKind } from "vscode-languageserver";
import type { Hover as Known } from "../author/see/hoverAt.js";
import { author } from "../service/author.js";
import { type CompareNotes, createCompareNotes } from "./compareNote.js";
import { titleOf } from "./draftFacts.js";
import { draftRequest, offsetOf, rosterOf } from "./draftRequest.js";
import type { Draft } from "./drafts.js";
import { lastYearOf } from "./lastYear.js";
import type { Session } from "./session.js";
import { toRange } from "./toLsp.js";

/** No more years are told of at a department. */
const MOST_YEARS = 4;

/** What is known of the thing under the pointer: an item, a target, a department, a marker. */
export function startHover(session: Session): void {
  const notes = createCompareNotes();
  session.connection.onHover(
    draftRequest(session, {
      name: "hover",
      otherwise: null as Hover | null,
      work: async (draft, { position }) => {
        const roster = await rosterOf(session, draft.uri);
        const offset = offsetOf(draft, position);
        const found = author.hoverAt(draft.plan, offset, roster);
        return found ? shown(session, draft, { found, more: more(session, draft, { found, notes }) }) : null;
      },
    }),
  );
}

/** What other years say of it. */
function more(
  session: Session,
  draft: Draft,
  { found, notes }: { readonly found: Known; readonly notes: CompareNotes },
): string[] {
  if (found.kind === "department") return departmentElsewhere(session, draft, found.title);
  if (found.kind !== "item") return [];
  const item = draft.plan.items.find((one) => one.heading.start === found.span.start);
  const before = item && lastYearOf(session, draft, item);
  if (!item || !before) return [];
  const note = notes(session, draft, item);
  return [session.texts.lastYear(before.name, before.text), ...(note === "" ? [] : [note])];
}

function departmentElsewhere(session: Session, { uri, plan }: Draft, name: string): string[] {
  const known = session.folder
    .known(uri)
    .map((facts) => ({ facts, count: facts.departments.get(name) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => (b.facts.years?.[1] ?? 0) - (a.facts.years?.[1] ?? 0))
    .slice(0, MOST_YEARS);
  const titles = [titleOf(plan), ...known.map(({ facts }) => facts.title)];
  return known.map(({ facts: { title, fileName }, count }) => {
    // 送审稿 and 修改稿 of one plan have one title: what tells them apart is the name of the file.
    const isShared = titles.indexOf(title) !== titles.lastIndexOf(title);
    return session.texts.tasksElsewhere(isShared ? fileName : title, count);
  });
}

function shown(
  session: Session,
  { plan }: Draft,
  { found, more }: { readonly found: Known; readonly more: readonly string[] },
): Hover {
  const { locale, markdown } = session.client;
  const lines = [...found.lines.map((line) => author.say(line, locale)), ...more];
  const range = toRange(plan, found.span);
  if (!markdown)
    return { range, contents: { kind: MarkupKind.PlainText, value: [found.title, ...lines].join("\n") } };
  const list = lines.map((line) => `- ${escaped(line)}`).join("\n");
  return { range, contents: { kind: MarkupKind.Markdown, value: `**${escaped(found.title)}**\n\n${list}` } };
}

/** Words of a draft are words, whatever Markdown would make of them. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#+!|~&-]/g, "\\$&")
    .replace(/[\r\n]+/g, " ")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
