import type { PlanDocument } from "../../plan/model.js";
import { runsOf, type SetHeading, setHeadings } from "./headingRuns.js";
import type { Indent, LaidBlock, LaidLine, LaidRun, LineKind } from "./laidLine.js";
import { lineKinds } from "./lineKinds.js";
import { widthOf } from "./measure.js";
import type { FontRole } from "./page.js";
import { type Seal, signaturePlace } from "./signatures.js";
import { tablesFrom } from "./tables.js";
import { titleCapacity } from "./titleBreaks.js";

export interface LayOutOptions {
  readonly seal: Seal;
  /** Whether 发文机关标志 and the line below the number are red. */
  readonly head: "red" | "plain";
}

const FONT_OF: Readonly<Partial<Record<LineKind, FontRole>>> = {
  "issuer-mark": "title",
  title: "title",
  subtitle: "regular",
  "attachment-label": "black",
};
/** 版心 holds 28 characters of 三号 and 20 of 二号; the last one is left free, for fonts with wide digits would break there. */
const LINE_WIDTH = 28;
const TITLE_WIDTH = 19;
const TITLE_CHARACTER = 22 / 15.79;
const FLUSH: Indent = { left: 0, right: 0, first: 0 };

/** A draft as it is to stand on paper: one block for each line, but one for all rows of a table. */
export function layOut(plan: PlanDocument, options: LayOutOptions): LaidBlock[] {
  const page: Page = { plan, options, kinds: lineKinds(plan), headings: headingsByLine(plan) };
  const lines = plan.lines.map((_, i) => layLine(page, i));
  keepSignatures(lines);
  return tablesFrom(lines);
}

interface Page {
  readonly plan: PlanDocument;
  readonly options: LayOutOptions;
  readonly kinds: readonly LineKind[];
  readonly headings: readonly (readonly SetHeading[])[];
}

/** Drafts are laid out from the front, so that what a line owes to the lines before it can be looked up. */
type DraftLine = { -readonly [K in keyof LaidLine]: LaidLine[K] };

function layLine(page: Page, at: number): DraftLine {
  const line = page.plan.lines[at];
  const { text = "" } = line?.paragraph ?? {};
  const headings = page.headings[at] ?? [];
  const kind = kindOf(page, at);
  const font = FONT_OF[kind];
  const whole: LaidRun[] = [{ text, font: font ?? "body" }];
  return {
    kind,
    runs: font ? whole : runsOf({ text, start: line?.start ?? 0 }, headings),
    indent: indentOf(page, at, kind),
    gapBefore: gapBefore(page, at),
    pageBreak: startsPage(page, at),
    centred: headings[0]?.centred === true && kind.startsWith("heading"),
    keepNext: kind.startsWith("heading") && headings.length === 1 && isWhole(text, headings[0], line?.start),
  };
}

function kindOf({ kinds, headings }: Page, at: number): LineKind {
  const [first] = headings[at] ?? [];
  if (kinds[at] !== "body" || !first) return kinds[at] ?? "body";
  return `heading-${first.layer as 1 | 2 | 3 | 4}`;
}

/** True for a heading that has its paragraph to itself: it must not stand alone at the foot of a page. */
function isWhole(text: string, heading: SetHeading | undefined, start = 0): boolean {
  return heading !== undefined && heading.span.end - start >= text.trimEnd().length;
}

function headingsByLine(plan: PlanDocument): SetHeading[][] {
  const byLine: SetHeading[][] = plan.lines.map(() => []);
  let at = 0;
  for (const heading of setHeadings(plan)) {
    while (at + 1 < plan.lines.length && (plan.lines[at + 1]?.start ?? 0) <= heading.span.start) at++;
    // A marker alone on its line has its heading on the next.
    for (let i = at; i < byLine.length && (plan.lines[i]?.start ?? 0) < heading.span.end; i++)
      byLine[i]?.push(heading);
  }
  return byLine;
}

/** 7.3.3: 每个自然段左空二字，回行顶格. Blanks that the draft begins a line with count towards the two. */
function indentOf(page: Page, at: number, kind: LineKind): Indent {
  const text = page.plan.lines[at]?.paragraph.text ?? "";
  const lead = widthOf(/^\s*/.exec(text)?.[0] ?? "");
  const two = Math.max(0, 2 - lead);
  switch (kind) {
    case "issuer-mark":
    case "document-number":
    case "subtitle":
    case "addressee":
    case "attachment-label":
    case "flush":
      return FLUSH;
    case "title":
      return titleIndent(text);
    case "imprint":
      return imprintIndent(text);
    case "attachment-note":
      return noteIndent(text, two);
    case "signature":
    case "date":
      return { ...FLUSH, right: placeOf(page, at)[kind === "date" ? "date" : "name"] };
    default:
      return page.headings[at]?.[0]?.centred ? FLUSH : { ...FLUSH, first: two };
  }
}

