import type { TargetRow } from "../../ledger/targetLedger.js";
import type { PlanDocument } from "../../plan/model.js";
import type { EarlierPlan } from "../../compare/comparePlans.js";
import type { Planned } from "../../write/tables/planSheets.js";
import { createSession, type Session } from "../check/session.js";
import { type Call, type Command, type OptionTable, text, texts } from "../command.js";
import { says as saysOfEarlier } from "../earlier/earlierTexts.js";
import { planAround } from "../earlier/lookedFor.js";
import { deliver } from "../files/deliver.js";
import type { Unreadable } from "../inputs/findInputs.js";
import { readAll, sayUnreadable } from "../inputs/readAll.js";
import type { InputText } from "../inputs/readInput.js";
import { jsonRange, planYears } from "../reporters/json.js";
import { sheetsAs } from "../reporters/sheets.js";
import { tableText } from "../reporters/table.js";
import { catalogue } from "../texts/catalogue.js";
import { tableOptions } from "./tableOptions.js";
import { aFileOrFolder } from "../valueNames.js";

const says = catalogue({
  "zh-CN": {
    head: "文件|条目|指标|数值|年份|类别|原文",
    plannedHead: "文件|条目|指标|数值|年份|规划值|规划年份|类别|原文",
    goal: "目标",
    achievement: "已完成",
  },
  en: {
    head: "file|item|indicator|value|year|kind|clause",
    plannedHead: "file|item|indicator|value|year|plan's value|plan's year|kind|clause",
    goal: "goal",
    achievement: "achievement",
  },
});

const targetsOptions: OptionTable = {
  ...tableOptions,
  against: {
    type: "string",
    multiple: true,
    value: aFileOrFolder,
    help: {
      "zh-CN": "本稿所在时期的规划（默认在配置的 earlier、本稿旁边的文件夹里找；找不到就不列）",
      en: "The long-term plan to set beside (by default looked for where the configuration says, else beside the draft)",
    },
  },
};

export const targets: Command = {
  usage: { "zh-CN": "targets <文件>…", en: "targets <file>…" },
  options: targetsOptions,
  heeds: ["config"],
  async run(call) {
    const inputs = await readAll(call);
    if (!inputs) return 2;
    sayUnreadable(inputs.unreadable, call);
    const session = createSession(call);
    const files: Ledger[] = [];
    for (const input of inputs.texts) files.push(await ledgerOf(input, session));
    const isMissing = texts(call, "against").length > 0 && !files.some(({ fiveYear }) => fiveYear);
    if (isMissing) call.terminal.complain(saysOfEarlier(call.locale, "noFiveYear"));
    const format = text(call, "format") ?? "text";
    const delivered = await deliver(
      await shown(files, { format, unreadable: inputs.unreadable }, call),
      call,
    );
    return inputs.unreadable.length > 0 || isMissing ? 2 : delivered;
  },
};

interface Ledger {
  readonly path: string;
  readonly plan: PlanDocument;
  readonly rows: readonly TargetRow[];
  /** The plan of the years that the draft falls into, and what it asks of the same indicators, row by row. */
  readonly fiveYear: EarlierPlan | undefined;
  readonly planned: Planned;
}

async function ledgerOf({ text: content, source }: InputText, session: Session): Promise<Ledger> {
  const service = await session.serviceFor(source.file);
  const plan = service.parse(content);
  const rows = service.targets(plan);
  const draft = { plan, path: source.path, file: source.file };
  const asked = texts(session.call, "against");
  const isLong = plan.kind === "long-term-plan";
  const found = isLong ? undefined : await planAround(draft, { asked, kind: "five-year" }, session);
  const fiveYear = found?.plans[0];
  const planned = fiveYear && service.planned(plan, fiveYear.plan);
  return { path: source.path, plan, rows, fiveYear, planned };
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
    const sheets = files.map(({ plan, path, rows, planned }) => ({
      ...targetSheet(rows, locale, planned),
      ...(files.length > 1 ? { name: plan.title?.text ?? path } : {}),
    }));
    return await sheetsAs(format, sheets);
  }
  const isPlanned = files.some(({ fiveYear }) => fiveYear);
  const rows = files.flatMap(({ path, rows: own, planned = [] }) =>
    own.map(({ item, indicator, value, year, kind, excerpt }, i) => {
      const beside = isPlanned ? [planned[i]?.value ?? "", shownYear(planned[i]?.year)] : [];
      return [path, item, indicator, value, shownYear(year), ...beside, says(locale, kind), excerpt];
    }),
  );
  return tableText({ head: says(locale, isPlanned ? "plannedHead" : "head").split("|"), rows });
}

function shownYear(year: number | null | undefined): string {
  return String(year ?? "");
}

function jsonFile(file: Ledger): object {
  const { path, plan, rows, fiveYear, planned } = file;
  const targets = rows.map(({ span, excerpt, ...row }, i) => ({
    ...row,
    planned: planned?.[i] ?? null,
    range: jsonRange(plan, span),
    excerpt,
  }));
  const beside = fiveYear && {
    path: fiveYear.name,
    title: fiveYear.plan.title?.text ?? null,
    planYears: planYears(fiveYear.plan),
  };
  return { path, fiveYear: beside ?? null, targets };
}
