import { linesOfRole } from "../../../plan/fewLines.js";
import { isAttachmentHead } from "../../../plan/front.js";
import { later } from "../../../plan/later.js";
import type { Line, Paragraph, PlanDocument } from "../../../plan/model.js";
import { skipSpaces, trimEnd } from "../../../text/characters.js";
import { lineAt } from "../../../text/lines.js";
import { fromArabic, fromChinese } from "../../../text/numerals.js";
import type { Span } from "../../../text/span.js";
import type { RuleContext } from "../../rule.js";

/** One name of 附件说明, with its number and what closes it. */
export interface AttachmentName {
  readonly ordinal: number | undefined;
  /** The number with its point; empty where there is none. */
  readonly marker: Span;
  readonly name: string;
  readonly span: Span;
  /** The line from 附件 or the number to the name's end. */
  readonly line: Span;
  /** Marks behind the name. */
  readonly mark: Span;
}

/** A page of an attachment, by its label: 附件, 附件1. */
export interface AttachmentPage {
  readonly ordinal: number | undefined;
  readonly span: Span;
}

const NUMBERED = /^(\d{1,2})\s?[.．、]\s?/;

/** 附件说明: blocks of names, each block begun by 附件：. */
export function attachmentNotes(plan: PlanDocument): AttachmentName[][] {
  const blocks: AttachmentName[][] = [];
  for (const line of linesOfRole(plan, "attachment-note")) {
    const { text } = line.paragraph;
    const head = /^\s*附\s?件\s?[：:]/.exec(text)?.[0].length ?? 0;
    if (head > 0 || blocks.length === 0) blocks.push([]);
    blocks.at(-1)?.push(...entriesIn(text, head).map((entry) => moved(entry, line.start)));
  }
  // Where an attachment begins its name may stand behind 附件： once more.
  const seen = new Set<string>();
  return blocks.filter((block) => {
    const isNew = block.some(({ name }) => !seen.has(name));
    for (const { name } of block) seen.add(name);
    return isNew;
  });
}

function entriesIn(text: string, head: number): AttachmentName[] {
  const found: AttachmentName[] = [];
  const lineEnd = text.trimEnd().length;
  for (let from = skipSpaces(text, head); from < lineEnd;) {
    const marker = NUMBERED.exec(text.slice(from, lineEnd));
    const next = marker ? nextNumber(text, from + marker[0].length, Number(marker[1]) + 1) : -1;
    const start = from + (marker?.[0].length ?? 0);
    const begin = found.length === 0 ? skipSpaces(text, 0) : from;
    found.push(entryIn(text, { begin, from, start, lineEnd, next }));
    from = next === -1 ? lineEnd : next;
  }
  return found;
}

interface Piece {
  /** Where it begins with the label, for the first one of a line. */
  readonly begin: number;
  readonly from: number;
  /** Where the name begins, behind its number. */
  readonly start: number;
  readonly lineEnd: number;
  /** Where the next name's number stands on the same line; -1 for the last one. */
  readonly next: number;
}

function entryIn(text: string, { begin, from, start, lineEnd, next }: Piece): AttachmentName {
  let end = next === -1 ? lineEnd : trimEnd(text, start, next);
  while (end > start && "。；，、;,".includes(text[end - 1] ?? "")) end--;
  return {
    ordinal: start > from ? Number.parseInt(text.slice(from, start), 10) : undefined,
    marker: { start: from, end: start },
    name: text.slice(start, end).trim(),
    span: { start, end },
    line: { start: begin, end },
    mark: { start: end, end: next === -1 ? lineEnd : end },
  };
}

/** 附件：1.任务分工表 2.主要指标表: the second one stands on the same line. */
function nextNumber(text: string, from: number, number: number): number {
  for (let at = text.indexOf(`${number}`, from); at !== -1; at = text.indexOf(`${number}`, at + 1)) {
    const behind = text.slice(at + `${number}`.length);
    if (!/[\d.]/.test(text.charAt(at - 1)) && /^\s?[.．、]\s?\D/.test(behind)) return at;
  }
  return -1;
}

