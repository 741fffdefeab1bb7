import type { Item, MarkerStyle } from "../../../plan/model.js";

/** A form is odd where at most so many items have it and at least so many times more have the common one. */
const MOST_ODD = 2;
const COMMON_TIMES = 3;

/** Of items that are numbered one way, those whose markers are written unlike the others, with the form that these have. */
export function* unlikeSiblings(
  items: readonly Item[],
): Generator<{ readonly item: Item; readonly form: string }> {
  const counts = new Map<string, number>();
  items.forEach(({ mark }) => counts.set(mark.form, (counts.get(mark.form) ?? 0) + 1));
  if (counts.size === 1) return;
  const [common, most] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ["", 0]);
  for (const [at, item] of items.entries()) {
    const count = counts.get(item.mark.form) ?? 0;
    if (count > MOST_ODD) continue;
    const isOdd = item.mark.form !== common && most >= count * COMMON_TIMES;
    const form = isOdd ? common : standardForm(items, at, counts);
    if (form !== undefined && form !== "#") yield { item, form };
  }
}

/** The forms that the standard gives (GB/T 15834-2011 附录B.3): a point behind Arabic numbers, 、 behind Chinese ones. */
const STANDARD: Partial<Record<MarkerStyle, RegExp>> = { arabic: /^#[.．]$/, hanzi: /^#、$/ };

/**
 * 2、 behind 1. or before 3.: too few to say which is common, but one of those that it counts on with has the form of the
 * standard. Undefined where its own form is the commoner, or another is only set with a blank as often.
 */
function standardForm(
  items: readonly Item[],
  at: number,
  counts: ReadonlyMap<string, number>,
): string | undefined {
  const { mark } = items[at] as Item;
  const standard = STANDARD[mark.style];
  if (!standard || standard.test(mark.form)) return undefined;
  const times = (form: string): number => counts.get(form) ?? 0;
  const least = times(mark.form) + (/\s/.test(mark.form) ? 1 : 0);
  for (const step of [-1, 1]) {
    for (let i = at; countsOn(items[i], items[i + step], step); i += step) {
      const { form } = (items[i + step] as Item).mark;
      if (standard.test(form) && times(form) >= least) return form;
    }
  }
  return undefined;
}

function countsOn(from: Item | undefined, to: Item | undefined, step: number): boolean {
  return (
    to !== undefined && to.parent === from?.parent && to.mark.ordinal === (from?.mark.ordinal ?? 0) + step
  );
}
