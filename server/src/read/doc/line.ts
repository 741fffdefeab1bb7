import type { ReadNoteCode } from "../model.js";
import type { FieldState } from "../word/fields.js";
import { symbolOf } from "../word/symbols.js";
import type { Mark } from "./marks.js";

/** What is carried along while the text is read from its first character to its last. */
export interface Walk {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly fields: FieldState;
  readonly note: (code: ReadNoteCode) => void;
  /** The first mark that has not been passed. */
  nextMark: number;
}

/** What is shown of a stretch of the text, which is to be asked for in the order of the text. */
export function readLine(walk: Walk, start: number, end: number): string {
  const line: Line = { walk, shown: "" };
  let at = start;
  while (at < end) {
    const mark = markAt(walk, at);
    const covered = mark && mark.start <= at ? mark : undefined;
    const until = Math.min(end, covered?.end ?? mark?.start ?? end);
    readCharacters(line, walk.text.slice(at, until), covered);
    if (covered && covered.start === at) noteMark(walk, covered);
    at = until;
  }
  return line.shown;
}

/** What is said of a paragraph's own mark. */
export function readMark(walk: Walk, at: number): Mark["kind"] | undefined {
  const mark = markAt(walk, at);
  if (!mark || mark.start > at) return undefined;
  if (mark.start === at) noteMark(walk, mark);
  return mark.kind;
}

/** The mark that covers a character, or the next one behind it. */
function markAt(walk: Walk, at: number): Mark | undefined {
  while ((walk.marks[walk.nextMark]?.end ?? Infinity) <= at) walk.nextMark++;
  return walk.marks[walk.nextMark];
}

interface Line {
  readonly walk: Walk;
  shown: string;
}

/** A change that goes on through several runs of formatting is one. */
function noteMark({ marks, nextMark, note }: Walk, { kind, start }: Mark): void {
  const before = marks[nextMark - 1];
  if (before?.kind === kind && before.end === start) return;
  if (kind === "deleted") note("deletions-dropped");
  else if (kind === "inserted") note("insertions-accepted");
}

function readCharacters(line: Line, text: string, mark: Mark | undefined): void {
  if (mark?.kind === "deleted") return;
  for (const [part] of text.matchAll(/[\0-\x1f]|[^\0-\x1f]+/g)) {
    const meaning = part < " " ? CONTROLS.get(part) : undefined;
    if (meaning) meaning(line, mark);
    else if (part >= " ") add(line, part, mark);
  }
}

type Meaning = (line: Line, mark: Mark | undefined) => void;

const step =
  (type: string): Meaning =>
  ({ walk }) =>
    walk.fields.step(type);

const literal =
  (text: string): Meaning =>
  (line, mark) =>
    add(line, text, mark);

const pageBreak: Meaning = (line, mark) => {
  if (line.shown !== "") add(line, "\n", mark);
};

/** The characters below the blank that mean something; the others are anchors of pictures, footnotes, comments. */
const CONTROLS: ReadonlyMap<string, Meaning> = new Map([
  ["\t", literal("\t")],
  ["\n", literal("\n")],
  ["\x0b", literal("\n")],
  ["\x0c", pageBreak],
  ["\x0e", pageBreak],
  ["\x13", step("begin")],
  ["\x14", step("separate")],
  ["\x15", step("end")],
  ["\x1e", literal("-")],
]);

function add(line: Line, text: string, mark: Mark | undefined): void {
  const { fields, note } = line.walk;
  if (!fields.isShowing()) fields.instruct(text);
  else if (mark?.kind === "hidden") note("hidden-dropped");
  else if (mark?.kind === "sign" && text >= " ") line.shown += signOf(mark.code).repeat(text.length);
  else line.shown += text.replace(/[\uf000-\uf0ff]/g, (sign) => signOf(sign.charCodeAt(0)));
}

/** Signs of a symbol font stand in the text as its private characters, or as a bracket that a mark explains. */
function signOf(code: number): string {
  return symbolOf(code.toString(16));
}
