import type { TargetRow } from "../../ledger/targetLedger.js";
import type { PlanDocument } from "../../plan/model.js";
import { createPlanService } from "../../service/planService.js";
import { type Call, type Command, text } from "../command.js";
import { deliver } from "../files/deliver.js";
import type { Unreadable } from "../inputs/findInputs.js";
import { readAll, sayUnreadable } from "../inputs/readAll.js";
import { jsonRange } from "../reporters/json.js";
import { sheetsAs } from "../reporters/sheets.js";
import { tableText } from "../reporters/table.js";
import { catalogue } from "../texts/catalogue.js";
import { tableOptions } from "./tableOptions.js";

const says = catalogue({
  "zh-CN": {
    head: "文件|条目|指标|数值|年份|类别|原文",
    goal: "目标",
    achievement: "已完成",
  },
  en: {
    head: "file|item|indicator|value|year|kind|clause",
    goal: "goal",
    achievement: "achievement",
  },
});

export const targets: Command = {
  usage: "targets <file>…",
  options: tableOptions,
  async run(call) {
    const inputs = await readAll(call);
    if (!inputs) return 2;
    sayUnreadable(inputs.unreadable, call);
    const service = createPlanService({ locale: call.locale });
    const files = inputs.texts.map((input) => {
      const plan = service.parse(input.text);
      return { path: input.source.path, plan, rows: service.targets(plan) };
    });
    const format = text(call, "format") ?? "text";
    const delivered = deliver(await shown(files, { format, unreadable: inputs.unreadable }, call), call);
    return inputs.unreadable.length > 0 ? 2 : delivered;
  },
};

interface Ledger {
  readonly path: string;
  readonly plan: PlanDocument;
  readonly rows: readonly TargetRow[];
}

async function shown(
  files: readonly Ledger[],
  { format, unreadable }: { readonly format: string; readonly unreadable: readonly Unreadable[] },
  { locale }: Call,
): Promise<string | Uint8Array> {
  if (format === "json") {
    return `${JSON.stringify({ version: 1, files: files.map(jsonFile), unreadable }, undefined, 2)}\n`;
  }
  if (format !== "text") {
    const { targetSheet } = await import("../../write/tables/planSheets.js");
    const sheets = files.map(({ plan, path, rows }) => ({
      ...targetSheet(rows, locale),
      ...(files.length > 1 ? { name: plan.title?.text ?? path } : {}),
    }));
    return await sheetsAs(format, sheets);
  }
  const rows = files.flatMap((file) =>
    file.rows.map((row) => [file.path, ...cells(row, says(locale, row.kind))]),
  );
  return tableText({ head: says(locale, "head").split("|"), rows });
}

function cells({ item, indicator, value, year, excerpt }: TargetRow, kind: string): string[] {
  return [item, indicator, value, year === null ? "" : String(year), kind, excerpt];
}

function jsonFile(file: Ledger): object {
  const targets = file.rows.map(({ span, excerpt, ...row }) => ({
    ...row,
    range: jsonRange(file.plan, span),
    excerpt,
  }));
  return { path: file.path, targets };
}
