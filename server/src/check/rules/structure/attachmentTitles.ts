import { indexAt } from "../../../plan/lineIndex.js";
import type { PlanDocument } from "../../../plan/model.js";
import { skipSpaces } from "../../../text/characters.js";
import { replace, slice, type Span } from "../../../text/span.js";
import type { Remark } from "../../rule.js";
import { editDistance } from "../responsibility/nearestNames.js";
import { type AttachmentName, type AttachmentPage, mayBeTitle, MOST_NAMES, plain } from "./attachments.js";

/** A title broken over more lines than this is none. */
const MOST_LINES = 3;
/** Below this a word may be part of anything. */
const TELLING_LENGTH = 4;

/**
 * An attachment whose title is not the name in 附件说明: by a slip (another year, one character), or because it bears
 * the name of another. A title that says more or less than the name, or is quite another, may be meant.
 */
export function* otherTitles(
  plan: PlanDocument,
  names: readonly AttachmentName[],
  pages: readonly AttachmentPage[],
): Generator<Remark> {
  const behind = pages.filter(({ span }) => span.start > (names.at(-1)?.line.end ?? 0));
  for (const entry of names.slice(0, MOST_NAMES)) {
    const own = behind.filter(({ ordinal }) => ordinal === entry.ordinal);
    const [page] = own;
    if (!page || own.length > 1) continue;
    const titles = titlesOf(plan, page);
    const name = plain(entry.name);
    const said = titles.map((span) => plain(slice(plan.text, span)));
    if (said.some((one) => isPart(one, name) || isPart(name, one))) continue;
    const isAnothers = names.some((other) => other !== entry && said.includes(plain(other.name)));
    const at = said.findIndex((one) => isSlip(one, name));
    const title = titles[isAnothers ? said.findIndex((one) => isNameOf(names, one)) : at];
    if (title) yield remarkOn(plan, { entry, title, isAnothers, lines: at + 1 });
  }
}

function isNameOf(names: readonly AttachmentName[], title: string): boolean {
  return names.some((one) => plain(one.name) === title);
}

function isPart(part: string, whole: string): boolean {
  return part.length >= TELLING_LENGTH && whole.includes(part);
}

function isSlip(title: string, name: string): boolean {
  const length = Math.min(title.length, name.length);
  return length >= TELLING_LENGTH && editDistance(title, name) <= Math.max(1, Math.floor(length / 6));
}

/** What may be the title of a page: what stands behind its label in the line, else its first line, first two, first three. */
function titlesOf(plan: PlanDocument, { span }: AttachmentPage): Span[] {
  const at = indexAt(plan.lines, span.start);
  const label = plan.lines[at];
  if (!label) return [];
  const lineEnd = label.start + label.paragraph.text.trimEnd().length;
  const rest = /^[\s：:]*/.exec(plan.text.slice(span.end, lineEnd))?.[0].length ?? 0;
  if (span.end + rest < lineEnd) return [{ start: span.end + rest, end: lineEnd }];
  const found: Span[] = [];
  for (const { start, paragraph } of plan.lines.slice(at + 1, at + 8)) {
    if (paragraph.blank) continue;
    const { text, marker } = paragraph;
    if (marker || !mayBeTitle(paragraph) || /[。；：]|^\s*附\s?件/.test(text)) break;
    found.push({ start: found[0]?.start ?? start + skipSpaces(text, 0), end: start + text.trimEnd().length });
    if (found.length === MOST_LINES) break;
  }
  return found;
}

interface Other {
  readonly entry: AttachmentName;
  readonly title: Span;
  readonly isAnothers: boolean;
  /** Over how many lines the title is broken. */
  readonly lines: number;
}

function remarkOn(plan: PlanDocument, { entry, title, isAnothers, lines }: Other): Remark {
  const written = slice(plan.text, title).replace(/\s+/g, "");
  const fixes = [
    {
      title: { key: "rename", fill: { right: written } },
      edits: [replace(entry.span, written)],
      safe: false,
    },
    {
      title: { key: "retitle", fill: { right: entry.name } },
      edits: [replace(title, entry.name)],
      safe: false,
    },
  ];
  return {
    span: title,
    message: { key: "title", fill: { title: written, name: entry.name } },
    related: [{ span: entry.span, message: { key: "named" } }],
    fixes: isAnothers ? [] : lines === 1 ? fixes : fixes.slice(0, 1),
  };
}