function moved(entry: AttachmentName, by: number): AttachmentName {
  const shifted = (at: Span): Span => ({ start: at.start + by, end: at.end + by });
  return {
    ...entry,
    marker: shifted(entry.marker),
    span: shifted(entry.span),
    line: shifted(entry.line),
    mark: shifted(entry.mark),
  };
}

/** The pages that an attachment begins, among the lines that hold 附. */
export function attachmentPages(lines: readonly Line[]): AttachmentPage[] {
  return lines.flatMap((line) => {
    const { text } = line.paragraph;
    if (line.role !== "attachment-label" && (line.role === "attachment-note" || !isAttachmentHead(text)))
      return [];
    const match = /^\s*附\s?件\s?(\d{1,2}|[一二三四五六七八九十]{1,2})?/.exec(text);
    if (!match) return [];
    const start = line.start + skipSpaces(text, 0);
    const end = line.start + match[0].length;
    return [{ ordinal: match[1] ? ordinalOf(match[1]) : undefined, span: { start, end } }];
  });
}

export function ordinalOf(numeral: string): number | undefined {
  return fromArabic(numeral) ?? fromChinese(numeral);
}

/** A longer line is no title. */
const LONGEST_TITLE_LINE = 50;

/** A short line, and none that says who does what. */
export function mayBeTitle({ text, responsibilities }: Paragraph): boolean {
  return text.length <= LONGEST_TITLE_LINE && responsibilities.length === 0;
}

/** A note cannot number more names, and each is looked for in the whole text: of the rest nothing is said. */
export const MOST_NAMES = 100;

export interface ShortLines {
  /** Whether a name stands in the lines behind an offset, with the title of the plan behind them. To be asked from the top down. */
  hold(name: string, from: number): boolean;
}

/** The short lines in one string, since a title may be broken over several; put together when somebody asks. */
export function shortLines(plan: PlanDocument, { ofChapters }: RuleContext): ShortLines {
  const { starts, paragraphs } = plan;
  const titlesIn = (first: number, end: number): string => {
    let joined = "";
    for (let i = first; i < end; i++) {
      const paragraph = paragraphs[i];
      if (paragraph && mayBeTitle(paragraph)) joined += plain(paragraph.text);
    }
    return joined;
  };
  // All that stands before the first chapter, and then chapter by chapter.
  const stretches = later(() => {
    const chapters = ofChapters("shortLines", ({ line, lineEnd }) => ({
      lines: lineEnd - line,
      text: titlesIn(line, lineEnd),
    }));
    const lines = chapters.reduce((left, chapter) => left - chapter.lines, paragraphs.length);
    return [{ lines, text: titlesIn(0, lines) }, ...chapters];
  });
  const all = later(() => stretches.get().reduce((joined, { text }) => joined + text, ""));
  let known = { line: 0, length: 0 };
  /** How many characters of it stand before a line; what was counted is not counted again. */
  const lengthBefore = (line: number): number => {
    let from = { line: 0, length: 0 };
    for (const { lines, text } of stretches.get()) {
      if (from.line + lines >= line) break;
      from = { line: from.line + lines, length: from.length + text.length };
    }
    if (known.line > from.line && known.line <= line) from = known;
    known = { line, length: from.length + titlesIn(from.line, line).length };
    return known.length;
  };
  let asked = 0;
  return {
    hold(name, from) {
      if (++asked > MOST_NAMES) return true;
      const wanted = plain(name);
      const first = lengthBefore(from > 0 ? lineAt(starts, from - 1) + 1 : 0);
      const last = all.get().slice(Math.max(first, all.get().length - wanted.length));
      return all.get().includes(wanted, first) || (last + plain(plan.title?.text ?? "")).includes(wanted);
    },
  };
}

/** A title without spaces and quotes, which are often written differently. */
export function plain(text: string): string {
  return text.replace(/[\s《》“”"]/g, "");
}
