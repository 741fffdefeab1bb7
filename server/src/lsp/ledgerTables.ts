import type { Locale } from "../check/rule.js";
import type { Item, PlanDocument } from "../plan/model.js";
import type { PlanService } from "../service/planService.js";
import { targetSheet, taskSheet } from "../write/tables/planSheets.js";
import { rowsOf, type TableSheet } from "../write/tables/sheet.js";
import { writeCsv } from "../write/tables/writeCsv.js";
import type { LedgerTable, OverviewNode } from "./compareProtocol.js";
import { toRange } from "./toLsp.js";

/** A draft with the one who counts it. */
export interface LedgerScene {
  readonly plan: PlanDocument;
  readonly service: PlanService;
  readonly locale: Locale;
  /** The plan of the years that the draft falls into, where there is one. */
  readonly fiveYear: PlanDocument | undefined;
}

/** 责任分工表, each row with the place of its task. */
export function tasksTable({ plan, service, locale }: LedgerScene): LedgerTable {
  const tasks = service.tasks(plan);
  const headings = new Map(plan.items.map((item) => [item.span.start, item.heading]));
  return tableOf(
    taskSheet(plan, tasks, locale),
    tasks.map(({ span }) => toRange(plan, headings.get(span.start) ?? span)),
  );
}

/** 指标台账, each row with the place of the clause that states it. */
export function targetsTable(scene: LedgerScene): LedgerTable {
  const { plan } = scene;
  const targets = scene.service.targets(plan);
  return tableOf(
    targetsSheet(scene),
    targets.map(({ span }) => toRange(plan, span)),
  );
}

function targetsSheet({ plan, service, locale, fiveYear }: LedgerScene): TableSheet {
  return targetSheet(service.targets(plan), locale, fiveYear && service.planned(plan, fiveYear));
}

function tableOf(sheet: TableSheet, ranges: readonly LedgerTable["rows"][number]["range"][]): LedgerTable {
  const nowhere = { line: 0, character: 0 };
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ title }) => title),
    rows: sheet.rows.map((cells, i) => ({
      cells: cells.map((cell) => cell ?? ""),
      range: ranges[i] ?? { start: nowhere, end: nowhere },
    })),
  };
}

/** The outline with departments and targets. */
export function overview({ plan }: Pick<LedgerScene, "plan">): OverviewNode[] {
  const node = (item: Item): OverviewNode => ({
    marker: item.marker.text,
    title: item.title,
    departments: [
      ...new Set(item.responsibilities.flatMap((one) => one.departments.map(({ name }) => name))),
    ],
    targets: item.targets
      .filter(({ kind }) => kind === "goal")
      .map(({ indicator, value, year, valueSpan }) => ({
        text: `${indicator} ${value}`.trim(),
        year: year ?? null,
        range: toRange(plan, valueSpan),
      })),
    range: toRange(plan, item.heading),
    children: item.children.map(node),
  });
  return plan.roots.map(node);
}

/** The tables as bytes of a file; undefined for a format that cannot hold them. */
export async function exportedTables(
  scene: LedgerScene,
  { what, format }: { readonly what: string; readonly format: string },
): Promise<Uint8Array | undefined> {
  const { plan, service, locale } = scene;
  const sheets = [
    ...(what === "targets" ? [] : [taskSheet(plan, service.tasks(plan), locale)]),
    ...(what === "tasks" ? [] : [targetsSheet(scene)]),
  ];
  if (format === "csv" && sheets[0] && sheets.length === 1)
    return new TextEncoder().encode(writeCsv(rowsOf(sheets[0])));
  if (format !== "xlsx") return undefined;
  const { writeXlsx } = await import("../write/tables/writeXlsx.js");
  return writeXlsx(sheets);
}
