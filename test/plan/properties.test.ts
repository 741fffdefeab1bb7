import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Item, PlanDocument } from "../../server/src/plan/model.js";
import { parseBeside, parsePlan } from "../../server/src/plan/parsePlan.js";

const folder = "examples/bureau";
const drafts = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".plan"))
  .map((name) => readFileSync(join(folder, name), "utf8"));

/** Pieces that drafts are made of, and what is most likely to upset a reader of them. */
const piece = fc.oneof(
  fc.constantFrom(
    "一、",
    "（一）",
    "(二)",
    "1.",
    "１．",
    "（1）",
    "①",
    "第一章 ",
    "()",
    "1 .",
    "一是",
    "附件1\n",
    "目录\n",
    "附件：1.甲\n",
  ),
  fc.constantFrom(
    "责任科室：",
    "（牵头单位：",
    "负责）",
    "基教科",
    "、",
    "。",
    "；",
    "，",
    "\n",
    "\r\n",
    "\t",
    "　",
    "”",
    "“",
    "《",
    "》",
  ),
  fc.constantFrom(
    "到2030年，",
    "95%以上",
    "3所",
    "达到",
    "2026年1月8日\n",
    "各区教育局：\n",
    "关于印发的通知\n",
    "工作要点\n",
    "12345",
    "1.1",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom("\ud83d", "\udc00", "\u0000", "\ufeff", "\u2028", "((((((", "）））"),
);
const text = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(""));
const edited = fc
  .tuple(fc.constantFrom(...drafts), fc.nat(), fc.nat(40), text)
  .map(([draft, at, length, inserted]) => {
    const start = at % draft.length;
    return draft.slice(0, start) + inserted + draft.slice(start + length);
  });
const prefix = fc
  .tuple(fc.constantFrom(...drafts), fc.nat())
  .map(([draft, at]) => draft.slice(0, at % draft.length));
const any = fc.oneof(text, edited, prefix);

function sound(plan: PlanDocument): void {
  const { text: all } = plan;
  // Lines with their terminators, joined, are the text.
  plan.lines.forEach((line, i) => {
    const end = plan.lines[i + 1]?.start ?? all.length;
    assert.ok(line.start <= end);
    assert.equal(all.slice(line.start, line.start + line.paragraph.text.length), line.paragraph.text);
    assert.match(all.slice(line.start + line.paragraph.text.length, end), /^(?:\r\n|\n|\r)?$/);
  });
  let last = -1;
  for (const item of plan.items) {
    assert.ok(item.marker.span.start > last, "条目按先后排列");
    last = item.marker.span.start;
    assert.equal(all.slice(item.marker.span.start, item.marker.span.end), item.marker.text);
    assert.equal(all.slice(item.heading.start, item.heading.end), item.title);
    within(item, all.length);
  }
  for (const target of plan.targets) {
    assert.ok(target.span.start <= target.valueSpan.start && target.valueSpan.end <= all.length);
    assert.ok(all.startsWith(target.value, target.valueSpan.start), "指标的值就是原文");
  }
}

function within(item: Item, length: number): void {
  assert.ok(item.own.start <= item.own.end && item.span.end <= length && item.own.end <= item.span.end);
  assert.ok(item.marker.span.end <= item.heading.start && item.heading.end <= item.span.end);
  if (item.parent) assert.ok(item.parent.children.includes(item) && item.level === item.parent.level + 1);
  for (const found of item.responsibilities) {
    for (const d of found.departments)
      assert.ok(found.span.start <= d.span.start && d.span.end <= found.span.end);
  }
}

