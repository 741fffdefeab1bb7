import assert from "node:assert/strict";
import { folds } from "../../server/src/outline/folds.js";
import { outlineChapters } from "../../server/src/outline/outlineChapters.js";
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

describe("大纲的各章", () => {
  const words = Array.from({ length: 20 }, () => "逐项抓好落实，每月通报一次进展。");
  const draft = [
    "云岭市教育局2026年工作要点",
    ...["一、甲", ...words],
    ...["二、乙", ...words, "（一）丑。健全机制，按季调度。", "责任科室：办公室", ...words],
    ...["三、丙", ...words],
    ...["四、丁", ...words],
  ].join("\n");
  const known = (from: string, to: string): boolean[] => {
    const before = parsePlan(draft);
    const old = new Set(outlineChapters(before).map(({ key }) => key));
    const now = parsePlan(draft.replace(from, to), before);
    const chapters = outlineChapters(now);
    assert.deepEqual(
      chapters.map(({ node }) => node()),
      outlineTree(parsePlan(now.text)),
    );
    return chapters.map(({ key }) => old.has(key));
  };

  it("没有改到的章认得出来，改到的和挨着的不算", () => {
    assert.deepEqual(known("按季", "按旬"), [true, false, true, true]);
    assert.deepEqual(known("责任科室", "责任育科室"), [true, false, true, true]);
    assert.deepEqual(known("三、丙", "三、丙丁"), [true, false, false, true]);
  });

  it("添了一行、并了一章，别的章照旧", () => {
    assert.deepEqual(known("，按季调度", "。\n按季调度"), [true, false, true, true]);
    assert.deepEqual(known("三、丙\n", "丙，"), [true, false, true]);
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
