import type { Edit, Span } from "../text/span.js";
import { behindLast } from "../text/ends.js";
import { toChinese } from "../text/numerals.js";
import { itemBefore, withAncestors } from "./around.js";
import type { Item, MarkerStyle, PlanDocument } from "./model.js";
import { partNumbers } from "./partNumbers.js";
import { type WrittenReference, writtenReferences } from "./writtenReferences.js";

/** 见第（三）项, 本方案第二部分: a place that names an item by its number. */
export interface ItemReference {
  /** From 第 to 项; of a list (第（三）、（五）项) the piece that names this item. */
  readonly span: Span;
  readonly numeral: Span;
  /** The one item that it can mean; undefined where there is none, or more than one. */
  readonly target: Item | undefined;
}

const WORD_STYLES: ReadonlyMap<string, readonly MarkerStyle[]> = new Map([
  ["部分", ["hanzi", "part"]],
  ["篇", ["part"]],
  ["章", ["chapter"]],
  ["节", ["section"]],
  ["条", ["article"]],
  ["项", ["arabic", "hanzi"]],
  ["点", ["arabic", "hanzi"]],
]);

/**
 * Every reference from one item of the draft to another, in reading order. Those to other documents (《…》第二章) are left out.
 * `written`: all that the text writes, where they are known already.
 */
export function itemReferences(
  plan: PlanDocument,
  written: readonly WrittenReference[] = writtenReferences(plan.text),
): ItemReference[] {
  const own = written.filter((one) => isOwn(plan.text, one));
  if (own.length === 0) return [];
  const register = registerOf(plan, ordinalsIn(own));
  return own.flatMap((written) => referencesOf(plan, register, written));
}

/** The edits that let references follow their items. `numbers` says which items get which number. */
export function referenceEdits(
  plan: PlanDocument,
  numbers: ReadonlyMap<Item, number>,
  references: readonly ItemReference[] = numbers.size === 0 ? [] : itemReferences(plan),
): Edit[] {
  return references.flatMap(({ numeral, target }) => {
    const value = target && numbers.get(target);
    if (value === undefined) return [];
    const isArabic = /\d/.test(plan.text[numeral.start] ?? "");
    return [{ span: numeral, newText: isArabic ? String(value) : toChinese(value) }];
  });
}

/** How far before a reference the name of another document is looked for. */
const NEAR = 40;
/** 按照招生办法第（三）项: what stands right before a reference names a document. */
const DOCUMENT =
  /(?:法|条例|办法|规定|细则|章程|准则|标准|指南|规范|纲要|文件|通知|意见|协议|合同|号[）)]?)[的中里之]?$/;

/** A reference that may be another document's is nobody's: it is left as it is. */
function isOwn(text: string, { span, lead, links }: WrittenReference): boolean {
  if (lead === "" && links.every((link) => !link.bracketed)) return false;
  if (lead.includes("本")) return true;
  const before = text.slice(Math.max(0, span.start - NEAR), span.start);
  return !before.slice(behindLast(before, "。；\r\n")).includes("》") && !DOCUMENT.test(before);
}

/** Items by where they stand and how they are numbered, so that a reference is looked up and not searched for. */
interface Register {
  readonly items: ReadonlyMap<string, readonly Item[]>;
  readonly partOf: (item: Item) => number;
}

function ordinalsIn(references: readonly WrittenReference[]): ReadonlySet<number> {
  const links = references.flatMap(({ within, links: own }) => [...within, ...own]);
  return new Set(links.flatMap(({ members }) => members.map(({ ordinal }) => ordinal)));
}

/** Only of the items whose numbers are referred to. */
function registerOf(plan: PlanDocument, ordinals: ReadonlySet<number>): Register {
  const items = new Map<string, Item[]>();
  const partOf = partNumbers(plan);
  for (const item of plan.items) {
    if (!ordinals.has(item.mark.ordinal ?? -1)) continue;
    const root = withAncestors(item).at(-1) ?? item;
    const number = `${item.mark.style} ${item.mark.ordinal ?? ""}`;
    const part = partOf(item);
    for (const place of [`below ${item.parent?.index ?? ""}`, `in ${root.index}`, `part ${part}`]) {
      const list = items.get(`${place} ${number}`) ?? [];
      items.set(`${place} ${number}`, list);
      list.push(item);
    }
  }
  return { items, partOf };
}

/** 第二部分第（三）项: each link is looked for within what the one before it names. */
function referencesOf(plan: PlanDocument, register: Register, written: WrittenReference): ItemReference[] {
  const found: ItemReference[] = [];
  let places = placesAround(plan, register, written.span.start);
  for (const link of [...written.within, ...written.links]) {
    const styles = link.bracketed ? [link.bracketed] : (WORD_STYLES.get(link.unit) ?? []);
    const targets = link.members.map(({ span, numeral, ordinal }) => {
      const target = targetAmong(places, { register, styles, ordinal });
      if (!written.within.includes(link)) found.push({ span, numeral, target });
      return target;
    });
    const only = targets.length === 1 ? targets[0] : undefined;
    places = only ? placesIn(only) : [];
  }
  return found;
}

/** Where one who speaks at an offset looks: among the siblings of the item there or of those above it, its chapter, its part. */
function placesAround(plan: PlanDocument, { partOf }: Register, at: number): string[] {
  const speaker = itemBefore(plan, at);
  const holders = withAncestors(speaker);
  const part = speaker ? partOf(speaker) : plan.parts.findIndex((one) => one.kind === "plan");
  return [
    ...holders.filter((holder) => holder.parent).map((holder) => `below ${holder.parent?.index ?? ""}`),
    ...(speaker ? [`in ${holders.at(-1)?.index ?? ""}`] : []),
    `part ${part}`,
  ];
}

function placesIn(item: Item): string[] {
  return item.parent ? [`below ${item.index}`] : [`below ${item.index}`, `in ${item.index}`];
}

interface Sought {
  readonly register: Register;
  readonly styles: readonly MarkerStyle[];
  readonly ordinal: number;
}

function targetAmong(places: readonly string[], { register, styles, ordinal }: Sought): Item | undefined {
  for (const place of places) {
    const fitting = styles.flatMap((style) => register.items.get(`${place} ${style} ${ordinal}`) ?? []);
    if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  }
  return undefined;
}