describe("解析的性质", () => {
  it("任何文本、任何前缀、任何改动都能解析，区间合起来就是原文", () => {
    fc.assert(
      fc.property(any, (draft) => sound(parsePlan(draft))),
      { numRuns: 1500 },
    );
  });

  it("接着上一次解析与从头解析结果相同", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...drafts),
        fc.array(fc.tuple(fc.nat(), fc.nat(12), piece), { maxLength: 8 }),
        (draft, edits) => {
          let plan = parsePlan(draft);
          for (const [at, length, inserted] of edits) {
            const start = at % (plan.text.length + 1);
            plan = parsePlan(plan.text.slice(0, start) + inserted + plan.text.slice(start + length), plan);
          }
          assert.deepEqual(summary(plan), summary(parsePlan(plan.text)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("在行内接着输入，树问过没问过，都与从头解析相同", () => {
    const key = fc.record({
      at: fc.nat(),
      goesOn: fc.integer({ min: 0, max: 3 }),
      out: fc.nat(2),
      put: fc.oneof(
        fc.constantFrom(..."育，。、：（）1年的"),
        fc.constantFrom("", "目前", "办公室、", "到2030年，", "95%"),
      ),
      asks: fc.constantFrom("nothing", "items", "targets", "all"),
    });
    fc.assert(
      fc.property(fc.constantFrom(...drafts), fc.array(key, { maxLength: 25 }), (draft, keys) => {
        let plan = parsePlan(draft);
        let hand = 0;
        for (const { at, goesOn, out, put, asks } of keys) {
          const start = goesOn > 0 ? Math.min(hand, plan.text.length) : at % (plan.text.length + 1);
          hand = start + put.length;
          plan = parsePlan(plan.text.slice(0, start) + put + plan.text.slice(start + out), plan);
          if (asks === "items") assert.ok(plan.items.length >= 0);
          if (asks === "targets") assert.ok(plan.targets.length >= 0);
          if (asks === "all") assert.deepEqual(summary(plan), summary(parsePlan(plan.text)));
        }
        assert.deepEqual(summary(plan), summary(parsePlan(plan.text)));
      }),
      { numRuns: 150 },
    );
  });

  it("编号、责任、日期、题目改坏又改回，都与从头解析相同", () => {
    const long = drafts.join("\n");
    const key = fc.record({
      line: fc.nat(),
      at: fc.nat(5),
      out: fc.nat(3),
      put: fc.constantFrom(
        ...["育", "", "一、", "（一）", "2.", "1、", "（2）", "责任科室：基教科\n", "\n", "\n\n"],
        ...[
          "\n附件2\n",
          "\n2026年1月8日\n",
          "\n云岭市2027年工作要点\n一、要求\n",
          "（牵头：市教育局、市财\n政局）\n",
        ],
      ),
      goesBack: fc.nat(1),
    });
    fc.assert(
      fc.property(fc.array(key, { maxLength: 6 }), (keys) => {
        let plan = parsePlan(long);
        for (const { line, at, out, put, goesBack } of keys) {
          const { text, starts } = plan;
          const start = Math.min((starts[line % starts.length] ?? 0) + at, text.length);
          plan = parsePlan(text.slice(0, start) + put + text.slice(start + out), plan);
          assert.deepEqual(summary(plan), summary(parsePlan(plan.text)));
          if (goesBack === 1) plan = parsePlan(text, plan);
          assert.deepEqual(summary(plan), summary(parsePlan(plan.text)));
        }
      }),
      { numRuns: 15 },
    );
  });

  it("通知的编号在规划的题目之后还接着数：改哪一个字都与从头解析相同", () => {
    const draft =
      "云岭市教育局关于印发2026年工作要点的通知\n各单位：\n一、高度重视\n云岭市教育局2026年工作要点\n" +
      "二、抓好落实。认真做好各项工作。\n\n附件1\n任务清单\n一、新建。新建小学三所。\n二、改建。改建食堂。\n";
    for (let at = 0; at <= draft.length; at++) {
      const plan = parsePlan(draft);
      assert.ok(plan.items.length > 0);
      const edited = parsePlan(draft.slice(0, at) + "育" + draft.slice(at), plan);
      assert.deepEqual(summary(edited), summary(parsePlan(edited.text)));
    }
  });

  it("没有标题的编号，标题在下一行：改的是其中任何一行", () => {
    const draft = "一、任务\n1.；扩大供给。\n新建小学三所，办好每一所。\n责任科室：基教科\n2.改善条件。\n";
    for (let at = 0; at <= draft.length; at++) {
      const plan = parsePlan(draft);
      assert.equal(plan.items.length, 3);
      const after = parsePlan(`${draft.slice(0, at)}；${draft.slice(at)}`, plan);
      assert.deepEqual(summary(after), summary(parsePlan(after.text)));
    }
  });

  it("责任一行里的名称改成了没有年月的时限：上一行指标的年份跟着变，改回来也一样", () => {
    const draft = (names: string): string =>
      `云岭市教育局2025年工作要点\n一、任务\n1.扩大供给。新建学校8所。\n责任科室：${names}、基教科\n2.改善条件。\n`;
    const names = ["计划财务科", "计划　财务科", "长期坚持", "持续推进"];
    for (const was of names) {
      for (const now of names) {
        const plan = parsePlan(draft(was));
        assert.equal(plan.targets.length, 1);
        const after = parsePlan(draft(now), plan);
        assert.deepEqual(summary(after), summary(parsePlan(after.text)));
      }
    }
  });

  it("挨着另一篇读，与单独读相同，同样的行是同一个段落", () => {
    for (const draft of drafts) {
      for (const other of drafts) {
        const [plan, beside] = [parsePlan(other), parseBeside(draft, parsePlan(other))];
        assert.deepEqual(summary(beside), summary(parsePlan(draft)));
        assert.notEqual(beside.lineage, plan.lineage);
      }
    }
    const last = parsePlan("云岭市教育局2025年工作要点\n一、办好学校\n（一）新建3所。\n");
    const now = parseBeside("云岭市教育局2026年工作要点\n一、办好学校\n（一）新建4所。\n", last);
    assert.equal(now.paragraphs[1], last.paragraphs[1]);
    assert.notEqual(now.paragraphs[2], last.paragraphs[2]);
  });

  it("示例文稿改动之前之后都解析得稳", () => {
    for (const draft of drafts) sound(parsePlan(draft));
  });
});

function summary(plan: PlanDocument): unknown {
  const { kind, title, period, front, flattened, lines, targets } = plan;
  return {
    ...{ kind, title, period, front, flattened, lines, targets },
    parts: plan.parts.map((part) => [part.kind, part.span, part.title, part.items.map(({ index }) => index)]),
    roots: plan.roots.map(({ index }) => index),
    items: plan.items.map((i) => [
      ...[i.index, i.start, i.level, i.marker, i.title, i.heading, i.runIn, i.span, i.own, i.targets],
      i.responsibilities.map(({ form, span, groups, departments, deadline }) => ({
        ...{ form, span, groups, departments, deadline },
      })),
      i.parent?.index,
      i.children.map(({ index }) => index),
      plan.parts.indexOf(i.part),
    ]),
  };
}
