import { LIMITS } from "../limits.js";
import type { Level, List, Lists } from "./lists.js";
import { spellNumber } from "./numerals.js";
import type { InheritedNumbering, StyleLookup } from "./styleNumbering.js";
import { bulletOf } from "./symbols.js";

/** The number that Word shows before a paragraph, and what stands between it and the text. */
export interface ParagraphNumber {
  readonly text: string;
  readonly suffix: Level["suffix"];
}

/** What a paragraph says of lists for itself; what it leaves out its style may say. */
export interface ParagraphListing {
  readonly numId: string | undefined;
  readonly level: number | undefined;
  readonly style: string | undefined;
}

/** Gives each paragraph its number; to be asked once for every paragraph, in the order of the document. */
export type Numberer = (listing: ParagraphListing) => ParagraphNumber | undefined;

export function createNumberer(lists: Lists, styleOf: StyleLookup): Numberer {
  const counts = new Map<string, Count[]>();
  const used = new Set<string>();
  return (listing) => {
    const place = placeInList(listing, lists, styleOf);
    if (!place) return undefined;
    const { list, numId, index } = place;
    const count = counts.get(list.abstractId) ?? [];
    counts.set(list.abstractId, count);
    if (!used.has(numId)) {
      used.add(numId);
      for (const [level, start] of list.startOverrides) count[level] = { value: undefined, start };
    }
    advance(count, list, index);
    const level = list.levels.get(index);
    if (!level) return undefined;
    const text = levelText(level, list, count);
    return text === "" ? undefined : { text, suffix: level.suffix };
  };
}

/** Where one level of a list has got to; `start` is the value that a first use will show. */
interface Count {
  readonly value: number | undefined;
  readonly start: number | undefined;
}

interface Place {
  readonly list: List;
  readonly numId: string;
  readonly index: number;
}

/** The list and level of a paragraph: its own properties first, then its style's. List 0 means none. */
function placeInList(own: ParagraphListing, lists: Lists, styleOf: StyleLookup): Place | undefined {
  const style = own.numId === undefined ? styleOf(own.style) : undefined;
  const numId = own.numId ?? style?.numId;
  const list = numId === undefined || numId === "0" ? undefined : lists.get(numId);
  if (numId === undefined || !list) return undefined;
  const index = own.level ?? (style && levelOfStyle(list, style)) ?? 0;
  return index >= 0 && index <= 8 ? { list, numId, index } : undefined;
}

/**
 * The level that a style stands for: what a derived style says for itself, else the level that names the style as
 * its own (so Word ties 标题 1, 标题 2 … to a list), else what the style says beside the list.
 */
function levelOfStyle(list: List, style: InheritedNumbering): number | undefined {
  if (style.derivedLevel !== undefined) return style.derivedLevel;
  for (const [index, level] of list.levels) if (level.style === style.from) return index;
  return style.level;
}

/**
 * Counts one use of a level. Higher levels that were passed over count as used once, as LibreOffice has it; a start
 * that an instance sets holds for its first use, not for every later restart.
 */
function advance(count: Count[], list: List, index: number): void {
  for (let higher = 0; higher < index; higher++) {
    if (count[higher]?.value === undefined)
      count[higher] = { value: startOf(count, list, higher), start: undefined };
  }
  const before = count[index]?.value;
  count[index] = { value: before === undefined ? startOf(count, list, index) : before + 1, start: undefined };
  for (let deeper = index + 1; deeper <= 8; deeper++) {
    const restart = list.levels.get(deeper)?.restart;
    const resets = restart === undefined || (restart > 0 && index < restart);
    if (resets && count[deeper]?.value !== undefined) count[deeper] = { value: undefined, start: undefined };
  }
}

function startOf(count: readonly Count[], list: List, index: number): number {
  return count[index]?.start ?? list.levels.get(index)?.start ?? 0;
}

function levelText(level: Level, list: List, count: readonly Count[]): string {
  if (level.format === "bullet") return bulletOf(level);
  const text = level.text.slice(0, LIMITS.numberLength).replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = list.levels.get(index)?.format ?? "decimal";
    const value = count[index]?.value ?? startOf(count, list, index);
    return spellNumber(value, level.legal && format !== "none" ? "decimal" : format);
  });
  return text.slice(0, LIMITS.numberLength);
}
