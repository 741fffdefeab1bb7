import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { completionsAt } from "../../server/src/author/completionsAt.js";
import { newDraft } from "../../server/src/author/draft/newDraft.js";
import { type SectionOrder, sectionsToOffer } from "../../server/src/author/draft/sections.js";
import type { Folder } from "../../server/src/author/folder.js";
import { definitionAt } from "../../server/src/author/see/definitionAt.js";
import { hoverAt } from "../../server/src/author/see/hoverAt.js";
import { references } from "../../server/src/author/see/references.js";
import { selectionRanges } from "../../server/src/author/see/selectionRanges.js";
import { semanticTokens } from "../../server/src/author/see/semanticTokens.js";
import { subjectAt } from "../../server/src/author/see/subject.js";
import { caretAt } from "../../server/src/author/caret.js";
import { afterEnter } from "../../server/src/author/typing/afterEnter.js";
import { continueItem } from "../../server/src/author/typing/continueItem.js";
import { moveItem } from "../../server/src/author/typing/moveItem.js";
import { renumberAll } from "../../server/src/author/typing/renumberAll.js";
import { demote, promote } from "../../server/src/author/typing/shiftLevel.js";
import type { Typed } from "../../server/src/author/typing/typed.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { lineEnding } from "../../server/src/text/lines.js";
import { applyEdits, contains, type Edit, overlaps, type Span } from "../../server/src/text/span.js";
import { timed } from "../support/timed.js";
import { tokensOf } from "./tokens.js";

const order = JSON.parse(readFileSync("snippets/sections.json", "utf8")) as SectionOrder;
const roster = [{ full: "基础教育科", aliases: ["基教科"] }];
const folder: Folder = {
  roster,
  departments: [{ name: "办公室", count: 1 }],
  indicators: [{ name: "巩固率", value: "99%", year: 2025 }],
  titles: ["教育规划"],
};
const pieces =
  "一、|二、|（一）|（二）|(三)|（）|1.|2.|１．|（1）|①|第一章 |第二节 |1.1 |责任科室：|（牵头单位：|负责）|基教科|办公室|、|。|；|，|：|“|”|《|》|\n|\n|\n|\r\n|\t|　| |见第（一）项|本方案第二部分|到2030年，|巩固率|达到|95%以上|3所|附件1\n|附件：1.甲\n|2026年1月8日\n|云岭市教育局2026年工作要点\n|扩大资源|做好工作".split(
    "|",
  );
const draft = fc.array(fc.constantFrom(...pieces), { maxLength: 50 }).map((parts) => parts.join(""));
const place = fc.tuple(draft, fc.double({ min: 0, max: 1, noNaN: true }));

function check(runs: number, holds: (plan: PlanDocument, offset: number) => void): void {
  fc.assert(
    fc.property(place, ([text, at]) => {
      const plan = parsePlan(text);
      holds(plan, Math.round(at * text.length));
    }),
    { numRuns: runs },
  );
}

function assertApart(plan: PlanDocument, edits: readonly Edit[]): void {
  const whole: Span = { start: 0, end: plan.text.length };
  edits.forEach((edit, i) => {
    assert.ok(contains(whole, edit.span) && edit.span.start <= edit.span.end, JSON.stringify(edit));
    const next = edits[i + 1];
    if (next) assert.ok(next.span.start >= edit.span.start && !overlaps(edit.span, next.span));
  });
}

function assertTyped(plan: PlanDocument, typed: Typed | undefined): void {
  if (!typed) return;
  assertApart(plan, typed.edits);
  const result = applyEdits(plan.text, typed.edits);
  assert.ok(typed.caret >= 0 && typed.caret <= result.length);
}

