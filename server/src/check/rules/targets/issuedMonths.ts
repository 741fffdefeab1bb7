import type { Located } from "../../../plan/model.js";

interface IssuedMonth {
  readonly year: number;
  readonly month: number;
}

/** The years and months of dates written with 年; a date of a web page (2021-03-15) is that of its upload. */
export function issuedMonths(dates: readonly Located[]): IssuedMonth[] {
  return dates.flatMap(({ text }) => {
    const match = /((?:19|20)\d\d)\s?年\s?(\d{1,2})/.exec(text);
    return match ? [{ year: Number(match[1]), month: Number(match[2]) }] : [];
  });
}
