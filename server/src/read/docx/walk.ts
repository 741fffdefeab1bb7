import type { ReadNoteCode } from "../model.js";
import type { XmlElement } from "../xml.js";
import type { Numberer } from "../word/counters.js";
import type { Balance, FieldState } from "../word/fields.js";

/** What is carried along while a document is walked from its first paragraph to its last. */
export interface Walk {
  readonly numberer: Numberer;
  readonly fields: FieldState;
  readonly note: (code: ReadNoteCode) => void;
  /** Told of every element that gives text, where somebody wants to know; the mark of that text bears what it answers. */
  readonly origin?: ((element: XmlElement, text: string) => string) | undefined;
}

export function fieldsBalance(element: XmlElement): Balance {
  return balance(element) === 0 ? "balanced" : "unbalanced";
}

function balance(element: XmlElement): number {
  const type = element.name === "w:fldChar" ? element.attributes["w:fldCharType"] : undefined;
  let sum = type === "begin" ? 1 : type === "end" ? -1 : 0;
  for (const child of element.children) if (typeof child !== "string") sum += balance(child);
  return sum;
}
