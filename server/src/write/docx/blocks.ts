import type { FileChild, IParagraphOptions, ParagraphChild } from "docx";
import { type BlockContext, printable } from "./blockContext.js";
import type { Indent, LaidBlock, LaidLine, LaidRun } from "./laidLine.js";
import { widthOf } from "./measure.js";
import { imprintOf } from "./imprint.js";
import { CHARACTER, GRID, MARK_DROP, RED, RED_LINE, TEXT_WIDTH } from "./page.js";
import { fontOf, STYLE_OF } from "./styles.js";
import { tableOf } from "./tableBlocks.js";

/** 发文机关标志: as large as one line allows, but not above 50 pt; by practice, for 7.2.4 leaves the size open. */
const LARGEST_MARK = 100;

/** Everything in its order; the lines of 版记 go together into one table at the foot of the last page. */
export function paragraphsOf(blocks: readonly LaidBlock[], context: BlockContext): FileChild[] {
  const imprint = blocks.flatMap(imprintLine);
  return blocks.flatMap((block, at) => {
    if ("rows" in block) return [tableOf(block.rows, context)];
    if (block.kind === "imprint") return block === imprint[0] ? [imprintOf(imprint, context)] : [];
    const next = blocks[at + 1];
    // 7.3.7 leaves a blank line below the title of an attachment, and a table cannot make it by itself.
    const after =
      block.kind === "title" && next && "rows" in next ? { spacing: { after: GRID.linePitch } } : {};
    return [new context.docx.Paragraph({ ...paragraphOf(block, at, context), ...after })];
  });
}

function imprintLine(block: LaidBlock): LaidLine[] {
  return "kind" in block && block.kind === "imprint" ? [block] : [];
}

function paragraphOf(line: LaidLine, at: number, context: BlockContext): IParagraphOptions {
  const isMark = line.kind === "issuer-mark" && context.head === "red";
  return {
    style: STYLE_OF[line.kind],
    children: line.runs.flatMap((run) => runOf(run, line, context)),
    ...(line.runs.length === 0 ? {} : { indent: indentOf(line.indent) }),
    ...(line.pageBreak ? { pageBreakBefore: true } : {}),
    ...(line.keepNext ? { keepNext: true } : {}),
    ...(line.centred ? { alignment: "center" as const } : {}),
    ...(isMark ? markSpacing(line, at) : gapOf(line)),
    ...(line.kind === "document-number" && context.head === "red" ? redLine() : {}),
  };
}

function gapOf({ gapBefore }: LaidLine): Pick<IParagraphOptions, "spacing"> {
  return gapBefore === 0 ? {} : { spacing: { before: Math.round(gapBefore * GRID.linePitch) } };
}

function indentOf({ left, right, first }: Indent) {
  const twips = (characters: number): number => Math.round(characters * CHARACTER);
  return {
    left: twips(left),
    right: twips(right),
    ...(first < 0
      ? { hanging: twips(-first) }
      : { firstLine: twips(first), firstLineChars: Math.round(first * 100) }),
  };
}

/** The first line of 发文机关标志 drops to its place; those of joint issuers follow it closely. */
function markSpacing(line: LaidLine, at: number): Pick<IParagraphOptions, "spacing"> {
  const before = at === 0 ? MARK_DROP : 0;
  return { spacing: { before, line: markSize(line) * 12, lineRule: "exact" } };
}

function markSize({ runs }: LaidLine): number {
  const width = widthOf(runs.map(({ text }) => text.trim()).join(""));
  return Math.min(LARGEST_MARK, Math.floor(TEXT_WIDTH / 10 / (width + 0.5)));
}

function redLine(): Pick<IParagraphOptions, "border"> {
  return { border: { bottom: { style: "single", color: RED, ...RED_LINE } } };
}

function runOf(run: LaidRun, line: LaidLine, context: BlockContext): ParagraphChild[] {
  const { TextRun, Tab } = context.docx;
  const pieces = printable(run.text).split("\t");
  const children = pieces.flatMap((piece, i) => (i === 0 ? [piece] : [new Tab(), piece]));
  const isMark = line.kind === "issuer-mark" && context.head === "red";
  return [
    new TextRun({
      children: children.filter((child) => child !== ""),
      font: fontOf(run.font, context.latin),
      ...(isMark ? { size: markSize(line), color: RED } : {}),
    }),
  ];
}
