import type { RepairKind } from "../model.js";
import type { Proposal } from "./draft.js";

const ENTITIES = new Map([
  ["&ensp;", " "],
  ["&emsp;", "\u3000"],
  ["&ldquo;", "“"],
  ["&rdquo;", "”"],
  ["&lsquo;", "‘"],
  ["&rsquo;", "’"],
  ["&middot;", "·"],
  ["&mdash;", "—"],
  ["&hellip;", "…"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&amp;", "&"],
]);

const TRACES =
  /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]+|(?:\u00a0|&nbsp;)+|[\v\f\u2028\u2029\u0085]|\r(?!\n)|\[bookmark: [^\]\n]{1,80}\]|&[a-z]{2,6};/g;

/** What copying leaves behind and nobody sees: zero-width characters, no-break blanks, bookmarks, entities. */
export function invisibleTraces(text: string): Proposal[] {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const proposals: Proposal[] = [];
  for (const match of text.matchAll(TRACES)) {
    const atEnd = /^(?:$|[\r\n\v\f\u2028\u2029\u0085])/.test(text.charAt(match.index + match[0].length));
    const repair = isBlank(match[0])
      ? blanks(match[0], atEnd ? "end" : "inside")
      : replacement(match[0], eol);
    if (!repair) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    proposals.push({ ...repair, certainty: "sure", span });
  }
  return proposals;
}

function isBlank(trace: string): boolean {
  return trace.startsWith("\u00a0") || trace.startsWith("&nbsp;");
}

/** No-break blanks become ordinary ones, at the end of a line nothing. */
function blanks(trace: string, place: "inside" | "end"): { kind: RepairKind; after: string } {
  const count = trace.replaceAll("&nbsp;", " ").length;
  return { kind: "invisible", after: place === "end" ? "" : " ".repeat(count) };
}

function replacement(trace: string, eol: string): { kind: RepairKind; after: string } | undefined {
  if (trace.startsWith("[")) return { kind: "bookmark", after: "" };
  if (trace.startsWith("&")) {
    const after = ENTITIES.get(trace);
    return after === undefined ? undefined : { kind: "entity", after };
  }
  if (/^[\v\f\r\u2028\u2029\u0085]/.test(trace)) return { kind: "line-break", after: eol };
  return { kind: "invisible", after: "" };
}
