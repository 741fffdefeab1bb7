import { isHan } from "../../text/characters.js";
import type { Span } from "../../text/span.js";
import type { PlanDocument } from "../../plan/model.js";

/** A name in running words. */
export interface Mention {
  readonly name: string;
  readonly span: Span;
}

/** Words after which a body may be named: 由基教科牵头. After any other character 办公室 may end a longer name. */
const BEFORE = "由与和及同跟向请经对让报送给或是";
/** Longer names are no names. */
const LONGEST = 40;

/** Every place where one of the names stands in running words, the longest name at each place; lists of departments are left out. */
export function mentionsOf(plan: PlanDocument, names: ReadonlySet<string>): Mention[] {
  const usable = [...names].filter((name) => name.length >= 2 && name.length <= LONGEST);
  if (usable.length === 0) return [];
  const pattern = new RegExp(
    usable
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join("|"),
    "g",
  );
  const lists = plan.items.flatMap((item) => item.responsibilities.map((one) => one.span));
  lists.sort((a, b) => a.start - b.start);
  const found: Mention[] = [];
  let next = 0;
  for (const match of plan.text.matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    while ((lists[next]?.end ?? Infinity) <= span.start) next++;
    const isListed = (lists[next]?.start ?? Infinity) < span.end;
    const before = plan.text[span.start - 1] ?? "";
    if (!isListed && (before === "" || BEFORE.includes(before) || !isHan(before.charCodeAt(0))))
      found.push({ name: match[0], span });
  }
  return found;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
