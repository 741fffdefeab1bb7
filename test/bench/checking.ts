import { author } from "../../server/src/service/author.js";
import { planFacts } from "../../server/src/service/planFacts.js";
import { createPlanService } from "../../server/src/service/planService.js";
import { lineStarts } from "../../server/src/text/lines.js";
import { inTurn, now, quantile, type Row } from "./measure.js";
import { lintPeers } from "./peers.js";
import { probe } from "./probe.js";
import { MIB, textOf } from "./texts.js";

const service = createPlanService();
const check = (text: string): number => service.check(service.parse(text)).length;

export async function checks(missing: string[]): Promise<Row[]> {
  const short = textOf(20_000);
  const ours = { probe: () => probe(short), hegao: () => check(short) };
  const works = { ...ours, ...(await lintPeers(short, missing)) };
  const rounds = { warm: 40, counted: 30, characters: short.length };
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

/** How often 1 MB fits into the time of 10 MB, stage by stage; medians, so that each size pays for its own garbage. */
export interface Growth {
  readonly stage: string;
  readonly one: number;
  readonly ten: number;
}

/** How often each size is measured: as much text of the one as of the other, so to say. */
const RUNS = [15, 3];

export function growths(): Growth[] {
  const subjects = [MIB, 10 * MIB].map((size) => {
    const text = textOf(size);
    return { text, plan: service.parse(text) };
  });
  const edited = (text: string): string =>
    `${text.slice(0, text.length >> 1)}甲${text.slice(text.length >> 1)}`;
  const stages: Readonly<Record<string, (of: (typeof subjects)[number]) => unknown>> = {
    probe: ({ text }) => probe(text),
    lines: ({ text }) => lineStarts(text),
    parse: ({ text }) => service.parse(text),
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
  return Object.entries(stages).map(([stage, work]) => {
    const [one = NaN, ten = NaN] = subjects.map((subject, i) =>
      quantile(
        Array.from({ length: RUNS[i] ?? 1 }, () => {
          const start = now();
          work(subject);
          return now() - start;
        }),
        0.5,
      ),
    );
    return { stage, one, ten };
  });
}
