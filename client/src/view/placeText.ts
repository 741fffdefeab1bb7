import type { PlaceRange } from "../../../server/src/lsp/protocol.js";

/** A place as a page can carry it in an attribute: `line,character,line,character`. */
export function placeText({ start, end }: PlaceRange): string {
  return [start.line, start.character, end.line, end.character].join(",");
}
