import { isHan } from "../../text/characters.js";
import type { Span } from "../../text/span.js";
import { wordSearch } from "../../text/wordSearch.js";
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
  const search = wordSearch(usable);
  const lists = plan.items.flatMap((item) => item.responsibilities.map((one) => one.span));
  lists.sort((a, b) => a.start - b.start);
  const found: Mention[] = [];
  let next = 0;
  for (let at = 0; at < plan.text.length; at++) {
    const name = search(plan.text, at).at(-1);
    if (name === undefined) continue;
    const span = { start: at, end: at + name.length };
    at = span.end - 1;
    while ((lists[next]?.end ?? Infinity) <= span.start) next++;
    const isListed = (lists[next]?.start ?? Infinity) < span.end;
    const before = plan.text[span.start - 1] ?? "";
    if (!isListed && (before === "" || BEFORE.includes(before) || !isHan(before.charCodeAt(0))))
      found.push({ name, span });
  }
  return found;
}
