import type { Target } from "./model.js";

/** What ends a name that can stand alone: of 马铃薯播种、收获机械化率 the first is none. */
const MEASURE =
  /(?:率|比例|比重|占比|百分比|满意度|知晓度|总量|总数|总额|总值|数|量|额|值|面积|起数|户数|人数)$/;
const BETWEEN = /、|以及|[和及与]/;

/** 发案率、信访总量分别下降10%和15%: of as many names as values each has its own. */
export function respectively(text: string, targets: readonly Target[]): readonly Target[] {
  if (!text.includes("分别")) return targets;
  const named = [...targets];
  for (let from = 0; from < named.length;) {
    const first = named[from] as Target;
    let end = from + 1;
    while (named[end]?.indicatorSpan.start === first.indicatorSpan.start) end++;
    if (end - from > 1 && text.slice(first.indicatorSpan.end, first.valueSpan.start).includes("分别"))
      namesOf(text, first, end - from)?.forEach((name, i) => {
        named[from + i] = { ...(named[from + i] as Target), ...name };
      });
    from = end;
  }
  return named;
}

type Name = Pick<Target, "indicator" | "indicatorSpan">;

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
