import type { Locale } from "../check/rule.js";
import type { Comparison } from "../compare/comparePlans.js";
import type { PlanDocument } from "../plan/model.js";
import { targetChart } from "../write/report/chart.js";
import { dissolvedSections, fateCounts, fullName } from "../write/report/model.js";
import { changeNames } from "../write/report/targetRows.js";
import { seriesInOrder, shownChange } from "../write/report/shownChange.js";
import { reportTexts } from "../write/report/texts.js";
import type { AnswerBook } from "./compareAnswers.js";
import { comparedItems } from "./compareItems.js";
import type { Against, ComparedSeries, ComparedYear, CompareResult } from "./compareProtocol.js";
import { compareWords } from "./compareWords.js";
import type { ComparedDraft } from "./comparisons.js";
import { toRange } from "./toLsp.js";

export interface ResultScene {
  readonly uri: string;
  readonly locale: Locale;
  readonly compared: ComparedDraft;
  readonly answers: AnswerBook;
  readonly against: Against;
  readonly around: CompareResult["around"];
}

/** The comparison as the client shows it: texts and places, nothing to be looked up. */
export function compareResult(scene: ResultScene): CompareResult {
  const { uri, compared, against, around, locale } = scene;
  const { plan, comparison } = compared;
  return {
    uri,
    version: compared.version,
    title: plan.title?.text ?? "",
    planYears: plan.period ? [plan.period.from, plan.period.to] : null,
    against,
    around,
    message: "",
    names: comparedNames(locale, against),
    years: comparison.years.flatMap((year) => comparedYear(scene, year)),
    series: seriesInOrder(comparison).map((series) => comparedSeries(scene, series)),
  };
}

export function comparedNames(locale: Locale, against: Against): CompareResult["names"] {
  const { fates, other } = compareWords(locale, against);
  return { fates, other, dissolved: reportTexts(locale, against).dissolved };
}

function comparedYear(
  { compared, locale, answers, against }: ResultScene,
  year: Comparison["years"][number],
): ComparedYear[] {
  const earlier = compared.documents.find(({ uri }) => uri === year.name)?.plan;
  if (!earlier) return [];
  const { plan: draft, comparison } = compared;
  return [
    {
      uri: year.name,
      title: year.title ?? fileName(year.name),
      planYears: year.years ?? null,
      counts: fateCounts(draft, year),
      items: comparedItems({ locale, draft, earlier, comparison, year, answers, against }),
      dissolved: dissolvedSections({ year, plan: earlier }, draft).map(({ reference, name, places }) => ({
        name,
        range: toRange(earlier, reference.heading),
        places,
      })),
    },
  ];
}

function comparedSeries(scene: ResultScene, series: Comparison["targets"][number]): ComparedSeries {
  const { compared, locale, uri, against } = scene;
  const words = compareWords(locale, against);
  const texts = reportTexts(locale, against);
  const planOf = (of: "draft" | number): { uri: string; plan: PlanDocument; title: string } | undefined => {
    if (of === "draft") return { uri, plan: compared.plan, title: words.thisDraft };
    const year = compared.comparison.years[of];
    const found = compared.documents.find((one) => one.uri === year?.name);
    return found && { ...found, title: year?.title ?? fileName(found.uri) };
  };
  return {
    indicator: series.indicator,
    change: series.change,
    shown: shownChange(series),
    changeName: changeNames(series, texts).join(words.comma),
    chart: targetChart(series, texts.chart(series.indicator)).markup,
    points: series.points.flatMap((point) => {
      const source = planOf(point.plan);
      if (!source) return [];
      return [
        {
          year: point.year === undefined ? "" : String(point.year),
          value: point.value,
          source: source.title,
          item: point.item === undefined ? "" : fullName(source.plan, { index: point.item, title: "" }),
          uri: source.uri,
          range: toRange(source.plan, point.span),
        },
      ];
    }),
  };
}

export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A stray per cent sign: shown as it is.
    return name;
  }
}
