import { createPlanService } from "../../server/src/service/planService.js";
import { rememberedWords } from "../../server/src/segment/rememberedWords.js";
import { characterSegmenter } from "../../server/src/segment/segmenter.js";
import { inTurn, type Row } from "./measure.js";
import { diffPeers } from "./peers.js";
import { probe } from "./probe.js";
import { laterYear, textOf } from "./texts.js";

const service = createPlanService();

export async function comparisons(missing: string[]): Promise<Row[]> {
  const rows: Row[] = [];
  // As the server has it: a line is cut into words once, and that is measured apart.
  const words = rememberedWords(characterSegmenter);
  for (const [size, length] of [
    ["20,000", 20_000],
    ["200,000", 200_000],
  ] as const) {
    for (const [kind, share] of [
      ["light", 0.1],
      ["heavy", 0.8],
    ] as const) {
      const before = textOf(length);
      const after = laterYear(before, share);
      const [earlier, draft] = [service.parse(before), service.parse(after)];
      const works = {
        probe: () => probe(before) + probe(after),
        hegao: () => service.compare(draft, [{ name: "a", plan: earlier }], { words }),
        ...diffPeers(before, after, missing),
      };
      // The first dozens of rounds measure V8's compiler, of whoever has the most code.
      const rounds = length > 100_000 ? { warm: 3, counted: 7 } : { warm: 40, counted: 21 };
      rows.push(...(await inTurn(`compare, ${kind}, ${size} characters`, works, rounds)));
    }
  }
  return rows;
}
