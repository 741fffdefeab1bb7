import { comparisonHtml } from "../write/report/comparisonHtml.js";
import { comparisonMarkdown } from "../write/report/comparisonMarkdown.js";
import type { ReportSources } from "../write/report/sources.js";
import { type CellValue, type TableSheet } from "../write/tables/sheet.js";
import type { ComparedItem, CompareResult } from "./compareProtocol.js";
import { compareResult, fileName, type ResultScene } from "./compareResult.js";
import { type CompareWords, compareWords } from "./compareWords.js";

/** The comparison as a page, as Markdown, or as two tables. */
export async function exportedComparison(
  scene: ResultScene,
  { format, madeOn, findings }: { readonly format: string } & Pick<ReportSources, "madeOn" | "findings">,
): Promise<Uint8Array | undefined> {
  const { compared, locale, uri, against } = scene;
  const sources: ReportSources = {
    draft: compared.plan,
    draftName: fileName(uri),
    earlier: new Map(compared.documents.map((one) => [one.uri, one.plan])),
    locale,
    against,
    ...(findings ? { findings } : {}),
    ...(madeOn === undefined ? {} : { madeOn }),
  };
  const encoder = new TextEncoder();
  if (format === "html") return encoder.encode(comparisonHtml(compared.comparison, sources));
  if (format === "md") return encoder.encode(comparisonMarkdown(compared.comparison, sources));
  if (format !== "xlsx") return undefined;
  const { writeXlsx } = await import("../write/tables/writeXlsx.js");
  return writeXlsx(comparisonSheets(compareResult(scene), compareWords(locale, against)));
}

function comparisonSheets(result: CompareResult, words: CompareWords): TableSheet[] {
  const items = result.years.flatMap((year) =>
    flat(year.items).map((item): CellValue[] => [
      year.title,
      words.fates[item.fate],
      item.fate === "dropped" ? "" : item.path + item.title,
      item.pairs.map((pair) => pair.earlierName).join("；"),
      item.pairs.flatMap((pair) => pair.notes).join("；"),
      // Nobody answers for what another plan holds.
      ...(result.against === "earlier" ? [item.answer?.kind ?? "", item.answer?.note ?? ""] : []),
    ]),
  );
  const series = result.series.flatMap((one) =>
    one.points.map((point, i): CellValue[] => [
      i === 0 ? one.indicator : "",
      i === 0 ? one.changeName : "",
      point.year,
      point.value,
      point.source,
      point.item,
    ]),
  );
  return [
    {
      name: words.sheets.items,
      columns: columns(words.itemColumns, [18, 10, 26, 26, 24, 8, 16]),
      rows: items,
    },
    { name: words.sheets.series, columns: columns(words.seriesColumns, [22, 6, 6, 8, 20, 12]), rows: series },
  ];
}

function columns(titles: readonly string[], widths: readonly number[]): TableSheet["columns"] {
  return titles.map((title, i) => ({ title, width: widths[i] ?? 10 }));
}

function flat(items: readonly ComparedItem[]): ComparedItem[] {
  return items.flatMap((item) => [item, ...flat(item.children)]);
}
