import { createPlanService } from "../../server/src/service/planService.js";
import { rememberedWords } from "../../server/src/segment/rememberedWords.js";
import { characterSegmenter } from "../../server/src/segment/segmenter.js";
import { inTurn, type Row, UNTIL_WARM } from "./measure.js";
import { diffPeers } from "./peers.js";
import { probe } from "./probe.js";
import { laterYear, MIB, textOf } from "./texts.js";

const service = createPlanService();

/** How much of the earlier plan is touched, and how long both are. */
const [light, heavy] = [0.1, 0.8];
const PAIRS = [
  ["light", light, "20,000 characters", 20_000],
  ["heavy", heavy, "20,000 characters", 20_000],
  ["light", light, "200,000 characters", 200_000],
  ["heavy", heavy, "200,000 characters", 200_000],
  ["light", light, "1 MB", MIB],
] as const;

export async function comparisons(missing: string[]): Promise<Row[]> {
  const rows: Row[] = [];
  // As the server has it: a line is cut into words once, and that is measured apart.
  const words = rememberedWords(characterSegmenter);
  for (const [kind, share, size, length] of PAIRS) {
    const before = textOf(length);
    const after = laterYear(before, share);
    const [earlier, draft] = [service.parse(before), service.parse(after)];
    const works = {
      probe: () => probe(before) + probe(after),
      hegao: () => service.compare(draft, [{ name: "a", plan: earlier }], { words }),
      ...diffPeers(before, after, missing),
    };
    const rounds = length > 100_000 ? { warm: 3, counted: 7 } : { warm: UNTIL_WARM, counted: 21 };
    rows.push(...(await inTurn(`compare, ${kind}, ${size}`, works, rounds)));
  }
  return rows;
}
