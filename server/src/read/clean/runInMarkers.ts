import { fromChinese } from "../../text/numerals.js";

/** A marker found inside running text, with the text that it opens. */
export interface RunInMarker {
  readonly start: number;
  readonly end: number;
  /** 1 for 一、 or 第一章, 2 for （一）, 3 for 1., 4 for （1）. */
  readonly level: number;
  /** 0 where the numeral was lost: （）. */
  readonly ordinal: number;
}

const HAN = "[一二三四五六七八九十]";
const MARKERS = new RegExp(
  `第(${HAN}{1,3})章|(${HAN}{1,3})、|[（(](${HAN}{0,3})[）)]、?|(\\d{1,2}) ?[.．](?!\\d)|[（(](\\d{1,2})[）)]`,
  "g",
);

/**
 * The markers of a line whose paragraphs have run together. A numeral counts where a sentence or a list of
 * departments has just ended, or where a heading without a full stop is directly followed by the first marker of the
 * level below (二、总体要求(一)指导思想…), and only if it goes on from the one before: 按照(一)项, 二、三年级 and
 * 14.3% do not.
 */
export function runInMarkers(line: string): RunInMarker[] {
  const found: RunInMarker[] = [];
  const count: Count = { last: [0, 0, 0, 0, 0], running: [0, 0, 0, 0, 0] };
  for (const match of line.matchAll(MARKERS)) {
    const marker = markerOf(match);
    const place = placeOf(line, marker, found.at(-1));
    if (!place || !follows(marker, place, count)) continue;
    const ordinal = marker.ordinal === 0 ? (count.last[marker.level] ?? 0) + 1 : marker.ordinal;
    count.running[marker.level] = count.last[marker.level] = ordinal;
    count.last.fill(0, marker.level + 1);
    found.push(marker);
  }
  return found;
}

/** The last ordinal of each level, under the present parent and in the whole line: 一、…3. 二、4.… runs on. */
interface Count {
  readonly last: number[];
  readonly running: number[];
}

function markerOf(match: RegExpExecArray): RunInMarker {
  const [whole, chapter, first, second, third, fourth] = match;
  const level = (chapter ?? first) ? 1 : second !== undefined ? 2 : third !== undefined ? 3 : 4;
  const figures = third ?? fourth;
  const ordinal = figures === undefined ? fromChinese(chapter ?? first ?? second ?? "") : Number(figures);
  return { start: match.index, end: match.index + whole.length, level, ordinal: ordinal ?? 0 };
}

type Place = "sentence" | "departments" | "heading";

function placeOf(line: string, marker: RunInMarker, before: RunInMarker | undefined): Place | undefined {
  if (marker.start === 0) return "sentence";
  if (/[。！？!?][”’）)》]?$/.test(line.slice(Math.max(0, marker.start - 2), marker.start)))
    return "sentence";
  if (opensList(line, marker)) return "sentence";
  if (endsDepartments(line, marker.start)) return "departments";
  if (!before || marker.level <= before.level) return undefined;
  const heading = line.slice(before.end, marker.start);
  return heading.length >= 2 && heading.length <= 40 && !/[。；：！？]/.test(heading) ? "heading" : undefined;
}

/** 主要表现在:1.…。2.…。: the first of items that end in full stops; items parted by ； stay in their sentence. */
function opensList(line: string, marker: RunInMarker): boolean {
  if (marker.level !== 3 || marker.ordinal !== 1 || !/[：:]/.test(line[marker.start - 1] ?? "")) return false;
  const second = /([。；;，,])2 ?[.．](?!\d)/.exec(line.slice(marker.end, marker.end + 2000));
  return second?.[1] === "。";
}

/** 责任科室:基教科 人事科2.…: the last sentence before the marker is a list of departments, which has no full stop. */
function endsDepartments(line: string, end: number): boolean {
  const before = line.slice(Math.max(0, end - 60), end);
  return /(?:责任|牵头|配合|主办|承办)(?:科室|单位|部门|处室|股室)[:：][^。；：:]{2,50}$/.test(before);
}

function follows(marker: RunInMarker, place: Place, { last, running }: Count): boolean {
  const expected = (last[marker.level] ?? 0) + 1;
  const runsOn = marker.ordinal === (running[marker.level] ?? 0) + 1;
  if (place === "heading") return marker.ordinal === 1 || (marker.level === 3 && runsOn);
  if (place === "departments") return marker.ordinal === expected || marker.ordinal === 1 || runsOn;
  if (marker.ordinal === 0) return marker.level === 2;
  // Real plans jump (1. then 4.), and the checker is to see it; far jumps are years, rooms, figures.
  if (marker.level === 3) return marker.ordinal <= 30 || runsOn;
  return marker.ordinal === 1 || (marker.ordinal >= expected && marker.ordinal <= expected + 2);
}
