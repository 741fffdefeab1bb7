import { linesHolding } from "../../../plan/linesHolding.js";
import type { Line, Paragraph, PlanDocument } from "../../../plan/model.js";
import { toChinese } from "../../../text/numerals.js";
import type { Span } from "../../../text/span.js";
import { around } from "../../sees.js";
import { matchesIn } from "../../../text/matches.js";

/** Words of an earlier time that a draft for a later one still orders to be carried out. */
export interface Stale {
  readonly kind: "year" | "period" | "congress";
  readonly span: Span;
  readonly found: string;
  readonly expected: string;
}

/** What recurs every year, so that last year's is over. Assessment, accounts and reports of last year are due this year. */
const ORDERS =
  /(?:做好|抓好|开展|组织(?:好|实施|开展)?|实施|启动|推进|完成|举办|召开|落实)(?:全[市县区省]|我[市县区])?$/;
const RECURS =
  /^年(?:度|全[市县区省])?[^，。；、《》]{0,12}?(?:招生|入学|中考|高考|会考|招聘|开学|春季|秋季|运动会|艺术节|科技节|活动周|推普周|教师节|教研活动|教师培训|征兵|资助工作|工作要点)/;
const SETTLES =
  /总结|评估|考核|决算|审计|统计|年报|验收|收尾|结转|续建|遗留|评价|述职|结果|问题|经验|基础|学期(?!招生|开学)|学年|期末|寒假|新生|成果/;

const PLAN_VERB =
  /(?:落实|实施|推进|编制|贯彻|执行|启动)(?:好|国家|省|市|全[省市县区]|我[省市县区]|[省市县区])?$/;
const PERIOD_OVER =
  /^(?:以来|期间|时期|期末|末|收官|圆满|[^，。；、]{0,10}(?:总结|评估|终期|收官|验收|成果|成就|经验|任务完成|目标完成|衔接|遗留|后续|搬迁|续建|收尾|结转|项目))/;

const PERIODS = around(/[“"]?[一二三四五六七八九十]{1,3}五/g, { before: 8, after: 21 });
const MEETINGS = around(/十[八九]大|二十大|[一二三四五六七八九十]届|全会/g, { before: 40, after: 50 });

/** What `staleWords` looks at in a paragraph, whatever the years of the plan. */
export function mayBeStale(paragraph: Paragraph): string {
  const { text } = paragraph;
  const ordered = matchesIn(text, /20\d\d/g).map(({ index }) =>
    RECURS.test(text.slice(index + 4, index + 40)) ? text.slice(Math.max(0, index - 10), index + 40) : "",
  );
  const begun = PERIODS(paragraph)
    .split("\n")
    .filter((one) => /落实|实施|推进|编制|贯彻|执行|启动/.test(one));
  return [...ordered, ...begun, MEETINGS(paragraph)].join("\n");
}

/** Every stale word in the lines of a plan from `from` on; `single` where the plan is for one year. */
export function* staleWords(
  plan: PlanDocument,
  period: { readonly from: number; readonly to: number },
): Generator<Stale> {
  const single = period.from === period.to;
  const ended = endedPeriod(period.from);
  const said = newerCongress(plan, period.from);
  const yearBefore = String(period.from - 1);
  if (single)
    for (const { paragraph, start } of linesOf(plan, yearBefore))
      yield* lastYear(paragraph.text, period.from, start);
  for (const { paragraph, start } of linesOf(plan, `${ended.name}五`))
    yield* lastPeriod(paragraph.text, ended, start);
  if (said)
    for (const { paragraph, start } of linesOf(plan, said.found))
      yield* lastCongress(paragraph.text, said, start);
}

/** The lines that hold a word, titles left out. */
function linesOf(plan: PlanDocument, word: string): Line[] {
  return linesHolding(plan, word).filter(({ role }) => role !== "metadata" && role !== "title");
}

function* lastYear(text: string, year: number, start: number): Generator<Stale> {
  const found = String(year - 1);
  for (let at = text.indexOf(found); at !== -1; at = text.indexOf(found, at + 4)) {
    const after = text.slice(at + 4, at + 40);
    const clause = after.slice(0, Math.max(0, after.search(/[，。；]|$/)));
    if (!ORDERS.test(text.slice(Math.max(0, at - 10), at)) || !RECURS.test(after) || SETTLES.test(clause))
      continue;
    const span = { start: start + at, end: start + at + 5 };
    yield { kind: "year", span, found: `${found}年`, expected: `${year}年` };
  }
}

interface Ended {
  readonly name: string;
  readonly next: string;
}

/** The five-year period that was over before a year began: 十四 for 2026. */
function endedPeriod(year: number): Ended {
  const current = Math.floor((year - 1951) / 5);
  return { name: toChinese(current - 1), next: toChinese(current) };
}

function* lastPeriod(text: string, ended: Ended, start: number): Generator<Stale> {
  const word = `${ended.name}五`;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 3)) {
    const quoted = text[at - 1] === "“" && text[at + 3] === "”";
    const from = quoted ? at - 1 : at;
    const to = quoted ? at + 4 : at + 3;
    const after = text.slice(to, to + 20);
    if (!PLAN_VERB.test(text.slice(Math.max(0, from - 8), from)) || PERIOD_OVER.test(after)) continue;
    const found = text.slice(from, to);
    yield {
      kind: "period",
      span: { start: start + from, end: start + to },
      found,
      expected: found.replace(word, `${ended.next}五`),
    };
  }
}

interface Congress {
  readonly found: string;
  readonly expected: string;
}

const CONGRESSES: readonly (Congress & { readonly since: number })[] = [
  { found: "党的十九大", expected: "党的二十大", since: 2023 },
  { found: "党的十八大", expected: "党的十九大", since: 2018 },
];

/** The congress before the last, where the draft names no later one at all. */
function newerCongress(plan: PlanDocument, year: number): Congress | undefined {
  const stale = CONGRESSES.find((one) => year >= one.since);
  return stale && !/二十大|二十届/.test(plan.text) && !plan.text.includes(stale.expected.slice(2))
    ? stale
    : undefined;
}

function* lastCongress(text: string, congress: Congress, start: number): Generator<Stale> {
  const at = text.indexOf(congress.found);
  const before = text.slice(Math.max(0, at - 16), at);
  const after = text.slice(at + 5, at + 30);
  if (
    !/(?:贯彻|落实|学习|宣传)[^，。；《]{0,14}$/.test(before) ||
    !/^(?:和|、|及|精神|历次|[^，。；]{0,16}精神)/.test(after)
  )
    return;
  yield { kind: "congress", span: { start: start + at, end: start + at + 5 }, ...congress };
}
