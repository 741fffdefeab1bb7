import type { Line, YearSource } from "./model.js";

/** A year, or a time without one, and what gave it. */
export interface Known {
  readonly year: number | undefined;
  readonly from: YearSource;
}

const LISTED =
  /^\s*(?:[—–－-]{1,2}(?!\d)|[●○•·■◆▲★☆*]|[A-Z]\d{0,2}(?:\.\d{1,2})?[.．、]|(?:任务|项目|措施|工程|行动)[一二三四五六七八九十\d]{1,3}[：:.．、])/;

/** ——公共服务。, A1.编制规划, 任务1：扩增资源: a line of a list that is no item. What one of them says does not hold for the next. */
export function isListed(text: string): boolean {
  return LISTED.test(text);
}

const DROPPED: Known = { year: undefined, from: "item" };

/** What the lines of the open item have said so far. Each line of a list goes on from what was said before the list. */
export interface Hearing {
  /** A new item begins. */
  item(): void;
  /** A line begins that gives targets or times. */
  line(line: Line): void;
  says(known: Known | undefined): void;
  said(): Known | undefined;
  /** A line of the list before gave a time: whether it holds on nobody can tell. */
  dropped(): Known | undefined;
}

export function createHearing(): Hearing {
  let said: Known | undefined;
  let before: Known | undefined;
  let dropped: Known | undefined;
  let isInList = false;
  return {
    item() {
      said = undefined;
      dropped = undefined;
      isInList = false;
    },
    line({ paragraph }) {
      if (!isListed(paragraph.text)) return;
      if (!isInList) before = said;
      else {
        if (said !== before) dropped = DROPPED;
        said = before;
      }
      isInList = true;
    },
    says(known) {
      said = known ?? said;
    },
    said: () => said,
    dropped: () => dropped,
  };
}
