/**
 * Fields (域) may begin in one paragraph and end in another. Their instructions are never shown, their results are,
 * except for a table of contents: it repeats every heading, and a reader of plans would count each twice.
 */
export interface FieldState {
  /** Follows the mark of a field: begin, separate or end. */
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

/** Whether every field that begins also ends; where not, nothing may be left out for a field's sake. */
export type Balance = "balanced" | "unbalanced";

/** Word itself nests fields some twenty deep. */
const DEEPEST = 24;

/** The balance is asked for where a field may be a table of contents: most documents have no field at all. */
export function createFieldState(balanceOf: () => Balance): FieldState {
  let balance: Balance | undefined;
  let open: Field[] = [];
  let tooDeep = 0;
  const isContents = (field: Field): boolean =>
    /^\s*TOC\b/i.test(field.instruction) && (balance ??= balanceOf()) === "balanced";
  const isInContents = (): boolean => open.some(isContents);
  return {
    step: (type) => {
      const innermost = open.at(-1);
      if (type === "begin" && open.length >= DEEPEST) tooDeep++;
      else if (type === "begin") open.push({ instruction: "", hasResult: false });
      else if (tooDeep > 0) tooDeep -= type === "end" ? 1 : 0;
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
