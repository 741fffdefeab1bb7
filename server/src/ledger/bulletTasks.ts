import { headingIn } from "../plan/headings.js";
import { bodyNames } from "../plan/bodyNames.js";
import { type Item, markerPath, type PlanDocument } from "../plan/model.js";
import { lineAt, lineSpan } from "../text/lines.js";
import type { Span } from "../text/span.js";
import { termIn } from "./deadline.js";
import { responsibilitiesFor } from "./servedBy.js";
import { goalsOf, type TaskRow } from "./taskRow.js";

/** What opens a task of a list that is not numbered: ● ■, or A1. of a table of duties. */
const BULLET = /^[^\S\r\n]*([●■◆▲★▪□◇➢]|[A-Z]\d{1,2}[.．、](?!\d))/;
const SOME = /(?:^|[\r\n])[^\S\r\n]*(?:[●■◆▲★▪□◇➢]|[A-Z]\d{1,2}[.．、](?!\d))/;

/** Whether a text has such lists at all. */
export function hasBullets(text: string): boolean {
  return SOME.test(text);
}

interface Bullet {
  readonly marker: string;
  readonly start: number;
  readonly from: number;
}

/** The tasks of a list below an item without numbered ones; none where fewer than two of them say who does them. */
export function bulletTasks(plan: PlanDocument, item: Item): TaskRow[] {
  const bullets = bulletsOf(plan, item);
  if (bullets.length < 2) return [];
  const spans = bullets.map(({ start }, i) => ({ start, end: bullets[i + 1]?.start ?? item.ownEnd }));
  const duties = apart(spans, item.responsibilities, ({ span }) => span.start);
  const goals = apart(spans, item.targets, ({ valueSpan }) => valueSpan.start);
  if (duties.filter((own) => own.length > 0).length < 2) return [];
  const shared = responsibilitiesFor(item).filter(({ span }) => span.start < (spans[0]?.start ?? 0));
  const above = markerPath(item);
  return bullets.map(({ marker, from }, i) => {
    const span = spans[i] ?? item.span;
    const line = lineSpan(plan.text, plan.starts, lineAt(plan.starts, from));
    const { start, end } = headingIn(plan.text, from, line.end).span;
    const own = duties[i] ?? [];
    const serving = own.length > 0 ? own : shared;
    return {
      marker,
      path: [...above, marker],
      title: plan.text.slice(start, end),
      lead: bodyNames(serving, "lead"),
      departments: bodyNames(serving),
      deadline: termIn(plan.text.slice(span.start, span.end), serving),
      targets: goalsOf(goals[i] ?? []),
      span: { start: span.start, end: span.start + plan.text.slice(span.start, span.end).trimEnd().length },
    };
  });
}

/** What stands in each of some spans in reading order, of a list in reading order. */
function apart<T>(spans: readonly Span[], all: readonly T[], startOf: (one: T) => number): T[][] {
  let next = 0;
  return spans.map(({ start, end }) => {
    const own: T[] = [];
    for (; next < all.length && startOf(all[next] as T) < end; next++)
      if (startOf(all[next] as T) >= start) own.push(all[next] as T);
    return own;
  });
}

function bulletsOf({ text, starts }: PlanDocument, item: Item): Bullet[] {
  const bullets: Bullet[] = [];
  const last = lineAt(starts, Math.max(item.start, item.ownEnd - 1));
  for (let index = item.line + 1; index <= last; index++) {
    const line = lineSpan(text, starts, index);
    const match = BULLET.exec(text.slice(line.start, line.end));
    if (match)
      bullets.push({ marker: match[1] ?? "", start: line.start, from: line.start + match[0].length });
  }
  return bullets;
}
