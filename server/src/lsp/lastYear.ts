import type { Item } from "../plan/model.js";
import type { Span } from "../text/span.js";
import type { PlanDocument } from "../plan/model.js";
import type { Draft } from "./drafts.js";
import type { Session } from "./session.js";

/** An item of last year's draft that an item of this one goes on from. */
export interface LastYear {
  /** The title of the earlier draft. */
  readonly name: string;
  /** Marker and heading there. */
  readonly text: string;
  readonly uri: string;
  readonly plan: PlanDocument;
  readonly heading: Span;
}

/** What the last comparison found for an item; nothing while there is none. Nothing is compared here. */
export function lastYearOf(session: Session, { uri }: Draft, item: Item): LastYear | undefined {
  const compared = session.comparisons.get(uri);
  const year = compared?.comparison.years[0];
  const document = compared?.documents.find((one) => one.uri === year?.name);
  // A comparison of a version before counts on, as long as the item stands where it stood.
  if (!year || !document || compared?.plan.items[item.index]?.title !== item.title) return undefined;
  const match = year.matches.find((one) => one.draft.index === item.index);
  if (!match) return undefined;
  const { marker, title, heading } = match.earlier;
  const name = (year.title ?? document.plan.title?.text ?? "").replace(/\s+/g, "");
  return { name, text: marker + title, uri: document.uri, plan: document.plan, heading };
}
