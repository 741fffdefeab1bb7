import type { Edit } from "../../text/span.js";

export type CompletionKind = "department" | "year" | "indicator" | "marker" | "title" | "section";

/** One thing that can be put at the caret. Lists are ordered, the best first. */
export interface Completion {
  readonly kind: CompletionKind;
  /** What is shown. */
  readonly label: string;
  /** What is shown beside it: the full name behind an alias, last year's value. Empty where there is nothing to say. */
  readonly detail: string;
  /** Everything by which it can be found: names, aliases, pinyin initials and full pinyin. The label comes first. */
  readonly filters: readonly string[];
  /** Replaces what was typed of it so far; offsets count UTF-16 units from the start of the text. */
  readonly edit: Edit;
  /** What belongs in place of `edit.newText` where the editor knows snippets (VS Code's syntax); only for sections. */
  readonly snippet?: string;
}

/** Chinese → what can be typed for it: full pinyin and initials (基教科 → jijiaoke, jjk). Loaded by the caller. */
export type Pinyin = (text: string) => readonly string[];

/** True where nothing that belongs to the same word follows: the end of the line, a space or a mark. */
export function endsWord(after: string): boolean {
  return after === "" || /^[\s，。；、：,;:）)〕\]】》”]/.test(after);
}

/** True where the typed part could lead to a text: latin letters for its pinyin, else its characters in order. */
export function couldMean(typed: string, texts: readonly string[]): boolean {
  if (typed === "" || /^[a-z']+$/i.test(typed)) return true;
  return texts.some((text) => {
    let at = -1;
    for (const c of typed) {
      at = text.indexOf(c, at + 1);
      if (at === -1) return false;
    }
    return true;
  });
}

/** What stands behind the last of some marks; the whole text where it holds none of them. */
export function behindLast(text: string, marks: string): string {
  let at = text.length;
  while (at > 0 && !marks.includes(text[at - 1] ?? "")) at--;
  return text.slice(at);
}
