import type { ReadNoteCode } from "../model.js";
import type { XmlElement } from "../xml.js";
import type { Numberer } from "./counters.js";

/** What is carried along while a document is walked from its first paragraph to its last. */
export interface Walk {
  readonly numberer: Numberer;
  readonly fields: FieldState;
  readonly note: (code: ReadNoteCode) => void;
}

/**
 * Fields (域) may begin in one paragraph and end in another. Their instructions are never shown, their results are,
 * except for a table of contents: it repeats every heading, and a reader of plans would count each twice.
 */
export interface FieldState {
  /** Follows a w:fldChar. */
  readonly step: (type: string) => void;
  /** Takes a part of the innermost field's instruction. */
  readonly instruct: (text: string) => void;
  readonly endParagraph: () => void;
  readonly isShowing: () => boolean;
  readonly isInContents: () => boolean;
}

interface Field {
  readonly instruction: string;
  readonly hasResult: boolean;
}

export function createFieldState(document: XmlElement): FieldState {
  const trusted = fieldsBalance(document);
  let open: Field[] = [];
  const isContents = (field: Field): boolean => trusted && /^\s*TOC\b/i.test(field.instruction);
  const isInContents = (): boolean => open.some(isContents);
  return {
    step: (type) => {
      const innermost = open.at(-1);
      if (type === "begin") open.push({ instruction: "", hasResult: false });
      else if (type === "end") open.pop();
      else if (innermost) open[open.length - 1] = { ...innermost, hasResult: true };
    },
    instruct: (text) => {
      const innermost = open.at(-1);
      if (innermost) open[open.length - 1] = { ...innermost, instruction: innermost.instruction + text };
    },
    // An instruction that no paragraph ever ends would swallow the rest of the document.
    endParagraph: () => {
      if (open.length > 0) open = open.filter((field) => field.hasResult || isContents(field));
    },
    isShowing: () => open.every((field) => field.hasResult) && !isInContents(),
    isInContents,
  };
}

/** Whether every field that begins also ends; where not, nothing may be left out for a field's sake. */
function fieldsBalance(element: XmlElement): boolean {
  return balance(element) === 0;
}

function balance(element: XmlElement): number {
  const type = element.name === "w:fldChar" ? element.attributes["w:fldCharType"] : undefined;
  let sum = type === "begin" ? 1 : type === "end" ? -1 : 0;
  for (const child of element.children) if (typeof child !== "string") sum += balance(child);
  return sum;
}
