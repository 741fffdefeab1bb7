import type { ParagraphNumber } from "./counters.js";

/** A number as it stands before a paragraph's text. */
export function numberBefore(text: string, number: ParagraphNumber): string {
  return number.text + gapAfter(number, text);
}

/**
 * What a typist would put between number and text: nothing after the punctuation of 一、 or （一） or 1. (unless a
 * digit follows, which would make a decimal of it), one space after 第一章 or a bare number.
 */
function gapAfter(number: ParagraphNumber, text: string): string {
  if (number.suffix === "nothing" || text === "" || /^\s/.test(text)) return "";
  if (/[.．]$/.test(number.text)) return /^[0-9A-Za-z]/.test(text) ? " " : "";
  return /[、，,）)】\]：:。①-⓿㉑-㊿⓪]$/.test(number.text) ? "" : " ";
}
