import { matchesIn } from "../text/matches.js";
import type { Target } from "./model.js";

/** What ends a name that can stand alone: of 马铃薯播种、收获机械化率 the first is none. */
const MEASURE =
  /(?:率|比例|比重|占比|百分比|满意度|知晓度|总量|总数|总额|总值|数|量|额|值|面积|起数|户数|人数)$/;
const BETWEEN = /、|以及|[和及与]/;

/** 发案率、信访总量分别下降10%和15%: of as many names as values each has its own. */
export function respectively(text: string, targets: readonly Target[]): readonly Target[] {
  if (!text.includes("分别")) return targets;
  const named: Target[] = [...targets];
  for (let from = 0; from < named.length;) {
    const first = named[from] as Target;
    let end = from + 1;
    while (named[end]?.indicatorSpan.start === first.indicatorSpan.start) end++;
    if (end - from > 1 && text.slice(first.indicatorSpan.end, first.valueSpan.start).includes("分别")) {
      const own = namesOf(text, first, end - from) ?? yearsOf(text, first, end - from);
      own?.forEach((one, i) => {
        named[from + i] = { ...(named[from + i] as Target), ...one };
      });
    }
    from = end;
  }
  return named;
}

type Name = Pick<Target, "indicator" | "indicatorSpan">;

/** 2026年、2027年、2028年 right before a name, perhaps with the area between. */
const YEARS = /((?:20\d\d年?[、，和及]\s?){1,5}20\d\d年)[底末]?[，,]?(?:全[省市区县镇校])?$/;
/** So many letters before a name may list its years. */
const YEARS_REACH = 48;

/** 2026年、2027年综合产值分别达到75亿元和95亿元: of as many years as values each value has its own. */
function yearsOf(
  text: string,
  { indicatorSpan: { start } }: Target,
  count: number,
): Pick<Target, "year" | "yearFrom">[] | undefined {
  const listed = YEARS.exec(text.slice(Math.max(0, start - YEARS_REACH), start))?.[1] ?? "";
  const years = matchesIn(listed, /20\d\d/g);
  if (years.length !== count) return undefined;
  return years.map(([year]) => ({ year: Number(year), yearFrom: "clause" as const }));
}

function namesOf(text: string, { indicator, indicatorSpan }: Target, count: number): Name[] | undefined {
  if (text.slice(indicatorSpan.start, indicatorSpan.end) !== indicator) return undefined;
  const names = indicator.split(BETWEEN);
  if (names.length !== count || !names.every((name) => MEASURE.test(name))) return undefined;
  let at = indicatorSpan.start;
  return names.map((name) => {
    const start = text.indexOf(name, at);
    at = start + name.length;
    return { indicator: name, indicatorSpan: { start, end: at } };
  });
}
