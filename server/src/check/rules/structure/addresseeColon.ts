import type { Line, PlanDocument } from "../../../plan/model.js";
import type { DocumentRule } from "../../rule.js";

/** Each name of the line ends as bodies do; the line says nothing but names. */
const NAME_END =
  /(?:[局委办厅科处室院校部会组府站所馆队镇乡园区]|中心|单位|部门|学校|街道|公司|机构|机关|集团|企业|高校)(?:[（(][^（()）]{1,12}[）)])?$/;
const CLASS_AT_HEAD =
  /^(?:各|局属|局直|直属|机关各|全[市县区省]各|[市县区省]直|[市县区省]属|中小学|有关|相关)/;

export const addresseeColon: DocumentRule = {
  id: "addressee-colon",
  subject: "structure",
  scope: "document",
  sees: { structure: ["lines", "frame"] },
  severity: "warning",
  title: { "zh-CN": "主送机关后用全角冒号", en: "The line of addressees ends with a colon" },
  why: {
    "zh-CN": "主送机关顶格写，最后一个机关名称后标全角冒号，漏了就与正文连成一气。",
    en: "The last addressee is followed by a full-width colon; without it the line runs into the text.",
  },
  clause: { "zh-CN": "GB/T 9704-2012 7.3.2", en: "GB/T 9704-2012 7.3.2" },
  texts: {
    "zh-CN": {
      missing: "主送机关后缺全角冒号。",
      wrong: "主送机关后应为全角冒号，不是“{found}”。",
      fix: "改为“：”",
    },
    en: {
      missing: "The line of addressees lacks its full-width colon.",
      wrong: "The line of addressees ends with a full-width colon, not “{found}”.",
      fix: "Put “：”",
    },
  },
  examples: [
    {
      bad: "云岭市教育局关于印发2026年工作要点的通知\n⟦各县（市、区）教育局，局直属各学校⟧\n现将要点印发给你们，请认真落实。",
      good: "云岭市教育局关于印发2026年工作要点的通知\n各县（市、区）教育局，局直属各学校：\n现将要点印发给你们，请认真落实。",
    },
  ],
  *check(plan) {
    const line = unclosedAddressees(plan);
    if (!line) return;
    const { text } = line.paragraph;
    const end = text.trimEnd().length;
    const start = line.start + text.length - text.trimStart().length;
    const found = /[。，；、,;.]$/.exec(text.slice(0, end))?.[0] ?? "";
    const span = { start: line.start + end - found.length, end: line.start + end };
    yield {
      span: { start, end: span.end },
      message: { key: found === "" ? "missing" : "wrong", fill: { found } },
      fixes: [{ title: { key: "fix" }, edits: [{ span, newText: "：" }], safe: true }],
    };
  },
};

/** The line right below the title that names bodies and nothing else, where no line is closed by a colon. */
function unclosedAddressees(plan: PlanDocument): Line | undefined {
  if (plan.front.addressLine) return undefined;
  const first = plan.items[0]?.start ?? plan.text.length;
  const titleAt = plan.lines.findIndex((line) => line.role === "title");
  if (titleAt === -1) return undefined;
  const next = plan.lines
    .slice(titleAt + 1)
    .find((line) => line.role !== "blank" && line.role !== "document-number");
  if (!next || next.start >= first || next.role !== "body" || next.paragraph.marker) return undefined;
  return namesOnly(next.paragraph.text.trim()) ? next : undefined;
}

function namesOnly(text: string): boolean {
  if (text.length > 240 || !CLASS_AT_HEAD.test(text)) return false;
  const bare = text.replace(/[。，；、,;.]$/, "").replace(/[（(][^（()）]{1,16}[）)]/g, "");
  return bare.split(/[、，,；;]/).every((name) => name.length <= 30 && NAME_END.test(name.trim()));
}
