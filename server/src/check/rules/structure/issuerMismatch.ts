import { linesOfRole } from "../../../plan/fewLines.js";
import { isIssuerLine } from "../../../plan/front.js";
import type { Located, PlanDocument } from "../../../plan/model.js";
import type { DocumentRule } from "../../rule.js";
import { matchesIn } from "../../../text/matches.js";
import { isAnotherOfKind, meansSame, normal, severalIn } from "./issuerNames.js";

export const issuerMismatch: DocumentRule = {
  id: "issuer-mismatch",
  subject: "structure",
  scope: "document",
  sees: { structure: ["lines", "frame"] },
  severity: "warning",
  title: { "zh-CN": "版头、标题与落款的机关名称一致", en: "The issuer of the head signs" },
  why: {
    "zh-CN":
      "署名应与版头、标题中的发文机关同一名称，写作两样，印章也对不上；另一个同类单位的名称，多半是套用它的文稿留下的。",
    en: "The signature gives the issuer as the head and the title do; the seal has one name only. Another body of the same kind was mostly left from its own plan.",
  },
  clause: { "zh-CN": "GB/T 9704-2012 7.2.4、7.3.1、7.3.5", en: "GB/T 9704-2012 7.2.4, 7.3.1, 7.3.5" },
  texts: {
    "zh-CN": {
      differs: "落款“{name}”与前面的发文机关“{other}”不一致。",
      other: "前面的发文机关",
      fix: "落款改为“{to}”",
      head: "前面改为“{to}”",
    },
    en: {
      differs: "The signature “{name}” is not the issuer given above, “{other}”.",
      other: "The issuer above",
      fix: "Sign as “{to}”",
      head: "Write “{to}” above",
    },
  },
  examples: [
    {
      bad: "中共云岭市委教育工作委员会\n关于印发2026年教育工作要点的通知\n各学校：\n现将要点印发给你们。\n⟦云岭市委教育工作委员会⟧\n2026年1月6日",
      good: "中共云岭市委教育工作委员会\n关于印发2026年教育工作要点的通知\n各学校：\n现将要点印发给你们。\n中共云岭市委教育工作委员会\n2026年1月6日",
    },
  ],
  *check(plan) {
    const heads = headIssuers(plan);
    const known = new Set(heads.flatMap(({ text }) => [text, ...severalIn(text)]).map(normal));
    for (const signature of signaturesOf(plan)) {
      const name = normal(signature.text);
      // Of several that issue together the head may name the first alone (党政机关公文处理工作条例第九条).
      if (known.has(name) || severalIn(signature.text).some((one) => known.has(normal(one)))) continue;
      const head =
        heads.find((one) => meansSame(normal(one.text), name)) ?? titleIssuer(plan, heads, signature);
      if (!head) continue;
      yield {
        span: signature.span,
        message: { key: "differs", fill: { name: signature.text, other: head.text } },
        related: [{ span: head.span, message: { key: "other" } }],
        fixes: [
          {
            title: { key: "fix", fill: { to: head.text } },
            edits: [{ span: signature.span, newText: head.text }],
            safe: false,
          },
          {
            title: { key: "head", fill: { to: signature.text } },
            edits: [{ span: head.span, newText: signature.text }],
            safe: false,
          },
        ],
      };
    }
  },
};

/** The bodies above the title, and the one that the title of the notice begins with. */
function headIssuers(plan: PlanDocument): Located[] {
  const above = plan.front.issuers
    .filter(({ text }) => !/转发|印发|批转/.test(text))
    .map(({ text, span }) => ({
      text: text.replace(/文件$/, ""),
      span: { start: span.start, end: span.end - (text.endsWith("文件") ? 2 : 0) },
    }));
  const firstItem = plan.items[0]?.start ?? plan.text.length;
  for (const line of linesOfRole(plan, "title")) {
    if (line.start >= firstItem) continue;
    const { text } = line.paragraph;
    const match = /^\s*([\u4e00-\u9fff]{4,30}?)关于/.exec(text);
    if (!match?.[1] || !isIssuerLine(match[1])) continue;
    const start = line.start + text.indexOf(match[1]);
    above.push({ text: match[1], span: { start, end: start + match[1].length } });
  }
  return above;
}

/** The body that the title begins with, where another of its kind signs alone: the name was left from its plan. */
function titleIssuer(plan: PlanDocument, heads: readonly Located[], signature: Located): Located | undefined {
  const title = plan.title;
  const name = /^\s*([\u4e00-\u9fff]{4,24}?)(?=20\d\d|[“"]?[一二三四五六七八九十]{2}五)/.exec(
    title?.text ?? "",
  )?.[1];
  if (!title || !name || heads.length > 0 || plan.front.signatures.length !== 1) return undefined;
  if (!isAnotherOfKind(normal(name), normal(signature.text))) return undefined;
  if (plan.text.indexOf(signature.text) !== signature.span.start) return undefined;
  const start = plan.text.indexOf(name, title.span.start);
  return { text: name, span: { start, end: start + name.length } };
}

/** The names below the notice or the plan, several of which may stand on one line. */
function signaturesOf(plan: PlanDocument): Located[] {
  const firstDate = plan.front.dates[0]?.span.start ?? plan.text.length;
  return plan.front.signatures
    .filter(({ span }) => span.start < firstDate)
    .flatMap(({ text, span }) =>
      matchesIn(text, /\S+(?: \S+)*/g).map((match) => ({
        text: match[0],
        span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
      })),
    );
}
