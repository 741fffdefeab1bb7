import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { author } from "../../server/src/service/author.js";
import { planFacts } from "../../server/src/service/planFacts.js";
import { createPlanService } from "../../server/src/service/planService.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import { lineStarts } from "../../server/src/text/lines.js";
import { inTurn, now, quantile, type Row, UNTIL_WARM } from "./measure.js";
import { lintPeers } from "./peers.js";
import { probe } from "./probe.js";
import { MIB, textOf } from "./texts.js";

const service = createPlanService();
const check = (text: string): number => service.check(service.parse(text)).length;

export async function checks(missing: string[]): Promise<Row[]> {
  const short = textOf(20_000);
  const ours = { probe: () => probe(short), hegao: () => check(short) };
  const works = { ...ours, ...(await lintPeers(short, missing)) };
  const rounds = { warm: UNTIL_WARM, counted: 30, characters: short.length };
  const rows = await inTurn("check, 20,000 characters, warm", works, rounds);
  const one = textOf(MIB);
  const growing = { probe: () => probe(one), hegao: () => check(one) };
  rows.push(...(await inTurn("check, 1 MB", growing, { warm: 2, counted: 7, characters: MIB })));
  const ten = textOf(10 * MIB);
  const large = { probe: () => probe(ten), hegao: () => check(ten) };
  rows.push(...(await inTurn("check, 10 MB", large, { warm: 0, counted: 3, characters: 10 * MIB })));
  const many = Array.from({ length: 200 }, (_, i) => textOf(8000, i + 1));
  const all = (work: (text: string) => unknown) => () => many.forEach(work);
  const counted = { warm: 1, counted: 5, characters: 200 * 8000 };
  rows.push(...(await inTurn("check, 200 documents", { probe: all(probe), hegao: all(check) }, counted)));
  return rows;
}

/**
 * What 10 MB cost beside 1 MB, stage by stage, in milliseconds. One text of 1 MB, measured again and again, stays in the
 * caches of the processor, and what is made of it is gone before anything is tidied up: that is faster than any text
 * is met in life, and says nothing of whether a stage takes steps in proportion. Ten others, each met after the nine
 * before it and what was made of them kept until the tenth is done, find the processor as the long text finds it.
 */
export interface Growth {
  readonly stage: string;
  /** 1 MB, the same again and again. */
  readonly one: number;
  /** Ten of 1 MB, one after the other. */
  readonly others: number;
  /** 10 MB. */
  readonly ten: number;
}

/** In the first ones the code is compiled, what a plan puts together when it is first asked is, and the heap gets its size. */
const WARM = 2;
const COUNTED = 7;

interface Subject {
  readonly text: string;
  readonly plan: PlanDocument;
}

const edited = (text: string): string =>
  `${text.slice(0, text.length >> 1)}甲${text.slice(text.length >> 1)}`;

const STAGES: Readonly<Record<string, (of: Subject) => unknown>> = {
  probe: ({ text }) => probe(text),
  lines: ({ text }) => lineStarts(text),
  parse: ({ text }) => service.parse(text),
  // What is put together when a plan is first asked belongs to no stage that asks.
  "parse, and the tree": ({ text }) => service.parse(text).items,
  "parse after an edit": ({ text, plan }) => service.parse(edited(text), plan),
  "parse and check": ({ text }) => check(text),
  outline: ({ plan }) => service.outline(plan),
  folds: ({ plan }) => service.folds(plan),
  "table of targets": ({ plan }) => service.targets(plan),
  "table of tasks": ({ plan }) => service.tasks(plan),
  "semantic tokens": ({ plan }) => author.semanticTokens(plan),
  facts: ({ plan }) => planFacts(plan, "a.plan"),
  format: ({ plan }) => author.format(plan),
};

/** Medians of as many rounds for each size, taken in turn. */
export function growths(): Growth[] {
  const subject = (length: number, seed: number): Subject => {
    const text = textOf(length, seed);
    return { text, plan: service.parse(text) };
  };
  const one = [subject(MIB, 1)];
  const others = Array.from({ length: 10 }, (_, i) => subject(MIB, i + 2));
  const ten = [subject(10 * MIB, 1)];
  return Object.entries(STAGES).map(([stage, work]) => {
    const [forOne, forOthers, forTen] = mediansInTurn([one, others, ten], work);
    return { stage, one: forOne ?? NaN, others: forOthers ?? NaN, ten: forTen ?? NaN };
  });
}

/** Takes out the garbage of the run before, for which the next one would pay. */
const tidyUp = collector();

function collector(): (how: { readonly type: "minor" }) => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as ReturnType<typeof collector>;
}

function mediansInTurn(groups: readonly (readonly Subject[])[], work: (of: Subject) => unknown): number[] {
  const times = groups.map((): number[] => []);
  for (let round = -WARM; round < COUNTED; round++) {
    groups.forEach((subjects, i) => {
      tidyUp({ type: "minor" });
      const start = now();
      // What is made is kept until the last is done.
      const made = subjects.map(work);
      const time = now() - start;
      if (round >= 0 && made.length > 0) times[i]?.push(time);
    });
  }
  return times.map((own) => quantile(own, 0.5));
}
