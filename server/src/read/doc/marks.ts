import { within } from "./bytes.js";
import { PARTS, type WordFile } from "./fib.js";
import { firstEndingAfter, readRuns, type PageKind, type Run } from "./formattedPages.js";
import type { Piece } from "./pieces.js";
import { SPRM, sprmsOf, type Sprm } from "./sprms.js";

/** Characters that are not simply shown: struck by a tracked change, added by one, hidden, or a sign of another font. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: "deleted" | "inserted" | "hidden" | "sign";
  /** The code of the sign. */
  readonly code: number;
}

const CHARACTER_PAGES: PageKind = {
  part: PARTS.characters,
  entrySize: 1,
  locate: ({ main }, at) => within(main, { at: at + 1, length: main.u8(at) }),
};

/** The marks of the text in its order, none over another. */
export function readMarks(file: WordFile, pieces: readonly Piece[]): Mark[] {
  const runs = readRuns(file, CHARACTER_PAGES);
  const known = new Map<Run, Said>();
  const saidOf = (run: Run): Said => {
    const said = known.get(run) ?? whatIsSaid(sprmsOf(file.main, run.properties));
    known.set(run, said);
    return said;
  };
  return pieces.flatMap((piece) => marksIn(piece, runs, saidOf));
}

/** What a run says about being shown; `undefined` where it says nothing. */
interface Said {
  readonly deleted: boolean | undefined;
  readonly inserted: boolean | undefined;
  readonly hidden: boolean | undefined;
  readonly sign: number | undefined;
}

function whatIsSaid(sprms: readonly Sprm[]): Said {
  const last = new Map(sprms.map(({ code, value }) => [code, value]));
  const isOn = (code: number): boolean | undefined => {
    const value = last.get(code);
    return value === undefined ? undefined : (value & 1) === 1;
  };
  return {
    deleted: isOn(SPRM.deleted),
    inserted: isOn(SPRM.inserted),
    hidden: isOn(SPRM.hidden),
    sign: last.get(SPRM.sign),
  };
}

function marksIn(piece: Piece, runs: readonly Run[], saidOf: (run: Run) => Said): Mark[] {
  const end = piece.at + piece.text.length * piece.width;
  const offset = (at: number): number => piece.start + Math.floor((at - piece.at) / piece.width);
  const changes = whatIsSaid(piece.changes);
  const marks: Mark[] = [];
  for (let i = firstEndingAfter(runs, piece.at); i < runs.length; i++) {
    const run = runs[i];
    if (!run || run.start >= end) break;
    const kind = kindOf(saidOf(run), changes);
    const [from, to] = [offset(Math.max(run.start, piece.at)), offset(Math.min(run.end, end))];
    if (kind && from < to) marks.push({ start: from, end: to, ...kind });
  }
  return marks;
}

/** Text that was struck is gone whatever else is said of it. */
function kindOf(run: Said, changes: Said): Pick<Mark, "kind" | "code"> | undefined {
  if (changes.deleted ?? run.deleted) return { kind: "deleted", code: 0 };
  if (changes.hidden ?? run.hidden) return { kind: "hidden", code: 0 };
  if (run.sign !== undefined) return { kind: "sign", code: run.sign >>> 16 };
  return (changes.inserted ?? run.inserted) ? { kind: "inserted", code: 0 } : undefined;
}
