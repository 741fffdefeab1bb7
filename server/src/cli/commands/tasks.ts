import { createPlanService } from "../../service/planService.js";
import { type Command, text } from "../command.js";
import { deliver } from "../files/deliver.js";
import { readOne } from "../inputs/readAll.js";
import { jsonRange } from "../reporters/json.js";
import { sheetsAs } from "../reporters/sheets.js";
import { tableText } from "../reporters/table.js";
import { catalogue } from "../texts/catalogue.js";
import { tableOptions } from "./tableOptions.js";

const says = catalogue({
  "zh-CN": { head: "序号|任务|牵头|责任科室|时限|指标" },
  en: { head: "number|task|lead|departments|deadline|targets" },
});

export const tasks: Command = {
  usage: { "zh-CN": "tasks <文件>", en: "tasks <file>" },
  options: tableOptions,
  async run(call) {
    const input = await readOne(call);
    if (!input) return 2;
    const service = createPlanService({ locale: call.locale });
    const plan = service.parse(input.text);
    const rows = service.tasks(plan);
    const format = text(call, "format") ?? "text";
    if (format === "json") {
      const all = rows.map(({ span, ...row }) => ({ ...row, range: jsonRange(plan, span) }));
      const value = { version: 1, path: input.source.path, tasks: all };
      return await deliver(`${JSON.stringify(value, undefined, 2)}\n`, call);
    }
    if (format !== "text") {
      const { taskSheet } = await import("../../write/tables/planSheets.js");
      return await deliver(await sheetsAs(format, [taskSheet(plan, rows, call.locale)]), call);
    }
    const table = {
      head: says(call.locale, "head").split("|"),
      rows: rows.map((row) => [
        row.path.join(""),
        row.title,
        row.lead.join("、"),
        row.departments.join("、"),
        row.deadline,
        row.targets.join("；"),
      ]),
    };
    return await deliver(tableText(table), call);
  },
};
