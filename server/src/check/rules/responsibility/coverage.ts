import type { Item, Paragraph, PlanDocument } from "../../../plan/model.js";
import { trailing } from "../../../text/ends.js";
import { matchesIn } from "../../../text/matches.js";

/** The leaf tasks of one chapter: how many name a department, themselves or through what stands above them, and those that do not. */
export interface Coverage {
  readonly covered: number;
  readonly bare: readonly Item[];
  /** Only the last of them names one, which may then be meant for all. */
  readonly onlyLast: boolean;
}

/** The chapters of a plan, sections exempt by name left out. Tasks that stand at level 1 count as one chapter. */
export function coverage(plan: PlanDocument, exempt: readonly string[]): Coverage[] {
  const groups = new Map<Item | object, { covered: number; bare: Item[]; onlyLast: boolean }>();
  // Items come after what they stand in, so that each is looked at once.
  const exempted = bearers(plan.items, exempt);
  const covered = new Uint8Array(plan.items.length);
  for (const item of plan.items) {
    const { parent, index } = item;
    if (parent && exempted[parent.index]) exempted[index] = 1;
    if (item.responsibilities.length > 0 || (parent && covered[parent.index])) covered[index] = 1;
    if (item.children.length > 0 || item.part.kind === "notice" || exempted[index]) continue;
    const chapter = chapterOf(item);
    const key = chapter === item ? item.part : chapter;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { covered: 0, bare: [], onlyLast: false }));
    group.onlyLast = covered[index] === 1 && group.covered === 0 && group.bare.length > 0;
    if (covered[index]) group.covered++;
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
  if (NAMED_AT_END.test(end)) return true;
  const last = end.slice(trailing(end, "）)〕。； \t\u3000") - 2);
  return isOpen || /^(?:负责|牵头|配合)/.test(last) || LABELLED.test(end);
}

/** 责 任 单 位 is how a label is set wide, within one line. */
const LABELLED =
  /(?:责[^\S\r\n]?任|牵[^\S\r\n]?头|配[^\S\r\n]?合|承办|主办)[^\S\r\n]?(?:单[^\S\r\n]?位|科[^\S\r\n]?室|部[^\S\r\n]?门|处室|股室)/;
/** 。（全体干部职工）, 。（人事科、教研室，全年）: people, bodies or a time in a bracket of its own. */
const NAMED_AT_END =
  /[。；\n]\s?[（(][^（()）。]{1,38}(?:[人员工师长科室局办站所委]|书记|主任|班子|领导|中心|单位|部门|学校|全年|长期|推进|月底?前?)[）)][。；]?\s?$/;

/** So many characters at the end of an item may speak of who does it. */
const END = 80;

const NAMING = new RegExp(`[（(〔）)〕]|${LABELLED.source}`, "g");

/** What `coverage` looks at in the words of a paragraph: its end, where that may speak of who does it. */
export function lastWords({ text }: Paragraph): string {
  const from = text.length - END;
  const found = matchesIn(text.slice(-2 * END), NAMING).map(({ 0: word, index }) =>
    Math.max(0, text.length - 2 * END) + index >= from ? word : "",
  );
  return `${found.join("")} ${/(?:负责|牵头|配合)[）)〕。； \t\u3000]*$/.test(text.slice(-12))} ${/[（(〔].?$/.test(text)} ${NAMED_AT_END.test(`\n${text}`)}`;
}

/** Marks the items that bear one of the names. All titles are looked through at once: names are many, and hits are few. */
function bearers(items: readonly Item[], names: readonly string[]): Uint8Array {
  const starts: number[] = [];
  let titles = "";
  for (const { title } of items) {
    starts.push(titles.length);
    if (title.length <= LONGEST) titles += `${title}\n`;
  }
  const found = new Uint8Array(items.length);
  for (const name of names) {
    for (let at = titles.indexOf(name); at !== -1; at = titles.indexOf(name, at + 1)) {
      const item = items[lastAtMost(starts, at)];
      if (item && bears(item, names)) found[item.index] = 1;
    }
  }
  return found;
}

/** The last place in an ordered list that holds no more than a value. */
function lastAtMost(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** True where the item or a section around it bears one of the names. */
export function isExempt(item: Item, names: readonly string[]): boolean {
  for (let at: Item | undefined = item; at; at = at.parent) if (bears(at, names)) return true;
  return false;
}

/** A longer title is a sentence and names no section. */
const LONGEST = 30;

/** What `coverage` sees of a heading: whether it bears one of the names, and where it ends. */
export function headingSeen({ text, heading }: Paragraph, names: readonly string[]): string {
  const { start, end } = heading?.span ?? { start: 0, end: 0 };
  return `${bears({ title: text.slice(start, end) }, names)} ${text.slice(end, end + 12)}`;
}

function bears({ title }: Pick<Item, "title">, names: readonly string[]): boolean {
  return title.length <= LONGEST && names.some((name) => title.includes(name));
}
