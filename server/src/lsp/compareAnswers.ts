import type { AnswerKind, DroppedAnswer } from "./compareProtocol.js";
import { isRecord } from "./clientFacts.js";
import { homeOf, nameInHome } from "./hegaoHome.js";
import type { PlanFiles } from "./planFiles.js";
import type { Session } from "./session.js";

const KINDS: readonly AnswerKind[] = ["done", "routine", "elsewhere", "missed"];

/** One answer as `.hegao/answers.json` holds it: paths relative to the folder of `.hegao`. */
interface Entry {
  readonly draft: string;
  readonly earlier: string;
  readonly marker: string;
  readonly title: string;
  readonly answer: AnswerKind;
  readonly note: string;
}

/** The answers for one draft, and where they are kept. */
export interface AnswerBook {
  /** The folder that holds `.hegao`, as a URI. */
  readonly home: string;
  readonly draft: string;
  readonly entries: readonly Entry[];
  /** True where the file is there but cannot be read or understood: it is never written over. */
  readonly isDamaged: boolean;
}

export interface DroppedName {
  readonly marker: string;
  readonly title: string;
}

export async function readAnswers(uri: string, session: Session, files: PlanFiles): Promise<AnswerBook> {
  const roots = await session.configuration.roots();
  const home = await homeOf(uri, { roots, files });
  const text = await session.configuration.readText(answersUri(home));
  if (text === undefined && (await files.stamp(answersUri(home))) !== undefined)
    return { home, draft: nameInHome(home, uri), entries: [], isDamaged: true };
  const { entries, isDamaged } = read(text);
  return { home, draft: nameInHome(home, uri), entries, isDamaged };
}

export function answerFor(book: AnswerBook, earlier: string, item: DroppedName): DroppedAnswer | null {
  const found = book.entries.find((entry) => isAbout(entry, book, { earlier, item }));
  return found ? { kind: found.answer, note: found.note } : null;
}

/** True where a task is accounted for; one that was forgotten stays a finding until it is written in. */
export function isSettled(book: AnswerBook, earlier: string, item: DroppedName): boolean {
  const answer = answerFor(book, earlier, item);
  return answer !== null && answer.kind !== "missed";
}

/** Keeps an answer, or with null takes it back. */
export async function writeAnswer(
  { uri, session, files }: { readonly uri: string; readonly session: Session; readonly files: PlanFiles },
  about: { readonly earlier: string; readonly item: DroppedName },
  answer: DroppedAnswer | null,
): Promise<void> {
  const { home } = await readAnswers(uri, session, files);
  await files.alone(answersUri(home), async () => {
    // Read again, now that nobody else writes.
    const book = await readAnswers(uri, session, files);
    await files.write(answersUri(home), withAnswer(book, about, answer));
  });
}

function withAnswer(
  book: AnswerBook,
  about: { readonly earlier: string; readonly item: DroppedName },
  answer: DroppedAnswer | null,
): string {
  if (book.isDamaged) throw new Error(`${answersUri(book.home)} is damaged`);
  const rest = book.entries.filter((entry) => !isAbout(entry, book, about));
  const own: Entry[] = answer
    ? [
        {
          draft: book.draft,
          earlier: nameInHome(book.home, about.earlier),
          marker: about.item.marker,
          title: about.item.title,
          answer: answer.kind,
          note: answer.note,
        },
      ]
    : [];
  const key = ({ draft, earlier, title }: Entry): string => `${draft}\n${earlier}\n${title}`;
  // Ordered by what they are about, so that two colleagues' additions merge well.
  const entries = [...rest, ...own].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return `${JSON.stringify({ version: 1, entries }, undefined, 2)}\n`;
}

export function isAnswer(value: unknown): value is DroppedAnswer {
  return isRecord(value) && KINDS.includes(value["kind"] as AnswerKind) && typeof value["note"] === "string";
}

function answersUri(home: string): string {
  return `${home}/.hegao/answers.json`;
}

function isAbout(
  entry: Entry,
  book: AnswerBook,
  { earlier, item }: { readonly earlier: string; readonly item: DroppedName },
): boolean {
  return (
    entry.draft === book.draft &&
    entry.earlier === nameInHome(book.home, earlier) &&
    entry.marker === item.marker &&
    entry.title === item.title
  );
}

function read(text: string | undefined): { readonly entries: readonly Entry[]; readonly isDamaged: boolean } {
  if (text === undefined) return { entries: [], isDamaged: false };
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    const list: unknown = isRecord(value) ? value["entries"] : undefined;
    if (!Array.isArray(list)) return { entries: [], isDamaged: true };
    const entries = list.filter(isEntry);
    return { entries, isDamaged: entries.length < list.length };
  } catch {
    // Half a merge conflict, say.
    return { entries: [], isDamaged: true };
  }
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || !KINDS.includes(value["answer"] as AnswerKind)) return false;
  return ["draft", "earlier", "marker", "title", "note"].every((name) => typeof value[name] === "string");
}
