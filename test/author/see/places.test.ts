import assert from "node:assert/strict";
import { definitionAt } from "../../../server/src/author/see/definitionAt.js";
import { documentLinks } from "../../../server/src/author/see/documentLinks.js";
import { references, renameDepartment } from "../../../server/src/author/see/references.js";
import { selectionRanges } from "../../../server/src/author/see/selectionRanges.js";
import type { TokenType } from "../../../server/src/author/see/semanticTokens.js";
import { subjectAt } from "../../../server/src/author/see/subject.js";
import { parsePlan } from "../../../server/src/plan/parsePlan.js";
import { applyEdits } from "../../../server/src/text/span.js";
import { marked, withMarks } from "../marked.js";
import { tokensOf } from "../tokens.js";

const roster = [{ full: "基础教育科", aliases: ["基教科"] }];

/** The draft with every place of the thing at the caret marked. */
function places(text: string): string {
  const { plan, offset } = marked(text);
  const found = subjectAt(plan, offset, roster);
  return found ? withMarks(plan.text, references(plan, found.subject, roster)) : "—";
}

describe("同一事物的各处", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "科室：全称、别称、行文中的提及，较长的名称除外",
      "一、甲\n（一）子。由基教科报送，市基础教育科学院参加。\n责任科室：基础｜教育科、办公室",
      "一、甲\n（一）子。由⟦基教科⟧报送，市基础教育科学院参加。\n责任科室：⟦基础教育科⟧、办公室",
    ],
    [
      "指标",
      "一、甲\n到2027年，义务教育巩固率达到9｜9%。\n二、乙\n提高义务教育巩固率。",
      "一、甲\n到2027年，⟦义务教育巩固率⟧达到99%。\n二、乙\n提高⟦义务教育巩固率⟧。",
    ],
    [
      "文件",
      "一、甲\n落实《教育｜规划》。\n二、乙\n对照《教育规划》。",
      "一、甲\n落实《⟦教育规划⟧》。\n二、乙\n对照《⟦教育规划⟧》。",
    ],
    [
      "条目与对它的引用",
      "一、甲\n（｜一）子。\n（二）丑，见第（一）项。",
      "一、甲\n⟦（一）⟧子。\n（二）丑，见⟦第（一）项⟧。",
    ],
    ["行文处没有", "一、甲\n落｜实责任。", "—"],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(places(before), after));
});

describe("科室改名", () => {
  const text = "一、甲\n（一）子。请基教科牵头。\n责任科室：基础教育科、办公室\n（二）丑。\n责任科室：基教科";
  it("全称和别称一并改，别的名称不动", () => {
    const edits = renameDepartment(parsePlan(text), ["基础教育科", "基教科"], { name: "义务教育科", roster });
    assert.equal(
      applyEdits(text, edits),
      "一、甲\n（一）子。请义务教育科牵头。\n责任科室：义务教育科、办公室\n（二）丑。\n责任科室：义务教育科",
    );
  });
  it("改成其中一个名称，只动其余各处", () => {
    const edits = renameDepartment(parsePlan(text), ["基础教育科", "基教科"], { name: "基础教育科", roster });
    assert.equal(edits.length, 2);
  });
});

describe("转到定义", () => {
  const jump = (text: string): string => {
    const { plan, offset } = marked(text);
    const found = definitionAt(plan, offset, roster);
    if (!found) return "—";
    if (found.kind === "place") return plan.text.slice(found.to.start, found.to.end);
    return found.kind === "document" ? `《${found.title}》` : found.names.join("/");
  };
  const cases: readonly (readonly [string, string, string])[] = [
    ["见第几项", "一、甲\n（一）子。\n（二）丑，见第（｜一）项。", "（一）子"],
    ["附件", "一、甲\n见附｜件2。\n附件1\n清单\n附件2\n表", "附件2"],
    ["书名号", "一、甲\n落实《教育｜规划》。", "《教育规划》"],
    ["科室", "一、甲\n（一）子。\n责任科室：基教｜科", "基础教育科/基教科"],
    [
      "指标：本稿最先写明要达到多少之处",
      "云岭市2026年工作要点\n一、甲\n2026年学前教育毛入园率达到96%。\n二、乙\n确保学前教育毛｜入园率达到96%。",
      "学前教育毛入园率",
    ],
    ["指不到条目的没有", "一、甲\n（一）子，见第（｜九）项。", "—"],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.equal(jump(text), expected));
});

describe("扩大选择", () => {
  it("句、段、条、章，一层套一层", () => {
    const { plan, offset } = marked(
      "一、甲\n（一）子。先做“好｜。”再做完。\n责任科室：办公室\n（二）丑。\n二、乙",
    );
    const found = selectionRanges(plan, offset).map(({ start, end }) => plan.text.slice(start, end));
    assert.deepEqual(found, [
      "先做“好。”",
      "（一）子。先做“好。”再做完。",
      "（一）子。先做“好。”再做完。\n责任科室：办公室",
      "一、甲\n（一）子。先做“好。”再做完。\n责任科室：办公室\n（二）丑。",
      plan.text,
    ]);
  });
  it("空文稿也有答复", () => assert.deepEqual(selectionRanges(parsePlan(""), 0), []));
});

describe("着色", () => {
  const coloured = (text: string): [TokenType, string][] => {
    const plan = parsePlan(text);
    return tokensOf(plan).map(({ type, span }) => [type, plan.text.slice(span.start, span.end)]);
  };
  it("序号、科室、指标、数值、年份、文件各有其类", () => {
    assert.deepEqual(
      coloured(
        "一、甲\n（一）子。落实《2025年计划》，到2027年，义务教育巩固率达到99%。\n责任科室：办公室、督导室",
      ),
      [
        ["marker", "一、"],
        ["marker", "（一）"],
        ["document", "《2025年计划》"],
        ["year", "到2027年"],
        ["indicator", "义务教育巩固率"],
        ["value", "99%"],
        ["department", "办公室"],
        ["department", "督导室"],
      ],
    );
  });
  it("指标名隔着数值的，数值仍是数值", () => {
    const found = coloured("一、甲\n新建幼儿园3所、小学5所。");
    assert.ok(found.some(([type, text]) => type === "value" && text === "3所"));
  });
});

describe("文中的文件名", () => {
  const documents = [
    { title: "云岭市2025年工作要点", fileName: "2025要点.plan", target: "a" },
    { title: "教育规划", fileName: "规划.docx", target: "b" },
  ];
  it("书名号里的标题和带扩展名的文件名", () => {
    const text = "一、甲\n对照《云岭市2025年工作要点》，详见2025要点.plan和规划.docx，另见其他.docx。";
    const links = documentLinks(parsePlan(text), documents);
    assert.equal(
      withMarks(
        text,
        links.map((link) => link.span),
      ),
      "一、甲\n对照《⟦云岭市2025年工作要点⟧》，详见⟦2025要点.plan⟧和⟦规划.docx⟧，另见其他.docx。",
    );
    assert.deepEqual(
      links.map((link) => link.target),
      ["a", "a", "b"],
    );
  });
});
