import assert from "node:assert/strict";
import { FACTOR, subjectsOf } from "./growth.js";
import { mixture } from "./mixtures.js";
import { listsAndLists, shapes } from "./shapes.js";
import { stages } from "./stages.js";
import { randomOf } from "./support/random.js";
import { workOf } from "./support/work.js";

const MORE = Math.round(Number(process.env["HEGAO_FUZZ"] ?? 1));
const SEED = Number(process.env["HEGAO_SEED"] ?? 5);
const LENGTH = 6_000;
/** The many shapes are counted at a length at which work in pairs shows. */
const SHORT = 2_000;
/** Looking at every character so often is no growth: it is what all rules together do with any text. */
const OFTEN = 40;
/** Work in proportion grows by `FACTOR`, the square of the length by its square; what is kept between two rounds adds to it. */
const STEEP = FACTOR * 2;

describe("所看的字数与文长成正比（数出来的，不看钟）", function () {
  this.timeout(3_600_000);
  const next = randomOf(SEED);
  // What the rules do is told rule by rule; what asks all of them would only say it again.
  const asked = stages.filter(({ name }) => !/^(?:check|fix|lens|compare)/.test(name));
  const mixtures = Array.from({ length: 4 * MORE }, () => mixture(next));

  const long = new Set([...listsAndLists, ...mixtures]);
  for (const shape of [...shapes, ...mixtures]) {
    it(shape.name.slice(0, 200), () => {
      const [small, large, huge] = subjectsOf(shape, long.has(shape) ? LENGTH : SHORT);
      const steep = asked.flatMap((stage) => {
        stage.run(small);
        const [few, many] = [workOf(() => stage.run(small)), workOf(() => stage.run(large))];
        if (many <= OFTEN * large.text.length || many <= STEEP * few) return [];
        // From some length on a thing may be looked at in another way, once: what takes the square is as steep again.
        const most = workOf(() => stage.run(huge()));
        return most > STEEP * many ? [`${stage.name}: ${few} → ${many} → ${most}`] : [];
      });
      assert.deepEqual(steep, []);
    });
  }

  it("数得出平方", () => {
    const square = (length: number): number =>
      workOf(() => Array.from("甲".repeat(length), (_, i) => "甲".repeat(i).lastIndexOf("乙")));
    assert.ok(square(400) > 10 * square(100));
  });
});
