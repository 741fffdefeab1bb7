import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { expandSnippet } from "../../server/src/author/draft/expandSnippet.js";
import { numberSnippet } from "../../server/src/author/draft/numberSnippet.js";
import { isSection, type SectionOrder, sectionsToOffer } from "../../server/src/author/draft/sections.js";
import { numberingSlips } from "../../server/src/plan/numbering.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { marked } from "./marked.js";

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(readFileSync("snippets/policy-plan.json", "utf8")) as Record<string, Snippet>;
const order = JSON.parse(readFileSync("snippets/sections.json", "utf8")) as SectionOrder;

function expand(name: string): string {
  return expandSnippet(snippets[name]?.body.join("\n") ?? "", 2026);
}

describe("片段", () => {
  it("每个片段可用中文名、拼音首字母、英文三种前缀唤出，互不相同", () => {
    const all = Object.entries(snippets).flatMap(([name, { prefix }]) => {
      assert.equal(prefix[0], name);
      assert.match(prefix[1] ?? "", /^[a-z]{2,6}$/);
      assert.equal((prefix[1] ?? "").length, name.length);
      assert.match(prefix[2] ?? "", /^[a-z]+$/);
      return prefix;
    });
    assert.equal(new Set(all).size, all.length);
  });

  it("占位符从1起，首次出现即有默认值，末位是$0", () => {
    for (const [name, { body }] of Object.entries(snippets)) {
      const text = body.join("\n");
      const stops = [...text.matchAll(/\$\{?(\d+)/g)].map((match) => Number(match[1]));
      const numbers = [...new Set(stops)].filter((n) => n > 0).sort((a, b) => a - b);
      assert.deepEqual(
        numbers,
        Array.from({ length: numbers.length }, (_, i) => i + 1),
        name,
      );
      assert.ok(text.includes("$0"), name);
      assert.ok(!/[$}{|]/.test(expand(name)), `${name}: ${expand(name)}`);
    }
  });

  it("带年份的片段写当前年份", () => {
    assert.match(expand("工作要点"), /^某市教育局2026年工作要点/);
    assert.match(expand("落款"), /2026年3月1日$/);
  });

  it("次序表里的章节都有片段，各文种的章节都在次序表里", () => {
    for (const { title } of order.sections) assert.ok(snippets[title], title);
    for (const kind of Object.values(order.kinds)) {
      assert.ok(snippets[kind.skeleton], kind.skeleton);
      for (const title of kind.sections)
        assert.ok(
          order.sections.some((entry) => entry.title === title),
          title,
        );
    }
  });
});

describe("整篇片段", () => {
  for (const [kind, { skeleton, sections }] of Object.entries(order.kinds)) {
    if (kind === "notice") continue;
    it(`${skeleton}：文种、编号、章节都合式`, () => {
      const plan = parsePlan(expand(skeleton));
      assert.equal(plan.kind, kind);
      assert.deepEqual(numberingSlips(plan), []);
      if (kind !== "opinion") assert.equal(plan.period?.from, 2026);
      for (const title of sections) {
        const entry = order.sections.find((one) => one.title === title);
        if (!entry || entry.plain || entry.repeats || ["重点工程"].includes(title)) continue;
        if (["指导思想", "基本原则"].includes(title) && kind === "implementation-plan") continue;
        const found = plan.items.some((item) => isSection(item.title, entry));
        assert.ok(found, title);
      }
    });
  }
  it("印发通知：文号、主送、落款都读得出", () => {
    const plan = parsePlan(expand("印发通知"));
    assert.equal(plan.front.documentNumber?.text, "某教发〔2026〕1号");
    assert.equal(plan.front.addressees.length, 4);
    assert.equal(plan.front.dates.length, 1);
  });
});

describe("该接哪一节", () => {
  const offered = (text: string): string[] => {
    const { plan, offset } = marked(text);
    return sectionsToOffer(plan, offset, order).map((one) => one.marker + one.title);
  };
  it("总体要求之内，指导思想之后是基本原则、总体目标，用第二级编号", () => {
    const found = offered(
      "关于加强教研工作的意见\n一、总体要求\n（一）指导思想\n坚持育人为本。\n｜\n二、重点任务\n（一）子。\n三、保障措施\n做好保障。",
    );
    assert.deepEqual(found.slice(0, 2), ["（二）基本原则", "（二）总体目标"]);
    assert.ok(!found.some((one) => one.includes("主要任务") || one.includes("保障措施")));
  });
  it("自成一章的，用第一级编号", () => {
    const found = offered("教学工作实施方案\n一、指导思想\n坚持育人为本。\n｜");
    assert.deepEqual(found.slice(0, 3), ["二、基本原则", "二、总体目标", "二、主要任务"]);
  });
  it("认不出文种的不提", () => assert.deepEqual(offered("会议记录\n一、甲\n｜"), []));
});

describe("片段按文稿的编号写", () => {
  it("首行用给定的序号，下级用文稿的形式", () => {
    const { plan } = marked("一、甲\n1、子\n2、丑\n");
    const body = snippets["保障措施"]?.body ?? [];
    const lines = numberSnippet(plan, body, { marker: "二、", level: 1 });
    assert.equal(lines[0], "二、保障措施");
    assert.match(lines[1] ?? "", /^1、加强组织领导。\$\{2:/);
    assert.match(lines[2] ?? "", /^2、/);
  });
});