describe("任何文稿、任何位置", () => {
  it("按键：改动互不相碰，光标在文内", () => {
    check(300, (plan, offset) => {
      for (const key of [continueItem, demote, promote]) assertTyped(plan, key(plan, offset));
      assertTyped(plan, moveItem(plan, offset, "up"));
      assertTyped(plan, moveItem(plan, offset, "down"));
      assertApart(plan, renumberAll(plan));
    });
  });
  it("序号末尾要添字、其后又要添空格，是一处改动", () => {
    const plan = parsePlan("1.1 云岭市教育局2026年工作要点\n1.");
    const typed = promote(plan, plan.text.length);
    assertTyped(plan, typed);
    assert.ok(typed && applyEdits(plan.text, typed.edits).endsWith("\n1.2 "));
  });
  it("先换行再补，与按键时就答，结果一样", () => {
    const done = (plan: PlanDocument, typed: Typed | undefined): string | undefined =>
      typed && `${applyEdits(plan.text, typed.edits)} ${typed.caret}`;
    check(300, (plan, offset) => {
      const { offset: at } = caretAt(plan, offset);
      const end = lineEnding(plan.text);
      const broken = parsePlan(applyEdits(plan.text, [{ span: { start: at, end: at }, newText: end }]));
      const typed = afterEnter(broken, at + end.length, parsePlan);
      assertTyped(broken, typed);
      assert.equal(done(broken, typed), done(plan, continueItem(plan, at)));
    });
  });
  it("上移再下移，字词不增不减", () => {
    const letters = (text: string): string =>
      [...text.replace(/[一二三四五六七八九十\d０-９]/g, "")].sort().join("");
    check(150, (plan, offset) => {
      const typed = moveItem(plan, offset, "up");
      if (typed) assert.equal(letters(applyEdits(plan.text, typed.edits)), letters(plan.text));
    });
  });
  it("补全：只改光标前刚打的字", () => {
    check(150, (plan, offset) => {
      for (const { edit } of completionsAt(plan, offset, { folder, sections: { order, snippets: {} } })) {
        assert.equal(edit.span.end, offset);
        assert.ok(edit.span.start <= offset && edit.span.start >= 0);
      }
      sectionsToOffer(plan, offset, order);
    });
  });
  it("悬停、定义、引用、选择、着色：都在文内，次序不乱", () => {
    check(150, (plan, offset) => {
      hoverAt(plan, offset, roster);
      definitionAt(plan, offset, roster);
      const found = subjectAt(plan, offset, roster);
      if (found) assertSorted(plan, references(plan, found.subject, roster));
      assertSorted(
        plan,
        tokensOf(plan).map((token) => token.span),
      );
      const ranges = selectionRanges(plan, offset);
      ranges.forEach((outer, i) => assert.ok(contains(outer, ranges[i - 1] ?? outer)));
    });
  });
  it("由上年起草：标出的各处在文内，次序不乱", () => {
    check(150, (plan) => {
      const made = newDraft("annual-points", 2031, { lastYear: plan, order, snippets: {} });
      assertSorted(
        parsePlan(made.text),
        made.attention.map((one) => one.span),
      );
    });
  });
});

function assertSorted(plan: PlanDocument, spans: readonly Span[]): void {
  spans.forEach((span, i) => {
    assert.ok(span.start >= 0 && span.end <= plan.text.length && span.start < span.end);
    assert.ok(span.start >= (spans[i - 1]?.end ?? 0));
  });
}

describe("速度", () => {
  const long = (n: number): PlanDocument =>
    parsePlan(
      "云岭市教育局2026年工作要点\n" +
        Array.from(
          { length: n },
          (_, i) =>
            `${i + 1}.任务名称。由基教科牵头，义务教育巩固率达到99%，落实《教育规划》。\n责任科室：基教科、办公室\n`,
        ).join(""),
    );
  timed("文稿长三倍，费时仍成比例", () => {
    const cost = (plan: PlanDocument): number => {
      const middle = plan.text.indexOf("任务名称", plan.text.length / 2);
      const began = performance.now();
      hoverAt(plan, plan.text.indexOf("基教科", middle) + 1, roster);
      continueItem(plan, plan.text.indexOf("\n", plan.text.indexOf("责任科室", middle)));
      demote(plan, plan.text.lastIndexOf("\n", middle) + 1);
      moveItem(plan, middle, "up");
      renumberAll(plan);
      semanticTokens(plan);
      completionsAt(plan, middle, { folder, sections: { order, snippets: {} } });
      const found = subjectAt(plan, plan.text.indexOf("基教科", middle) + 1, roster);
      if (found) references(plan, found.subject, roster);
      return performance.now() - began;
    };
    const [small, large] = [long(200), long(800)];
    cost(small);
    const best = (plan: PlanDocument): number => Math.min(cost(plan), cost(plan), cost(plan));
    const [once, four] = [best(small), best(large)];
    assert.ok(four < once * 12 + 30, `${once.toFixed(1)} → ${four.toFixed(1)} ms`);
  });
});
