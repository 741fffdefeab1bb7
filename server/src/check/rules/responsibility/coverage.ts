import { boxedItems, isBoxLine } from "../../../plan/boxes.js";
import type { Item, Paragraph, PlanDocument } from "../../../plan/model.js";
import { trailing } from "../../../text/ends.js";
import { lineAt, lineSpan } from "../../../text/lines.js";
import { matchesIn } from "../../../text/matches.js";
import { type WordSearch, wordSearch } from "../../../text/wordSearch.js";
import type { Chapter } from "../../chapter.js";
import type { RuleContext } from "../../rule.js";

/** The leaf tasks of one chapter: how many name a department, themselves or through what stands above them, and those that do not. */
export interface Coverage {
  readonly covered: number;
  readonly bare: readonly Item[];
  /** Only the last of them names one, which may then be meant for all. */
  readonly onlyLast: boolean;
}

/** The same while it is counted; the bare ones by their places. */
interface Count {
  covered: number;
  readonly bare: number[];
  onlyLast: boolean;
}

/** Whether a leaf task names a department; `unsure` where it may, in a form that was not understood. */
type Leaf = "covered" | "bare" | "unsure" | "exempt";

/** What one chapter counts, the bare ones by their distance from it, and what it is where it is a task itself. */
interface ChapterCount extends Count {
  readonly alone: Leaf | undefined;
}

/** The chapters of a plan, sections exempt by name and what stands in a box (专栏) left out. Tasks that stand at level 1 count as one chapter. */
export function coverage(plan: PlanDocument, context: RuleContext): Coverage[] {
  const counts = context.ofChapters("coverage", chapterCounter(plan, context));
  const groups: Count[] = [];
  let next = 0;
  for (const { kind, items } of plan.parts) {
    const ofPart = emptyCount();
    for (const chapter of items) {
      const count = counts[next++] as ChapterCount;
      if (kind === "notice") continue;
      if (count.alone) addLeaf(ofPart, count.alone, chapter.index);
      else groups.push(placed(count, chapter));
    }
    groups.push(ofPart);
  }
  const boxed = boxedItems(plan);
  const tasksAt = (index: number): Item[] => {
    const item = plan.items[index];
    return item && !boxed.has(item) ? [item] : [];
  };
  return groups.map(({ covered, bare, onlyLast }) => ({ covered, bare: bare.flatMap(tasksAt), onlyLast }));
}

function placed({ covered, bare, onlyLast }: Count, { index }: Item): Count {
  return { covered, onlyLast, bare: bare.length === 0 ? bare : bare.map((distance) => index + distance) };
}

function emptyCount(): Count {
  return { covered: 0, bare: [], onlyLast: false };
}

function addLeaf(count: Count, leaf: Leaf, index: number): void {
  if (leaf === "exempt") return;
  count.onlyLast = leaf === "covered" && count.covered === 0 && count.bare.length > 0;
  if (leaf === "covered") count.covered++;
  else if (leaf === "bare") count.bare.push(index);
}

function chapterCounter(
  plan: PlanDocument,
  { options, ofSettings }: RuleContext,
): (chapter: Chapter) => ChapterCount {
  const { text, items } = plan;
  const names = options.exempt as readonly string[];
  const isBearer = bearers(text, {
    names,
    search: ofSettings(`exempt ${names.join(" ")}`, () => wordSearch(names)),
  });
  return ({ index: first, end }) => {
    const count = emptyCount();
    const known: (Leaf | undefined)[] = [];
    let alone: Leaf | undefined;
    // Items come after what they stand in, so that each is looked at once.
    for (let i = first; i < end; i++) {
      const item = items[i] as Item;
      const above = item.parent && known[item.parent.index - first];
      let state: Leaf | undefined = above === "exempt" || isBearer(item) ? "exempt" : above;
      if (!state && item.responsibilities.length > 0) state = "covered";
      known.push(state);
      if (item.children.length > 0) continue;
      const leaf: Leaf = state ?? (mayBeCovered(endOf(plan, item)) ? "unsure" : "bare");
      if (i === first) alone = leaf;
      else addLeaf(count, leaf, i - first);
    }
    return { ...count, alone };
  };
}

