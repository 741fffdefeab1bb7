import { attachResponsibilities, type Habits } from "./attach.js";
import { candidatesIn, type Census, chunkNumbers } from "./candidates.js";
import { newKeys } from "./chapterKeys.js";
import type { DraftItem } from "./draftItem.js";
import { kindFromPreamble, kindOf, periodOf, PREAMBLE, readFront } from "./front.js";
import { buildItems, markHeadings } from "./items.js";
import { type Ground, groundOf } from "./likeness.js";
import { lineRoles } from "./lineRoles.js";
import type {
  Front,
  Item,
  Line,
  Part,
  Period,
  PlanDocument,
  PlanKind,
  Responsibility,
  Target,
  Title,
} from "./model.js";
import type { Reading } from "./reread.js";
import { type RoleNumbers, roleNumbers } from "./roleNumbers.js";
import { type TargetShelf, targetShelf } from "./targetShelf.js";
import { readTitles } from "./titles.js";
import { type Grove, growTrees } from "./tree.js";

/** What only the whole document can tell. */
export interface Assembled extends Pick<
  PlanDocument,
  "kind" | "title" | "period" | "front" | "parts" | "flattened"
> {
  readonly lines: () => readonly Line[];
  readonly roots: () => readonly DraftItem[];
  readonly items: () => readonly DraftItem[];
  /** For each root an object that stands for it and all in it, for as long as an edit moves it at most. */
  readonly chapterKeys: readonly object[];
  /** What the item at an index says of who does it. */
  readonly answersOf: (index: number) => readonly Responsibility[];
  readonly ground: Ground;
  readonly targetShelf: TargetShelf;
  /** Whether lines and items stand at their places, so that nothing is held of what they were moved from. */
  readonly isMoved: () => boolean;
  readonly roles: RoleNumbers;
  /** Behind this line nothing decides the titles. */
  readonly titleReach: number;
  /** The lines of a flattened file that begin with the number of a chunk. */
  readonly chunks: ReadonlySet<number>;
  readonly census: Census;
  readonly habits: Habits;
}

/** The plan that paragraphs, put together, make. */
export function assemblePlan(reading: Reading): Assembled {
  const { text, starts, paragraphs, holds } = reading;
  const roles = lineRoles(reading);
  const lines = paragraphs.map((paragraph, i) => ({
    role: roles[i] ?? "body",
    start: starts[i] ?? 0,
    paragraph,
  }));
  const chunks = chunkNumbers(reading);
  const candidates = candidatesIn(lines, holds, chunks);
  const { flattened, census } = candidates;
  const groves = growTrees(lines, candidates);
  const titles = readTitles(lines, groves[0]?.nodes[0]?.candidate.line ?? lines.length);
  const front = readFront(lines);
  const period = periodFrom(titles.plan, front, lines);
  const kind = kindFrom(titles, period, lines);
  const parts = partsOf({ text, lines, groves, titles });
  const targetsOf = (index: number): readonly Target[] => targets.of(index);
  const source = { text, starts, end: text.length, lines, flattened, targetsOf };
  const items = buildItems(source, groves, parts.draft);
  const habits = attachResponsibilities({ lines, holds }, items);
  const roots = rootsOf(items, parts.draft);
  markHeadings(lines, items);
  const targets = targetShelf(() => ({ text, lines, holds, items, period }));
  return {
    lines: () => lines,
    kind,
    title: titles.plan,
    period,
    front,
    parts: parts.all,
    roots: () => roots,
    items: () => items,
    chapterKeys: newKeys(roots),
    answersOf: (index) => items[index]?.responsibilities ?? [],
    flattened,
    ground: groundOf({ text, starts, flattened, items, parts: parts.draft }),
    targetShelf: targets,
    isMoved: () => true,
    roles: roleNumbers(lines),
    titleReach: titles.reach,
    chunks,
    census,
    habits,
  };
}

/** The items that stand in no other, given to their parts. */
function rootsOf(items: readonly DraftItem[], parts: readonly DraftPart[]): DraftItem[] {
  const held = new Map<Part, Item[]>(parts.map((part) => [part, part.items]));
  const roots = items.filter((item) => !item.parent);
  for (const item of roots) held.get(item.part)?.push(item);
  return roots;
}

function periodFrom(title: Title | undefined, front: Front, lines: readonly Line[]): Period | undefined {
  const fromTitle = title && periodOf(title, "title");
  if (fromTitle) return fromTitle;
  const number = front.documentNumber && periodOf(front.documentNumber, "number");
  if (number) return number;
  const date = front.dates.at(-1) && periodOf(front.dates.at(-1) as Title, "date");
  if (date) return date;
  const preamble = lines.find((line) => line.role === "body");
  return (
    preamble &&
    periodOf(
      {
        text: preamble.paragraph.text.slice(0, 60),
        span: { start: preamble.start, end: preamble.start + 60 },
      },
      "preamble",
    )
  );
}

interface Titles {
  readonly plan: Title | undefined;
  readonly notice: Title | undefined;
  /** The line at which the plan proper begins, where a notice stands before it. */
  readonly planLine: number;
}

function kindFrom(titles: Titles, period: Period | undefined, lines: readonly Line[]): PlanKind {
  const years = period?.source === "title" ? period : undefined;
  const byTitle = titles.plan ? kindOf(titles.plan.text, years) : "unknown";
  if (byTitle !== "unknown" && byTitle !== "notice") return byTitle;
  const quoted = titles.notice && kindOf(titles.notice.text, years);
  const byText = kindFromPreamble(
    lines
      .slice(0, PREAMBLE)
      .filter((line) => line.role === "body")
      .map((line) => line.paragraph),
  );
  if (byText !== "unknown") return byText;
  return quoted ?? byTitle;
}

type DraftPart = { -readonly [K in keyof Part]: Part[K] } & { items: Item[] };

/**
 * The parts of the document: one for each grove (`draft`), the notice told from the plan and from what follows it, and
 * before them (in `all`) a notice that has no items of its own.
 */
function partsOf(of: { text: string; lines: readonly Line[]; groves: readonly Grove[]; titles: Titles }): {
  draft: DraftPart[];
  all: DraftPart[];
} {
  const { text, lines, groves, titles } = of;
  const planAt = Math.max(
    0,
    groves.findIndex((grove) => (grove.nodes[0]?.candidate.line ?? Infinity) >= titles.planLine),
  );
  const planStart = lines[titles.planLine]?.start ?? 0;
  const startOf = (g: number): number => {
    if (g === planAt) return planStart;
    return g === 0 ? 0 : (groves[g]?.from ?? lines[groves[g]?.firstLine ?? 0]?.start ?? text.length);
  };
  const draft = groves.map((_, g): DraftPart => ({
    kind: g < planAt ? "notice" : g === planAt ? "plan" : "attachment",
    span: { start: startOf(g), end: g + 1 < groves.length ? startOf(g + 1) : text.length },
    title: g < planAt ? titles.notice : g === planAt ? titles.plan : undefined,
    items: [],
  }));
  const bare: DraftPart = {
    kind: "notice",
    span: { start: 0, end: planStart },
    title: titles.notice,
    items: [],
  };
  return { draft, all: planAt === 0 && planStart > 0 ? [bare, ...draft] : draft };
}
