import type { Paragraph } from "./model.js";

/** What a line may hold, as bits: of thousands of lines they tell the few that are worth a look, at a byte a line. */
export const HOLDS = {
  /** A marker at its head, or further ones inside it. */
  marker: 1,
  responsibility: 2,
  target: 4,
  /** A year, or a time without one. */
  time: 8,
  openBracket: 16,
  /** What may be the head of an attachment. */
  attachment: 32,
} as const;

export function holdsOf(paragraph: Paragraph): number {
  const { text, role, marker, inner, responsibilities, targets, years, timed, openBracket } = paragraph;
  return (
    (marker || inner.length > 0 ? HOLDS.marker : 0) |
    (responsibilities.length > 0 ? HOLDS.responsibility : 0) |
    (targets.length > 0 ? HOLDS.target : 0) |
    (years.length > 0 || timed ? HOLDS.time : 0) |
    (openBracket === -1 ? 0 : HOLDS.openBracket) |
    (role === "attachment-label" || (!marker && text.includes("附")) ? HOLDS.attachment : 0)
  );
}
