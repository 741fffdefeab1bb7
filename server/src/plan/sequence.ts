import type { Marker, MarkerStyle } from "./model.js";

/** What a marker counts with, the half bracket `1）` told apart from （1）, since drafts nest one in the other. */
export type StyleKey = MarkerStyle | "arabic-half" | "hanzi-half";

export function styleKey(marker: Marker): StyleKey {
  const half = marker.form === "#）" || marker.form === "#)";
  if (half && marker.style === "arabic-paren") return "arabic-half";
  if (half && marker.style === "hanzi-paren") return "hanzi-half";
  return marker.style;
}

/** The usual order of the forms, coarse to fine (GB/T 9704-2012 7.3.3; 篇章节条 of longer documents above it). */
const RANKS: Readonly<Record<StyleKey, number>> = {
  part: 0,
  chapter: 1,
  section: 2,
  article: 3,
  hanzi: 4,
  "hanzi-paren": 5,
  "hanzi-half": 5.5,
  arabic: 6,
  decimal: 6.5,
  "arabic-paren": 7,
  "arabic-half": 7.5,
  circled: 8,
  letter: 9,
};

export function rank(key: StyleKey): number {
  return RANKS[key];
}
