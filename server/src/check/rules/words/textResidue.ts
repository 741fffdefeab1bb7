import type { Line, PlanDocument } from "../../../plan/model.js";
import type { Edit, Span } from "../../../text/span.js";
import type { DocumentRule, Fix, Remark, RuleContext } from "../../rule.js";
import { drafted, siteLines, wantedDraftedLines } from "./drafted.js";
import { MACHINE_MARKS, type MachineSlip, machineSlips, slipsAndLength, slipsAt } from "./machineSlips.js";
import { remove, sureFix } from "./mending.js";
import { pieceNumbers, siteResidue } from "./siteLines.js";

/** More codes than this in one draft are one finding. */
const MANY = 3;

export const textResidue: DocumentRule = {
  id: "text-residue",
  subject: "words",
  scope: "document",
  sees: { structure: ["lines", "frame"], words: drafted(slipsAndLength) },
  wants: MACHINE_MARKS,
  severity: "warning",
  title: { "zh-CN": "不留转换、网页、识别的残迹", en: "No residue of conversion, pages or scanning" },
  why: {
    "zh-CN": "书签、页码、“扫码浏览”、认错的数字随文印发，一看就知道没有人通读过。",
    en: "A bookmark, a page number or a misread figure in an issued plan shows that nobody read it through.",
  },
  clause: { "zh-CN": "通行做法（国家标准未作规定）", en: "Practice; the standards are silent" },
  texts: {
    "zh-CN": {
      code: "软件留下的“{found}”不是正文。",
      codes: "软件留下的代码共{count}处，不是正文。",
      misread: "“{found}”像是识别错误，或为“{right}”。",
      site: "网页、文库或分页留下的文字共{count}行，不是正文。",
      pieces: "文库分块的序号共{pieces}个，夹在正文中间，切断了句子。",
      both: "网页、文库留下的文字共{count}行，另有分块序号{pieces}个切断了句子，都不是正文。",
      more: "还有这里",
      fix: "删去",
      change: "改为“{right}”",
    },
    en: {
      code: "“{found}” was left by a program.",
      codes: "{count} codes were left by a program.",
      misread: "“{found}” looks misread; it may be “{right}”.",
      site: "{count} lines of a web page, a sharing site or page numbers are none of the text.",
      pieces: "{pieces} numbers that a site gave to its pieces cut sentences in two.",
      both: "{count} lines of a site, and {pieces} numbers that it gave to its pieces, are none of the text.",
      more: "Here too",
      fix: "Remove",
      change: "Change to “{right}”",
    },
  },
  examples: [
    { bad: "完善电子档案⟦[bookmark: _GoBack]⟧和反馈制度。", good: "完善电子档案和反馈制度。" },
    { bad: "实施教育信息化⟦2.O⟧行动。", good: "实施教育信息化2.0行动。发展O2O服务，治理H2O污染。" },
  ],
  *check(plan, context) {
    yield* siteRemarks(plan, context);
    const found = wantedDraftedLines(plan, context).flatMap(({ paragraph, start }) =>
      slipsAt(start, context.ofParagraph("machineSlips", paragraph, machineSlips)),
    );
    const codes = found.filter((slip) => slip.key === "code");
    if (codes.length > MANY) yield codesRemark(codes);
    for (const slip of found)
      if (slip.key !== "code" || codes.length <= MANY) yield slipRemark(plan.text, slip);
  },
};

function slipRemark(text: string, slip: MachineSlip): Remark {
  const found = text.slice(slip.span.start, slip.span.end);
  const fixes = slip.right.map((right): Fix => {
    const title = right === "" ? { key: "fix" } : { key: "change", fill: { right } };
    return { title, edits: [{ span: slip.span, newText: right }], safe: slip.sure };
  });
  const maybe = slip.right.join("”或“");
  const key = slip.key === "code" ? "code" : "misread";
  return { span: slip.span, message: { key, fill: { found, right: maybe } }, fixes };
}

function codesRemark(codes: readonly MachineSlip[]): Remark {
  const sure = codes.filter((slip) => slip.sure);
  const edits = sure.map((slip): Edit => ({ span: slip.span, newText: slip.right[0] ?? "" }));
  return {
    span: codes[0]?.span as Span,
    message: { key: "codes", fill: { count: codes.length } },
    fixes: edits.length > 0 ? [sureFix(edits)] : [],
  };
}

function* siteRemarks(plan: PlanDocument, context: RuleContext): Generator<Remark> {
  const runs = siteResidue(plan, siteLines(plan, context));
  const pieces = pieceNumbers(plan).map(({ line, length }) => ({
    start: line.start,
    end: line.start + length,
  }));
  const [first, ...others] = [...runs.map((run) => spanOfLines(run.lines)), ...pieces.slice(0, 1)];
  if (!first) return;
  const edits = [
    ...runs.map((run) => withBreak(plan.text, spanOfLines(run.lines))),
    ...pieces.map((at) => remove(at.start, at.end)),
  ];
  const count = runs.reduce((sum, run) => sum + run.lines.length, 0);
  const key = pieces.length === 0 ? "site" : runs.length === 0 ? "pieces" : "both";
  yield {
    span: first,
    message: { key, fill: { count, pieces: pieces.length } },
    fixes: [{ title: { key: "fix" }, edits, safe: pieces.length === 0 && runs.every((run) => run.sure) }],
    related: others.map((span) => ({ span, message: { key: "more" } })),
  };
}

function spanOfLines(lines: readonly Line[]): Span {
  const last = lines.at(-1);
  return { start: lines[0]?.start ?? 0, end: (last?.start ?? 0) + (last?.paragraph.text.length ?? 0) };
}

/** Lines go with the break behind them, at the end of the text with the one before. */
function withBreak(text: string, { start, end }: Span): Edit {
  const behind = /^\r?\n|^\r/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  if (behind > 0) return remove(start, end + behind);
  const before = /\r?\n$|\r$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  return remove(start - before, end);
}
