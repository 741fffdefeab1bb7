import type { Certainty } from "../model.js";
import type { Draft, Proposal } from "./draft.js";

/**
 * Slips of machines that read scanned pages: a zero read as the letter O, a full stop read as o, a closing quotation
 * mark read as an opening one. Where a number could become another number the slip is only shown.
 */
export function ocrSlips({ text }: Draft): Proposal[] {
  return [...zeros(text), ...stops(text), ...quotes(text)];
}

/** 2.O, 2O21, 202O年, 100oO元; not O2O or 5OO个G. */
function zeros(text: string): Proposal[] {
  const proposals: Proposal[] = [];
  for (const match of text.matchAll(/(?<![A-Za-z\d.])\d[\d.]{0,12}[oO][\d.oO]{0,12}(?![A-Za-z\d])/g)) {
    const before = match[0];
    const after = before.replace(/[oO]/g, "0");
    const span = { start: match.index, end: match.index + before.length };
    proposals.push({ kind: "ocr", certainty: trustInZeros(before, text[span.end] ?? ""), span, after });
  }
  return proposals;
}

function trustInZeros(token: string, next: string): Certainty {
  if (/^\d{1,4}\.[\doO]{1,3}$/.test(token)) return "sure";
  if (/^20[\doO]{2}$/i.test(token) && next === "年") return "likely";
  if (/\d$/.test(token) && !token.includes(".")) return "likely";
  return "unsure";
}

function stops(text: string): Proposal[] {
  const proposals: Proposal[] = [];
  for (const match of text.matchAll(/[%％\u4e00-\u9fff”）)][oO](?=[\u4e00-\u9fff“（《，。；、,;])/g)) {
    const [left = "", letter = ""] = match[0];
    const next = text[match.index + 2] ?? "";
    const span = { start: match.index + 1, end: match.index + 2 };
    if (/[，。；、,;]/.test(next)) {
      // 35%o， is 35‰ or 35%: nothing in the text can say.
      if (/[%％]/.test(left)) {
        const wide = { start: match.index, end: span.end };
        proposals.push({ kind: "ocr", certainty: "unsure", span: wide, after: "‰" });
      }
    } else {
      const certainty = letter === "o" ? "likely" : "unsure";
      proposals.push({ kind: "ocr", certainty, span, after: "。" });
    }
  }
  return proposals;
}

/** In a sentence with an even number of curly quotes, of which exactly one faces the wrong way, that one is turned. */
function quotes(text: string): Proposal[] {
  const proposals: Proposal[] = [];
  let marks: number[] = [];
  const settle = (): void => {
    const wrong = marks.filter((at, i) => text[at] !== (i % 2 === 0 ? "“" : "”"));
    const [at] = wrong;
    if (marks.length % 2 === 0 && wrong.length === 1 && at !== undefined) {
      const after = text[at] === "“" ? "”" : "“";
      proposals.push({ kind: "ocr", certainty: "likely", span: { start: at, end: at + 1 }, after });
    }
    marks = [];
  };
  for (const match of text.matchAll(/[“”。！？\n]/g)) {
    if (match[0] === "“" || match[0] === "”") marks.push(match.index);
    else if (match[0] === "\n" || marks.length % 2 === 0) settle();
  }
  settle();
  return proposals;
}
