import type { FromPage, Shown } from "./messages.js";

/** Who waits for what a page shows. It says so after every change, and what it says may be about what it was sent before. */
export interface ShownPage {
  /** Goes with a content, and comes back with what the page shows of it. */
  next(): number;
  /** What the page shows of a content that is yet to be sent. */
  shown(): Promise<Shown>;
  heard(message: FromPage & { readonly type: "shown" }): void;
}

export function createShownPage(): ShownPage {
  let sent = 0;
  let waiting: { readonly from: number; readonly done: (shown: Shown) => void }[] = [];
  return {
    next: () => ++sent,
    shown: () => new Promise((done) => waiting.push({ from: sent + 1, done })),
    heard({ content, shown }) {
      for (const { from, done } of waiting) if (content >= from) done(shown);
      waiting = waiting.filter(({ from }) => content < from);
    },
  };
}
