import type { Item, MarkerStyle, PlanDocument } from "../../plan/model.js";
import { fromArabic, fromChinese, toChinese } from "../../text/numerals.js";
import type { Edit, Span } from "../../text/span.js";
import { itemBefore, withAncestors } from "../caret.js";

/** 见第（三）项, 本方案第二部分: a place that names an item by its number. */
export interface ItemReference {
  /** From 第 to 项. */
  readonly span: Span;
  readonly numeral: Span;
  /** The one item that it can mean; undefined where there is none, or more than one. */
  readonly target: Item | undefined;
}

const NUMERAL = "[一二三四五六七八九十百]{1,4}|[0-9]{1,3}";
const BRACKETED = new RegExp(`第[（(](${NUMERAL})[）)](?:项|条|款|点|部分)`, "g");
const PLAIN = new RegExp(
  `(?:见|本(?:方案|要点|意见|规划|计划|通知|文)的?|前述|上述)第(${NUMERAL})(部分|[章节条项点篇])`,
  "g",
);
const WORD_STYLES: ReadonlyMap<string, readonly MarkerStyle[]> = new Map([
  ["部分", ["hanzi", "part"]],
  ["篇", ["part"]],
  ["章", ["chapter"]],
  ["节", ["section"]],
  ["条", ["article"]],
  ["项", ["arabic", "hanzi"]],
  ["点", ["arabic", "hanzi"]],
]);

/** Every reference from one item of the draft to another, in reading order. Those to other documents (《…》第二章) are left out. */
export function itemReferences(plan: PlanDocument): ItemReference[] {
  const found: ItemReference[] = [];
  const bracketed = [...plan.text.matchAll(BRACKETED)];
  const plain = [...plan.text.matchAll(PLAIN)];
  if (bracketed.length + plain.length === 0) return found;
  const register = registerOf(plan);
  const add = (match: RegExpExecArray, styles: readonly MarkerStyle[]): void => {
    if (plan.text[match.index - 1] !== "》") found.push(reference(plan, match, { register, styles }));
  };
  for (const match of bracketed) add(match, /\d/.test(match[1] ?? "") ? ["arabic-paren"] : ["hanzi-paren"]);
  for (const match of plain) add(match, WORD_STYLES.get(match[2] ?? "") ?? []);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The edits that let references follow their items. `numbers` says which items get which number. */
export function referenceEdits(plan: PlanDocument, numbers: ReadonlyMap<Item, number>): Edit[] {
  if (numbers.size === 0) return [];
  return itemReferences(plan).flatMap(({ numeral, target }) => {
    const value = target && numbers.get(target);
    if (value === undefined) return [];
    const isArabic = /\d/.test(plan.text[numeral.start] ?? "");
    return [{ span: numeral, newText: isArabic ? String(value) : toChinese(value) }];
  });
}

/** Items by where they stand and how they are numbered, so that a reference is looked up and not searched for. */
type Register = ReadonlyMap<string, readonly Item[]>;

function registerOf(plan: PlanDocument): Register {
  const register = new Map<string, Item[]>();
  for (const item of plan.items) {
    const root = withAncestors(item).at(-1) ?? item;
    const number = `${item.marker.style} ${item.marker.ordinal ?? ""}`;
    const part = plan.parts.indexOf(item.part);
    for (const place of [`below ${item.parent?.index ?? ""}`, `in ${root.index}`, `part ${part}`]) {
      const list = register.get(`${place} ${number}`) ?? [];
      register.set(`${place} ${number}`, list);
      list.push(item);
    }
  }
  return register;
}

interface Sought {
  readonly register: Register;
  readonly styles: readonly MarkerStyle[];
}

function reference(plan: PlanDocument, match: RegExpExecArray, sought: Sought): ItemReference {
  const written = match[1] ?? "";
  const at = match.index + match[0].indexOf("第");
  const start = match.index + match[0].indexOf(written, at - match.index);
  const ordinal = fromArabic(written) ?? fromChinese(written) ?? 0;
  return {
    span: { start: at, end: match.index + match[0].length },
    numeral: { start, end: start + written.length },
    target: targetOf(plan, { ...sought, ordinal, at }),
  };
}

/** The item meant: among the siblings of the one that speaks or of those above it, then in its chapter, then in the part. */
function targetOf(
  plan: PlanDocument,
  sought: Sought & { readonly ordinal: number; readonly at: number },
): Item | undefined {
  const speaker = itemBefore(plan, sought.at);
  const holders = withAncestors(speaker);
  const part = plan.parts.findIndex((one) => (speaker ? one === speaker.part : one.kind === "plan"));
  const places = [
    ...holders.filter((holder) => holder.parent).map((holder) => `below ${holder.parent?.index ?? ""}`),
    ...(speaker ? [`in ${holders.at(-1)?.index ?? ""}`] : []),
    `part ${part}`,
  ];
  for (const place of places) {
    const fitting = sought.styles.flatMap(
      (style) => sought.register.get(`${place} ${style} ${sought.ordinal}`) ?? [],
    );
    if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  }
  return undefined;
}
