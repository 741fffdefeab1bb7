import type { Attention } from "../author/draft/newDraft.js";
import type { PlanDocument, PlanKind } from "../plan/model.js";
import { repairMessage } from "../read/messages.js";
import type { RepairKind } from "../read/model.js";
import { author } from "../service/author.js";
import { lineColumn, lineStarts } from "../text/lines.js";
import { authorCommands, type CleanedText, type KnownDraft, type NewDraftText } from "./authorProtocol.js";
import { isRecord } from "./clientFacts.js";
import type { Session } from "./session.js";
import { isTypingCommand, typed } from "./typing.js";

type Work = (session: Session, params: unknown) => unknown;

const COMMANDS: Readonly<Record<string, Work>> = {
  [authorCommands.cleanPaste]: cleaned,
  [authorCommands.drafts]: knownDrafts,
  [authorCommands.documentText]: wordsOf,
  [authorCommands.newDraft]: begun,
  [authorCommands.proposeConfig]: proposed,
};

/** The answer to a command that helps the hand that writes; undefined where the command is another's. */
export function authorAnswer(session: Session, command: string, params: unknown): unknown {
  if (isTypingCommand(command)) return typed(session, command, params);
  return COMMANDS[command]?.(session, params);
}

function cleaned(session: Session, params: unknown): CleanedText | null {
  const text = isRecord(params) ? params["text"] : undefined;
  if (typeof text !== "string") return null;
  // A block ends with the line that it was marked with, and goes on to.
  const end = /(?:\r\n|\r|\n)?$/.exec(text)?.[0] ?? "";
  const preview = author.cleanPaste(text.slice(0, text.length - end.length));
  if (!preview) return null;
  const named = preview.counts.map(({ kind, count }) => ({
    name: repairMessage({ kind: kind as RepairKind }, session.client.locale),
    count,
  }));
  return { text: preview.text + end, repairs: named };
}

async function wordsOf({ folder }: Session, params: unknown): Promise<string | null> {
  const uri = isRecord(params) ? params["uri"] : undefined;
  return typeof uri === "string" ? ((await folder.plan(uri))?.text ?? null) : null;
}

async function knownDrafts(session: Session): Promise<KnownDraft[]> {
  const drafts = await session.folder.all();
  return [...drafts]
    .sort((a, b) => (b.years?.[1] ?? 0) - (a.years?.[1] ?? 0) || a.title.localeCompare(b.title))
    .map(({ uri, title, kind, years }) => ({ uri, title, kind, years: years ?? null }));
}

async function begun(session: Session, params: unknown): Promise<NewDraftText | null> {
  if (!isRecord(params)) return null;
  const { kind, year, from } = params;
  const lastYear = typeof from === "string" ? await session.folder.plan(from) : undefined;
  if (typeof year !== "number" || (typeof from === "string" && !lastYear)) return null;
  const made = author.newDraft(String(kind) as PlanKind, Math.trunc(year), lastYear);
  const starts = lineStarts(made.text);
  const attention = made.attention.map(({ kind: what, span }) => ({
    range: { start: lineColumn(starts, span.start), end: lineColumn(starts, span.end) },
    note: noteOn(session, what),
  }));
  return { text: made.text, attention };
}

function noteOn({ texts }: Session, kind: Attention["kind"]): string {
  return texts.attention[kind];
}

async function proposed({ folder }: Session, params: unknown): Promise<string> {
  const asked = isRecord(params) ? params["folder"] : undefined;
  const drafts = typeof asked === "string" ? folder.draftsIn(asked) : folder.draftsWith([""]);
  const plans: PlanDocument[] = [];
  for await (const { plan } of drafts) plans.push(plan);
  return author.proposeConfig(plans);
}