/** The end of the item speaks of who does it in a form that was not understood: nothing is said about it. */
function mayBeCovered(end: string): boolean {
  // Most ends speak of nobody.
  if (!SPEAKING.test(end)) return false;
  if (NAMED_AT_END.test(end)) return true;
  const open = Math.max(end.lastIndexOf("（"), end.lastIndexOf("("), end.lastIndexOf("〔"));
  const isOpen = open !== -1 && !/[）)〕]/.test(end.slice(open)) && end.length - open > 2;
  const last = end.slice(trailing(end, "）)〕。； \t\u3000") - 2);
  return isOpen || /^(?:负责|牵头|配合)/.test(last) || LABELLED.test(end);
}

/** 责 任 单 位 is how a label is set wide, within one line. */
const LABELLED =
  /(?:责[^\S\r\n]?任|牵[^\S\r\n]?头|配[^\S\r\n]?合|承办|主办)[^\S\r\n]?(?:单[^\S\r\n]?位|科[^\S\r\n]?室|部[^\S\r\n]?门|处室|股室)/;
/** 。（全体干部职工）, 。（人事科、教研室，全年）: people, bodies or a time in a bracket of its own. */
const NAMED_AT_END =
  /[。；\n]\s?[（(][^（()）。]{1,38}(?:[人员工师长科室局办站所委]|书记|主任|班子|领导|中心|单位|部门|学校|全年|长期|推进|月底?前?)[）)][。；]?\s?$/;

/** One of these stands wherever somebody is named. */
const SPEAKING = /[（(〔责负牵配承主]/;

/** So many characters at the end of a line, and so many lines at the end of an item, may speak of who does it. */
const END = 80;
const LAST_LINES = 3;

/** The ends of an item's last lines, blank ones left out: what stands in one does not hang on how long another is. */
function endOf({ text, starts }: PlanDocument, { start, ownEnd }: Item): string {
  const ends: string[] = [];
  for (let line = lineAt(starts, Math.max(start, ownEnd - 1)); line >= 0; line--) {
    const span = lineSpan(text, starts, line);
    const end = Math.min(span.end, ownEnd);
    const words = text.slice(Math.max(span.start, start, end - END), end);
    if (words.trim() !== "") ends.unshift(words);
    if (span.start <= start || ends.length === LAST_LINES) break;
  }
  return ends.join("\n");
}

const NAMING = new RegExp(`[（(〔）)〕]|${LABELLED.source}`, "g");

/** What `coverage` looks at in the words of a paragraph: its end, where that may speak of who does it. */
export function lastWords({ text }: Paragraph): string {
  if (isBoxLine(text)) return text;
  const from = text.length - END;
  const found = matchesIn(text.slice(-2 * END), NAMING).map(({ 0: word, index }) =>
    Math.max(0, text.length - 2 * END) + index >= from ? word : "",
  );
  return `${found.join("")} ${/(?:负责|牵头|配合)[）)〕。； \t\u3000]*$/.test(text.slice(-12))} ${/[（(〔].?$/.test(text)} ${NAMED_AT_END.test(`\n${text}`)}`;
}

interface Exempt {
  readonly names: readonly string[];
  readonly search: WordSearch;
}

/** Tells the items that bear one of the names: all are looked for at once in the text, and few titles have to be cut out. */
function bearers(text: string, { names, search }: Exempt): (item: Item) => boolean {
  return (item) => {
    const { start, headingEnd } = item;
    if (headingEnd - start > 2 * LONGEST && headingEnd - item.headingStart > LONGEST) return false;
    for (let at = start; at < headingEnd; at++) if (search(text, at).length > 0) return bears(item, names);
    return false;
  };
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
