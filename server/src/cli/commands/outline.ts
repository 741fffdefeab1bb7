import type { Item, Located, PlanDocument } from "../../plan/model.js";
import { createPlanService } from "../../service/planService.js";
import type { OutlineNode } from "../../outline/outlineTree.js";
import { type Call, type Command, text } from "../command.js";
import { readOne } from "../inputs/readAll.js";
import { jsonRange, planYears } from "../reporters/json.js";
import { aName } from "../valueNames.js";

export const outline: Command = {
  usage: { "zh-CN": "outline <文件>", en: "outline <file>" },
  options: {
    format: {
      type: "string",
      choices: ["text", "json"],
      help: { "zh-CN": "输出格式（默认 text）", en: "Output format (text by default)" },
    },
    "stdin-name": {
      type: "string",
      value: aName,
      help: { "zh-CN": "标准输入的文稿叫什么", en: "A name for what comes from standard input" },
    },
  },
  async run(call) {
    const input = await readOne(call);
    if (!input) return 2;
    const service = createPlanService({ locale: call.locale });
    const plan = service.parse(input.text);
    const shown =
      text(call, "format") === "json"
        ? `${JSON.stringify(jsonOutline(input.source.path, plan), undefined, 2)}\n`
        : textOutline(plan, service.outline(plan), call);
    call.terminal.out(shown);
    return 0;
  },
};

function jsonOutline(path: string, plan: PlanDocument): object {
  const { front } = plan;
  const texts = (all: readonly Located[]): string[] => all.map((one) => one.text);
  return {
    version: 1,
    path,
    kind: plan.kind,
    title: plan.title?.text ?? null,
    planYears: planYears(plan),
    front: {
      issuers: texts(front.issuers),
      documentNumber: front.documentNumber?.text ?? null,
      date: front.date?.text ?? null,
      addressees: texts(front.addressees),
    },
    items: plan.roots.map((item) => jsonItem(plan, item)),
  };
}

function jsonItem(plan: PlanDocument, item: Item): object {
  const selection = { start: item.marker.span.start, end: Math.max(item.heading.end, item.marker.span.end) };
  const names = item.responsibilities.flatMap((one) => one.departments.map(({ name }) => name));
  return {
    level: item.level,
    marker: item.marker.text,
    style: item.marker.style,
    ordinal: item.marker.ordinal ?? null,
    title: item.title,
    range: jsonRange(plan, item.span),
    selectionRange: jsonRange(plan, selection),
    departments: [...new Set(names)],
    children: item.children.map((child) => jsonItem(plan, child)),
  };
}

function textOutline(plan: PlanDocument, nodes: readonly OutlineNode[], { terminal }: Call): string {
  const title = plan.title ? [terminal.paint("bold", plan.title.text)] : [];
  const lines = (all: readonly OutlineNode[], depth: number): string[] =>
    all.flatMap((node) => {
      const departments =
        node.departments.length > 0 ? terminal.paint("gray", `  ［${node.departments.join("、")}］`) : "";
      return [`${"  ".repeat(depth)}${node.name}${departments}`, ...lines(node.children, depth + 1)];
    });
  return [...title, ...lines(nodes, 0)].map((line) => `${line}\n`).join("");
}
