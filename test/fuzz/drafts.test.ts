import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { applyEdits } from "../../server/src/text/span.js";
import { pieces } from "./shapes.js";
import { safeEdits } from "../../server/src/service/safeEdits.js";
import { findingsOf, stages } from "./stages.js";
import { randomOf } from "./support/random.js";

/** `npm run fuzz` sets both: so many times the cases, and another seed each time. */
const CASES = Math.round(Number(process.env["HEGAO_FUZZ"] ?? 1) * 60);
const SEED = Number(process.env["HEGAO_SEED"] ?? 11);

const drafts = readdirSync("examples", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".plan"))
  .map((name) => readFileSync(join("examples", name), "utf8"));

type Random = (below: number) => number;

function scrap(next: Random): string {
  const piece = pieces[next(pieces.length)] ?? "";
  if (next(6) === 0) return piece.repeat(1 + next(40));
  if (next(8) === 0) return String.fromCharCode(next(0x10000));
  return piece;
}

/** A draft that was cut, doubled, shuffled and sprinkled with what upsets a reader. */
function mutated(next: Random): string {
  const source = drafts[next(drafts.length)] ?? "";
  const from = next(source.length);
  let text = source.slice(from, from + 200 + next(3000));
  for (let i = next(12); i >= 0; i--) {
    const [at, length] = [next(text.length + 1), next(60)];
    const piece = text.slice(at, at + length);
    const put = [
      scrap(next),
      piece + piece,
      "",
      [...piece].reverse().join(""),
      text.slice(next(text.length + 1)).slice(0, 80),
    ];
    text = text.slice(0, at) + (put[next(put.length)] ?? "") + text.slice(at + length);
  }
  return text;
}

function made(next: Random): string {
  return Array.from({ length: next(120) }, () => scrap(next)).join("");
}

/** Findings lie in the text, no rule has failed, and every fix can be applied. */
function assertSound(text: string): void {
  const findings = findingsOf(parsePlan(text));
  for (const { message, span, fixes } of findings) {
    assert.doesNotMatch(message, /自身出错/);
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    for (const fix of fixes) applyEdits(text, fix.edits);
  }
  applyEdits(text, safeEdits(findings));
}

describe("随意改坏的文稿", function () {
  this.timeout(3_600_000);

  it(`规则不出错，修正都用得上，各环节都不出错（种子 ${SEED}）`, () => {
    const next = randomOf(SEED);
    for (let i = 0; i < CASES; i++) {
      const text = next(3) === 0 ? made(next) : mutated(next);
      try {
        assertSound(text);
        const plan = parsePlan(text);
        for (const stage of stages) if (!stage.name.startsWith("rule ")) stage.run({ text, plan });
      } catch (error) {
        assert.fail(`case ${i} of seed ${SEED}: ${JSON.stringify(text)}\n${(error as Error).stack}`);
      }
    }
  });

  it("每个控制字符、每个孤立的代理项，夹在哪里都行", () => {
    const codes = [
      ...Array.from({ length: 0xa0 }, (_, i) => i),
      0x2028,
      0x2029,
      0xd800,
      0xdbff,
      0xdc00,
      0xdfff,
      0xfeff,
      0xffff,
    ];
    for (const code of codes) {
      const character = String.fromCharCode(code);
      for (const text of [
        character,
        `一、甲${character}乙\n${character}二、丙`,
        `责任科室：${character}甲`,
        `到20${character}30年达到95${character}%`,
      ])
        assertSound(text);
    }
  });
});
