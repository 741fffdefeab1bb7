import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../server/src/check/registry.js";
import { pieces, type Shape, word } from "./shapes.js";

type Random = (below: number) => number;

/** What the rules look for stands in their own examples, and what a plan is made of in the drafts. */
const sources: readonly string[] = [
  ...rules.flatMap(({ examples }) => examples.flatMap(({ bad, good }) => [bad, good])),
  ...readdirSync("examples", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".plan"))
    .sort()
    .map((name) => readFileSync(join("examples", name), "utf8")),
];

/**
 * Up to three scraps over and over, sometimes with a word between that never comes twice, and sometimes with something
 * before them all that is never closed: what a rule looks for, does not find, and looks for again.
 */
export function mixture(next: Random): Shape {
  const scraps = Array.from({ length: 1 + next(3) }, () => scrap(next));
  const head = next(2) === 0 ? "云岭市教育局2026年工作要点\n" : "";
  const first = next(3) === 0 ? scrap(next) : "";
  const last = next(3) === 0 ? scrap(next) : "";
  const differ = next(3) === 0;
  const name = JSON.stringify([head + first, differ ? [...scraps, "…"] : scraps, last]);
  const make = (length: number): string => {
    const unit = scraps.join("");
    const lines = [head, first];
    for (let i = 0, size = 0; size < length; i++) {
      const one = differ ? unit + word(i) : unit;
      lines.push(one);
      size += one.length;
    }
    return [...lines, last].join("");
  };
  return { name, make };
}

function scrap(next: Random): string {
  if (next(3) === 0) return pieces[next(pieces.length)] ?? "";
  const source = sources[next(sources.length)] ?? "";
  const from = next(source.length);
  return source.slice(from, from + 1 + next(next(4) === 0 ? 40 : 12)) || "甲";
}
