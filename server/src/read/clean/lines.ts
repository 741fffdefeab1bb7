/** A line of a text: `end` stops before its terminator, `next` after it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** The line without blanks at both ends. */
  readonly text: string;
}

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const feed = text.indexOf("\n", start);
    const next = feed === -1 ? text.length : feed + 1;
    let end = feed === -1 ? text.length : feed;
    if (end > start && text.charCodeAt(end - 1) === 13) end--;
    lines.push({ start, end, next, text: text.slice(start, end).trim() });
    if (feed === -1) break;
    start = next;
  }
  return lines;
}

/** True where a line ends as a sentence, a heading's colon or a closing mark does. */
export function isClosed(text: string): boolean {
  return /[。！？；：!?;:…]["”’』」）)》]?$/.test(text);
}

/** True where a line opens with a marker of its own, so that it is never the rest of the line before. */
export function opensWithMarker(text: string): boolean {
  return /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{0,3}[）)]|\d{1,2} ?[.．、](?!\d)|第[一二三四五六七八九十百]{1,4}[章节条]|[①-⑳]|——|附件|责任|牵头)/.test(
    text,
  );
}

export function isIndented(text: string, line: Line): boolean {
  return /^(?:\u3000|[ \u00a0]{2}|\t)/.test(text.slice(line.start, line.start + 2));
}