function titleIndent(text: string): Indent {
  const capacity = titleCapacity(text.trim(), TITLE_WIDTH);
  if (capacity === TITLE_WIDTH) return FLUSH;
  const side = Math.max(0, (LINE_WIDTH - (capacity + 0.25) * TITLE_CHARACTER) / 2);
  return { left: side, right: side, first: 0 };
}

/** 7.4.2: one character in on both sides, names hanging on the first one after the colon. */
function imprintIndent(text: string): Indent {
  const label = widthOf(/^\s*(?:抄送|主送)\s?[：:]/.exec(text)?.[0] ?? "");
  return { left: 1 + label, right: 1, first: -label };
}

/** 7.3.4: 附件： two characters in; a name that goes on hangs on its first character, the next number below the first. */
function noteIndent(text: string, two: number): Indent {
  const said = text.trimStart();
  const mark = /^附\s?件\s?[：:]/.exec(said)?.[0] ?? "";
  const label = widthOf(mark);
  const number = widthOf(/^\d{1,2}\s?[.．、]/.exec(said.slice(mark.length).trimStart())?.[0] ?? "");
  if (label === 0) return { left: two + 3 + number, right: 0, first: -number };
  return { left: two + label + number, right: 0, first: -label - number };
}

/** Name and date of one signature are placed by each other: the widest name above the date, the date below the name. */
function placeOf({ plan, kinds, options }: Page, at: number): { name: number; date: number } {
  let last = at;
  while (last < kinds.length && kinds[last] !== "date") last++;
  const names: string[] = [];
  for (let i = last - 1; i >= 0 && (kinds[i] === "signature" || plan.lines[i]?.paragraph.blank); i--)
    names.push(plan.lines[i]?.paragraph.text.trim() ?? "");
  const widest = names.sort((a, b) => widthOf(b) - widthOf(a))[0] ?? "";
  return signaturePlace(widest, plan.lines[last]?.paragraph.text ?? "", options.seal);
}

/** The blank lines that the standard asks for, less those that the draft has. */
function gapBefore(page: Page, at: number): number {
  const { plan, kinds } = page;
  if (startsPage(page, at) || plan.lines[at]?.paragraph.blank) return 0;
  let before = at - 1;
  while (before >= 0 && plan.lines[before]?.paragraph.blank) before--;
  if (before < 0) return 0;
  return Math.max(0, wantedGap(page, kinds[before] ?? "body", kinds[at] ?? "body") - (at - 1 - before));
}

/** 7.2.5, 7.3.1, 7.3.2, 7.3.4, 7.3.5 and 7.3.7, in this order. */
function wantedGap({ options }: Page, before: LineKind, kind: LineKind): number {
  if (kind === "document-number") return before === "issuer-mark" ? 2 : 0;
  if (kind === "title" && before === "document-number") return 2;
  if (before === "title" || before === "subtitle") return kind === "title" || kind === "subtitle" ? 0 : 1;
  if (kind === "attachment-note") return before === "attachment-note" ? 0 : 1;
  if (kind === "signature") return before === "signature" ? 0 : options.seal === "sealed" ? 2 : 1;
  if (kind === "title" && before === "attachment-label") return 1;
  return 0;
}

/** 7.3.7: 附件 begins a page; so does the plan that a notice forwards. */
function startsPage({ plan, kinds }: Page, at: number): boolean {
  if (at === 0 || kinds[at] === undefined) return false;
  if (kinds[at] === "attachment-label") return true;
  const plain = plan.parts.find((part) => part.kind === "plan");
  const hasNotice = plan.parts[0]?.kind === "notice";
  if (!hasNotice || kinds[at] !== "title" || plan.title?.span !== plain?.title?.span) return false;
  return isFirstOfTitle(plan, at) && !kinds.slice(0, at).includes("attachment-label");
}

function isFirstOfTitle(plan: PlanDocument, at: number): boolean {
  const line = plan.lines[at];
  const start = plan.title?.span.start ?? -1;
  return line !== undefined && line.start <= start && start <= line.start + line.paragraph.text.length;
}

/** 7.3.5.5: a signature never stands on a page by itself, so it holds on to the line above it. */
function keepSignatures(lines: DraftLine[]): void {
  for (let i = lines.length - 1; i > 0; i--) {
    const kind = lines[i]?.kind;
    const before = lines[i - 1];
    if (!before || !lines[i]) continue;
    const passesOn = lines[i]?.runs.length === 0 || kind === "attachment-note";
    if (kind === "signature" || kind === "date" || (passesOn && lines[i]?.keepNext)) before.keepNext = true;
  }
}
