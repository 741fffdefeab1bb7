import type { Span } from "./span.js";

/** A stretch of a text without what `\s` means. */
export function spaceless(text: string, start = 0, end = text.length): string {
  let said = "";
  let from = start;
  for (let i = start; i < end; i++) {
    if (!isBlank(text.charCodeAt(i))) continue;
    if (from < i) said += text.slice(from, i);
    from = i + 1;
  }
  return said + text.slice(from, end);
}

/** How many characters of a stretch `spaceless` leaves out. */
export function blanksIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (isBlank(text.charCodeAt(i))) count++;
  return count;
}

/** The stretch without what `\s` means at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  return { start, end };
}

/** What `\s` means. Chinese is ruled out by its number, which is ten times as fast as asking an expression. */
function isBlank(code: number): boolean {
  if (code > 0x3000) return code === 0xfeff;
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  return code === 0x3000 || (code >= 0xa0 && isRareBlank(code));
}

function isRareBlank(code: number): boolean {
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}
