import type { TargetRow } from "../../ledger/targetLedger.js";
import type { PlanDocument } from "../../plan/model.js";
import { createPlanService } from "../../service/planService.js";
import { type Command, text } from "../command.js";
import { deliver } from "../files/deliver.js";
import { readAll, sayUnreadable } from "../inputs/readAll.js";
import { jsonRange } from "../reporters/json.js";
import { type TableFormat, tableText } from "../reporters/table.js";
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
    const result =
      format === "json"
        ? `${JSON.stringify({ version: 1, files: files.map(jsonFile), unreadable: inputs.unreadable }, undefined, 2)}\n`
        : tableText(
            {
              head: says(call.locale, "head").split("|"),
              rows: files.flatMap(({ path, rows }) =>
                rows.map((row) => [path, ...cells(row, says(call.locale, row.kind))]),
              ),
            },
            format as TableFormat,
          );
    const delivered = deliver(result, call);
    return inputs.unreadable.length > 0 ? 2 : delivered;
  },
};

function cells({ item, indicator, value, year, excerpt }: TargetRow, kind: string): string[] {
  return [item, indicator, value, year === null ? "" : String(year), kind, excerpt];
}

function jsonFile(file: {
  readonly path: string;
  readonly plan: PlanDocument;
  readonly rows: readonly TargetRow[];
}): object {
  const targets = file.rows.map(({ span, excerpt, ...row }) => ({
    ...row,
    range: jsonRange(file.plan, span),
    excerpt,
  }));
  return { path: file.path, targets };
}
