import type { DocxTrace } from "../../read/docx/traceDocx.js";
import type { Anchor } from "./anchors.js";
import type { Cut } from "./cuts.js";
import type { Names } from "./names.js";

interface Insertion {
  readonly split: Cut["split"];
  readonly ends: string[];
  /** Comments on no words at all. */
  readonly points: string[];
  readonly starts: string[];
}

/** Collects what is put into the main part: nothing of it is taken out or changed. */
export interface Insertions {
  add(anchor: Anchor, id: number): void;
  /** The part with all of them. */
  applied(): string;
}

export function createInsertions({ source: { text } }: DocxTrace, { declaration }: Names): Insertions {
  const insertions = new Map<number, Insertion>();
  const at = (cut: Cut): Insertion => {
    const known = insertions.get(cut.at) ?? { split: cut.split, ends: [], points: [], starts: [] };
    insertions.set(cut.at, known);
    return known;
  };
  return {
    add({ from, to }, id) {
      const start = `<w:commentRangeStart${declaration} w:id="${id}"/>`;
      const end =
        `<w:commentRangeEnd${declaration} w:id="${id}"/>` +
        `<w:r${declaration}><w:commentReference w:id="${id}"/></w:r>`;
      if (from.at === to.at) {
        at(from).points.push(start + end);
        return;
      }
      at(from).starts.push(start);
      at(to).ends.push(end);
    },
    applied() {
      const pieces: string[] = [];
      let done = 0;
      for (const [place, { split, ends, points, starts }] of [...insertions].sort((a, b) => a[0] - b[0])) {
        pieces.push(
          text.slice(done, place),
          split?.close ?? "",
          ...ends,
          ...points,
          ...starts,
          split?.open ?? "",
        );
        done = place;
      }
      pieces.push(text.slice(done));
      return pieces.join("");
    },
  };
}
