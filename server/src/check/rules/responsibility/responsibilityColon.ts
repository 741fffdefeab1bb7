import { linesMatching } from "../../../plan/linesHolding.js";
import type { PlanDocument } from "../../../plan/model.js";
import { lineSpan } from "../../../text/lines.js";
import { replace } from "../../../text/span.js";
import type { DocumentRule } from "../../rule.js";
import { where } from "../../sees.js";
import { responsibilitiesIn } from "./departmentUses.js";

/** The label of a line, what stands in place of its colon, and the rest. */
const LINE =
  /^[ \t\u3000]*((?:责任|牵头|承办|主办|配合)(?:科室|单位|部门|处室|股室))([ \t\u3000]*[、，,；;]?[ \t\u3000]*)([^ \t\u3000：:、，,；;。！？][^：:。！？]{1,80})$/;
const LABELS = /(?:责任|牵头|承办|主办|配合)(?:科室|单位|部门|处室|股室)[ \t\u3000]*[^ \t\u3000：:\r\n]/g;
/** So many lines of the draft have the colon, before another is told that it has lost it. */
const USUAL = 3;

export const responsibilityColon: DocumentRule = {
  id: "responsibility-colon",
  subject: "responsibility",
  scope: "document",
  sees: { responsibilities: true, words: where(LINE) },
  severity: "warning",
  title: { "zh-CN": "“责任科室”后用冒号", en: "A label of responsibility has its colon" },
  why: {
    "zh-CN":
      "漏了冒号，“责任科室办公室”读着像一个科室，照着抽取责任分工表时这一条就没有了责任。只在本稿别处都用冒号、其后又都是本稿里的科室时提示。",
    en: "Without its colon the line reads as one name, and the task table drops it. Told only where the other lines have it and all that follows are departments of this draft.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": { lost: "“{label}”后漏了冒号。", fix: "改为“{label}：”" },
    en: { lost: "“{label}” has lost its colon.", fix: "Change to “{label}：”" },
  },
  examples: [
    {
      bad: "一、任务\n1.建园。年内开工。\n责任科室：基教科\n2.招生。均衡编班。\n责任科室：办公室\n3.培训。全员参训。\n责任科室：人事科\n4.督导。逐校督导。\n⟦责任科室⟧办公室",
      good: "一、任务\n1.建园。年内开工。\n责任科室：基教科\n2.招生。均衡编班。\n责任科室：办公室\n3.培训。全员参训。\n责任科室：人事科\n4.督导。逐校督导。\n责任科室：办公室",
    },
  ],
  *check(plan, context) {
    const lines = linesMatching(plan, LABELS);
    if (lines.length === 0) return;
    const known = new Set(
      responsibilitiesIn(plan, context).flatMap(({ departments }) => departments.map(({ name }) => name)),
    );
    const usual = new Map<string, boolean>();
    for (const index of lines) {
      const { start, end } = lineSpan(plan.text, plan.starts, index);
      const found = LINE.exec(plan.text.slice(start, end).trimEnd());
      if (!found || !areNames(found[3] ?? "", known)) continue;
      const label = found[1] ?? "";
      if (!usual.has(label)) usual.set(label, isUsual(plan, label));
      if (!usual.get(label)) continue;
      const at = start + found[0].indexOf(label);
      const labelEnd = at + label.length;
      yield {
        span: { start: at, end: labelEnd },
        message: { key: "lost", fill: { label } },
        fixes: [
          {
            title: { key: "fix", fill: { label } },
            edits: [replace({ start: labelEnd, end: labelEnd + (found[2]?.length ?? 0) }, "：")],
            safe: false,
          },
        ],
      };
    }
  },
};

function areNames(text: string, known: ReadonlySet<string>): boolean {
  return text.split(/[、，,；;\s]+/).every((name) => known.has(name));
}

function isUsual({ text }: PlanDocument, label: string): boolean {
  let count = 0;
  for (let at = text.indexOf(label); at !== -1 && count < USUAL; at = text.indexOf(label, at + 1))
    if (/[：:]/.test(text.charAt(at + label.length))) count++;
  return count >= USUAL;
}
