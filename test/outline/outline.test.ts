import assert from "node:assert/strict";
import { folds } from "../../server/src/outline/folds.js";
import { type OutlineNode, outlineTree } from "../../server/src/outline/outlineTree.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

function names(text: string): string[] {
  const flat = (nodes: readonly OutlineNode[], depth: number): string[] =>
    nodes.flatMap((node) => ["  ".repeat(depth) + node.name, ...flat(node.children, depth + 1)]);
  return flat(outlineTree(parsePlan(text)), 0);
}

function folded(text: string): string[] {
  const plan = parsePlan(text);
  return folds(plan).map(({ span }) => plan.text.slice(span.start, span.end));
}

describe("大纲", () => {
  it("序号加标题，按层级相套", () => {
    assert.deepEqual(names("一、党建\n（一）学习\n1.读书。每月一次。\n2.讨论。\n二、教学\n3.备课。"), [
      "一、党建",
      "  （一）学习",
      "    1.读书",
      "    2.讨论",
      "二、教学",
      "  3.备课",
    ]);
  });

  it("章节条与标题之间空一格，其余不空", () => {
    assert.deepEqual(names("第一章　总则\n第一节　目标\n一、甲\n二、乙\n第二章　附则"), [
      "第一章 总则",
      "  第一节 目标",
      "    一、甲",
      "    二、乙",
      "第二章 附则",
    ]);
  });

  it("责任科室不重复", () => {
    const text =
      "一、任务\n（一）甲。做好。\n责任科室：基教科 基教科 教研室\n（二）乙。做完。\n责任科室：办公室";
    const [task] = outlineTree(parsePlan(text));
    assert.deepEqual(task?.children[0]?.departments, ["基教科", "教研室"]);
  });

  it("空文稿没有大纲", () => {
    assert.deepEqual(names(""), []);
  });
});

describe("折叠", () => {
  it("有下文的条目可折叠，末尾的空行不在其内", () => {
    assert.deepEqual(folded("一、甲\n正文。\n\n二、乙\n"), ["一、甲\n正文。"]);
  });

  it("父条目连同子条目", () => {
    assert.deepEqual(folded("一、甲\n（一）子。\n（二）丑。\n尾。\n二、乙"), [
      "一、甲\n（一）子。\n（二）丑。\n尾。",
      "（二）丑。\n尾。",
    ]);
  });

  it("网页抓来的元数据收作一块", () => {
    const text =
      "索引号：YL-1\n发布机构：云岭市教育局\n成文日期：2026-02-25\n\n云岭市教育局2026年工作要点\n一、甲\n正文。";
    assert.equal(folded(text)[0], "索引号：YL-1\n发布机构：云岭市教育局\n成文日期：2026-02-25");
  });
});
