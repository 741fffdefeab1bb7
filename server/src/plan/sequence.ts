import type { Marker, MarkerStyle } from "./model.js";

/**
 * What a marker counts with. The half bracket `1）` is told apart from （1）, since drafts nest one in the other; `一）`
 * is （一） that lost a bracket.
 */
export type StyleKey = MarkerStyle | "arabic-half" | "decimal-2" | "decimal-3" | "decimal-4";

export function styleKey(marker: Marker): StyleKey {
  const half = marker.form === "#）" || marker.form === "#)";
  if (half && marker.style === "arabic-paren") return "arabic-half";
  if (marker.style === "decimal") return decimalKey(marker);
  return marker.style;
}

/** 1, 1.1 and 1.1.1 are three levels of one form. */
function decimalKey(marker: Marker): StyleKey {
  const points = marker.text.slice(0, marker.numeral.start - marker.span.start).split(/[.．]/).length - 1;
  return points === 0 ? "decimal" : points === 1 ? "decimal-2" : points === 2 ? "decimal-3" : "decimal-4";
}

/** The usual order of the forms, coarse to fine (GB/T 9704-2012 7.3.3; 篇章节条 of longer documents above it). */
const RANKS: Readonly<Record<StyleKey, number>> = {
  part: 0,
  chapter: 1,
  section: 2,
  article: 3,
  hanzi: 4,
  "hanzi-paren": 5,
  arabic: 6,
  decimal: 3.5,
  "decimal-2": 6.1,
  "decimal-3": 6.2,
  "decimal-4": 6.3,
  "arabic-paren": 7,
  "arabic-half": 7.5,
  circled: 8,
  letter: 9,
};

export function rank(key: StyleKey): number {
  return RANKS[key];
}
