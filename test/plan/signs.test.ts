import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { enumerationsIn } from "../../server/src/plan/enumerations.js";
import { plainRole } from "../../server/src/plan/front.js";
import { innerMarkers } from "../../server/src/plan/innerMarkers.js";
import { openBracket } from "../../server/src/plan/openBracket.js";
import { readParagraph } from "../../server/src/plan/paragraph.js";
import { responsibilitiesIn } from "../../server/src/plan/responsibility.js";
import { signsIn } from "../../server/src/plan/signs.js";
import { targetsIn } from "../../server/src/plan/targets.js";
import { dueYears, TIMED } from "../../server/src/plan/years.js";
import { letterSurvey } from "../../server/src/text/letterSurvey.js";

/** Every sign at once: nobody passes over anything. */
const ALL = -1;

/** What is read with the signs of a line is what is read when everybody looks for himself. */
function nothingIsLost(text: string): void {
  const paragraph = readParagraph(text);
  if (paragraph.blank) return;
  const { marker, targets } = paragraph;
  const years = dueYears(text, ALL);
  assert.deepEqual(paragraph.years, years, text);
  assert.deepEqual(paragraph.inner, innerMarkers(text, marker?.span.end ?? 0, ALL), text);
  assert.deepEqual(paragraph.responsibilities, responsibilitiesIn(text, ALL), text);
  assert.deepEqual(targets, targetsIn(text, years, ALL), text);
  assert.deepEqual(paragraph.enumerations, enumerationsIn(text, ALL), text);
  assert.equal(paragraph.openBracket, openBracket(text), text);
  assert.equal(paragraph.timed, text.length < 200 && targets.length === 0 && TIMED.test(text), text);
  const role = plainRole(text, ALL);
  if (role) assert.equal(paragraph.role, role, text);
  else assert.ok(["body", "responsibility"].includes(paragraph.role), text);
}

const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), "utf8"));
const lines = filesUnder("examples/bureau", ".plan").flatMap((text) => text.split(/\r?\n/));
/** The words that the readers look for, as their own expressions name them. */
const words = filesUnder("server/src/plan", ".ts").flatMap(
  (source) => source.match(/[\u4e00-\u9fff]{1,8}/g) ?? [],
);

describe("一行里有哪些字", () => {
  it("看过字的，不比个个都去找的少读出什么", () => {
    const pieces = fc.oneof(
      fc.constantFrom(...lines),
      fc.constantFrom(...new Set(words)),
      fc.constantFrom(..."0123456789０１①⑴㈠%％。；，、：:（）()[]〔〕【】［“”《》—-~至到 \t\u3000."),
    );
    const cut = fc
      .tuple(pieces, fc.nat(60), fc.nat(60))
      .map(([text, a, b]) => text.slice(Math.min(a, b), Math.max(a, b) + 1));
    lines.forEach(nothingIsLost);
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 12 }), (parts) => nothingIsLost(parts.join(""))),
      { numRuns: process.env["HEGAO_FUZZ"] ? 200_000 : 3000 },
    );
    assert.ok(
      lines.some((line) => signsIn(line) === 0),
      "every line shows something",
    );
  });

  it("一个字、两个字、一类字，前一个字也算在内", () => {
    const survey = letterSurvey({
      one: "已 再 [",
      two: ["责任 [上下]半", "任务"],
      bracket: [["（[", "0123␣"]],
    });
    const { one, two, bracket } = survey.bits;
    const none = 0;
    const shown = (bits: number, text: string): boolean => (survey.in(text) & bits) !== 0;
    assert.equal(survey.in(""), none);
    assert.equal(survey.in("再三"), one);
    assert.ok(shown(two, "责成专任上任责任") && shown(two, "任务") && !shown(two, "责务"));
    assert.equal(survey.in("任责成专，半上下"), none);
    assert.ok(shown(one, "在下半年[\u30003") && shown(two, "已在下半年") && shown(bracket, "[\u3000"));
    assert.equal(survey.in("（1）", 1), bracket);
    assert.equal(survey.in("（1）再", 2), one);
    assert.equal(survey.in("（1）再", 0, 1), none);
    const many = Object.fromEntries(Array.from({ length: 32 }, (_, i) => [`sign ${i}`, "甲"]));
    assert.throws(() => letterSurvey(many), RangeError);
  });
});
