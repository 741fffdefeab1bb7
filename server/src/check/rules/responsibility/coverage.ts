import type { Item, Paragraph, PlanDocument } from "../../../plan/model.js";
import { trailing } from "../../../text/ends.js";
import { matchesIn } from "../../../text/matches.js";

/** The leaf tasks of one chapter: how many name a department, themselves or through what stands above them, and those that do not. */
export interface Coverage {
  readonly covered: number;
  readonly bare: readonly Item[];
}

/** The chapters of a plan, sections exempt by name left out. Tasks that stand at level 1 count as one chapter. */
export function coverage(plan: PlanDocument, exempt: readonly string[]): Coverage[] {
  const groups = new Map<Item | object, { covered: number; bare: Item[] }>();
  // Items come after what they stand in, so that each title is looked at once.
  const exempted = new Set<Item>();
  for (const item of plan.items) {
    if ((item.parent && exempted.has(item.parent)) || bears(item, exempt)) exempted.add(item);
    if (item.children.length > 0 || item.part.kind === "notice" || exempted.has(item)) continue;
    const chapter = chapterOf(item);
    const key = chapter === item ? item.part : chapter;
    const group = groups.get(key) ?? { covered: 0, bare: [] };
    groups.set(key, group);
    if (isCovered(item)) group.covered++;
    else if (!mayBeCovered(plan.text, item)) group.bare.push(item);
  }
  return [...groups.values()];
}

function chapterOf(item: Item): Item {
  let at = item;
  while (at.parent) at = at.parent;
  return at;
}

/** The end of the item speaks of who does it in a form that was not understood: nothing is said about it. */
function mayBeCovered(text: string, item: Item): boolean {
  const end = text.slice(Math.max(item.own.start, item.own.end - END), item.own.end);
  const open = Math.max(end.lastIndexOf("（"), end.lastIndexOf("("), end.lastIndexOf("〔"));
  const isOpen = open !== -1 && !/[）)〕]/.test(end.slice(open)) && end.length - open > 2;
  const last = end.slice(trailing(end, "）)〕。； \t\u3000") - 2);
  return (
    isOpen ||
    /^(?:负责|牵头|配合)/.test(last) ||
    /(?:责任|牵头|配合|承办|主办)(?:单位|科室|部门|处室|股室)/.test(end)
  );
}

/** So many characters at the end of an item may speak of who does it. */
const END = 80;

const NAMING = /[（(〔）)〕]|(?:责任|牵头|配合|承办|主办)(?:单位|科室|部门|处室|股室)/g;

/** What `coverage` looks at in the words of a paragraph: its end, where that may speak of who does it. */
export function lastWords({ text }: Paragraph): string {
  const from = text.length - END;
  const found = matchesIn(text.slice(-2 * END), NAMING).map(({ 0: word, index }) =>
    Math.max(0, text.length - 2 * END) + index >= from ? word : "",
  );
  return `${found.join("")} ${/(?:负责|牵头|配合)[）)〕。； \t\u3000]*$/.test(text.slice(-12))} ${/[（(〔].?$/.test(text)}`;
}

function isCovered(item: Item): boolean {
  for (let at: Item | undefined = item; at; at = at.parent) {
    if (at.responsibilities.length > 0) return true;
  }
  return false;
}

/** True where the item or a section around it bears one of the names. */
export function isExempt(item: Item, names: readonly string[]): boolean {
  for (let at: Item | undefined = item; at; at = at.parent) if (bears(at, names)) return true;
  return false;
}

function bears({ title }: Item, names: readonly string[]): boolean {
  return title.length <= 30 && names.some((name) => title.includes(name));
}
