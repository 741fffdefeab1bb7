/** Text with the places in it that something outside the text refers to. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly kind: "comment-start" | "comment-end" | "comment" | "footnote" | "endnote" | "text";
  readonly id: string;
  readonly offset: number;
}

export function joinPieces(pieces: readonly Piece[], separator: string): Piece {
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const marks: Mark[] = [];
  let length = 0;
  for (const piece of pieces) {
    for (const mark of piece.marks) marks.push({ ...mark, offset: mark.offset + length });
    length += piece.text.length + separator.length;
  }
  return { text: pieces.map((piece) => piece.text).join(separator), marks };
}

/** Replaces characters one for one, so that the marks stay right. */
export function mapCharacters(piece: Piece, replace: (text: string) => string): Piece {
  return { text: replace(piece.text), marks: piece.marks };
}

export function prepend(prefix: string, piece: Piece): Piece {
  return prefix === "" ? piece : joinPieces([{ text: prefix, marks: [] }, piece], "");
}
