import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CompletionContext, completionsAt } from "../../server/src/author/completionsAt.js";
import type { SectionOrder, SectionShelf } from "../../server/src/author/draft/sections.js";
import type { Folder } from "../../server/src/author/folder.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { applyEdits } from "../../server/src/text/span.js";
import { marked } from "./marked.js";
import { skipBecause } from "../support/skipBecause.js";

const sections: SectionShelf = {
  order: JSON.parse(readFileSync("snippets/sections.json", "utf8")) as SectionOrder,
  snippets: JSON.parse(readFileSync("snippets/policy-plan.json", "utf8")) as SectionShelf["snippets"],
};
const folder: Folder = {
  roster: [
    { full: "办公室" },
    { full: "基础教育科", aliases: ["基教科"] },
    { full: "学前教育科", aliases: ["学前科"], from: 2020 },
    { full: "普通教育科", until: 2022 },
  ],
  departments: [
    { name: "教研室", count: 3 },
    { name: "督导室", count: 9 },
    { name: "基教科", count: 5 },
  ],
  indicators: [
    { name: "学前教育毛入园率", value: "96%以上", year: 2024 },
    { name: "学前教育毛入园率", value: "97%以上", year: 2025 },
    { name: "义务教育巩固率", value: "99%", year: 2025 },
  ],
  titles: ["云岭市教育局2025年工作要点", "云岭市教育事业发展“十五五”规划"],
};
const context: CompletionContext = { folder, sections };

function offers(text: string): string[] {
  const { plan, offset } = marked(text);
  return completionsAt(plan, offset, context).map((one) => one.label);
}

/** The draft once the offer with this label is taken. */
function taken(text: string, label: string): string {
  const { plan, offset } = marked(text);
  const one = completionsAt(plan, offset, context).find((offer) => offer.label === label);
  return one ? applyEdits(plan.text, [one.edit]) : "—";
}

describe("补全：责任科室", () => {
  const head =
    "云岭市教育局2026年工作要点\n一、甲\n（一）子。做好。\n责任科室：办公室、督导室\n（二）丑。做好。\n";
  it("名册在前，各稿用过的按次数在后；别称不另列，撤销的不列", () => {
    assert.deepEqual(offers(`${head}责任科室：｜`), [
      "办公室",
      "基础教育科",
      "学前教育科",
      "督导室",
      "教研室",
    ]);
  });
  it("任何标签、任何分隔都认", () => {
    for (const label of ["牵头单位：", "责任处室:", "配合科室：", "（牵头科室：", "做好。（责任科室："])
      assert.equal(offers(`${head}${label}｜`).length, 5, label);
    assert.equal(offers(`${head}责任科室：教研室，｜`).length, 4);
    assert.equal(offers(`${head}牵头科室：教研室；配合科室：｜`).length, 5);
  });
  it("已在行中的不再列，别称也算", () => {
    assert.deepEqual(offers(`${head}责任科室：基教科、｜`), ["办公室", "学前教育科", "督导室", "教研室"]);
  });
  it("按已打的字收窄", () => assert.deepEqual(offers(`${head}责任科室：基教｜`), ["基础教育科"]));
  it("分隔照文稿的习惯改", () => {
    assert.equal(
      taken(`${head}责任科室：教研室 ｜`, "办公室"),
      `${head.replace("｜", "")}责任科室：教研室、办公室`,
    );
    const spaced = "一、甲\n（一）子。\n责任科室：办公室 督导室\n（二）丑。\n";
    assert.equal(taken(`${spaced}责任科室：教研室、｜`, "督导室"), `${spaced}责任科室：教研室 督导室`);
  });
  it("文稿注明牵头的，首个科室照注", () => {
    const noted = "一、甲\n（一）子。\n责任科室：办公室（牵头）、督导室\n（二）丑。\n";
    assert.equal(taken(`${noted}责任科室：｜`, "教研室"), `${noted}责任科室：教研室（牵头）`);
  });
  it("拼音可查", () => {
    const { plan, offset } = marked(`${head}责任科室：jjk｜`);
    const pinyin = (text: string): string[] => (text === "基教科" ? ["jijiaoke", "jjk"] : []);
    const one = completionsAt(plan, offset, { folder, pinyin }).find((offer) => offer.label === "基础教育科");
    assert.deepEqual(one?.filters, ["基础教育科", "基教科", "jijiaoke", "jjk"]);
  });
  it("人名与时限的标签不管", () => {
    assert.deepEqual(offers(`${head}分管领导：｜`), []);
    assert.deepEqual(offers(`${head}完成时限：｜`), []);
    assert.deepEqual(offers(`${head}主要目标：｜`), []);
  });
});

describe("补全：年份、指标、标题", () => {
  const head = "云岭市教育事业发展规划（2026—2028年）\n一、目标\n";
  it("到之后给出规划期各年", () => {
    assert.deepEqual(offers(`${head}到｜`), ["2026年", "2027年", "2028年", "2028年底"]);
    assert.equal(taken(`${head}力争到20｜`, "2027年"), `${head}力争到2027年，`);
  });
  it("达到、做到、收到不是期限", () => {
    for (const words of ["毛入园率达到｜", "要做到｜", "到｜校人数"])
      assert.deepEqual(offers(head + words), []);
  });
  it("期限之后给出指标和上年的值", () => {
    assert.deepEqual(offers(`${head}到2027年，｜`), ["学前教育毛入园率", "义务教育巩固率"]);
    assert.equal(
      taken(`${head}到2027年，学前｜`, "学前教育毛入园率"),
      `${head}到2027年，学前教育毛入园率达到97%以上`,
    );
  });
  it("指标后面只差数值", () => {
    assert.deepEqual(offers(`${head}到2027年，义务教育巩固率达到｜`), ["99%"]);
  });
  it("书名号里给出文件夹里的文件", () => {
    assert.equal(
      taken(`${head}落实《云岭｜》要求`, "云岭市教育局2025年工作要点"),
      `${head}落实《云岭市教育局2025年工作要点》要求`,
    );
    assert.equal(offers(`${head}落实《｜`).length, 2);
    assert.deepEqual(offers(`${head}落实《办法》｜`), []);
  });
});

describe("补全：行首", () => {
  it("空行给出下一个序号，其次是下级和上级的", () => {
    const labels = offers("云岭市教育局2026年工作要点\n一、甲\n1.子。\n｜");
    assert.deepEqual(labels.slice(0, 3), ["2.", "（1）", "二、"]);
  });
  it("打出半个括号也认", () => assert.deepEqual(offers("一、甲\n（一）子。\n（｜"), ["（二）"]));
  it("空文稿给出各文种的整篇", () => {
    assert.deepEqual(offers("｜"), ["一、", "工作要点", "工作意见", "实施方案", "五年规划", "印发通知"]);
  });
  it("本文种还缺的章节，接着上一节的在前", () => {
    const text = "云岭市教育局教学工作实施方案\n一、指导思想\n坚持育人为本。\n｜\n二、保障措施\n做好保障。";
    const labels = offers(text);
    assert.ok(labels.includes("二、总体目标"), labels.join());
    assert.ok(labels.indexOf("二、总体目标") < labels.indexOf("二、总体要求"), labels.join());
    assert.ok(!labels.some((label) => label.includes("保障措施")), labels.join());
  });
});

describe("补全：章节片段", () => {
  it("按文稿的编号写好，拼音首字母可查", () => {
    const { plan, offset } = marked("教学工作实施方案\n一、指导思想\n1.坚持育人为本。\n2.坚持改革。\n｜");
    const found = completionsAt(plan, offset, context).find((one) => one.label === "二、保障措施");
    assert.ok(found?.filters.includes("bzcs"));
    assert.match(found?.snippet ?? "", /^二、保障措施\n1\.加强组织领导。\$\{2:/);
  });
  it("没有编号的部分照原样", () => {
    const { plan, offset } = marked("教学工作实施方案\n一、指导思想\n坚持育人为本。\n｜");
    const found = completionsAt(plan, offset, context).find((one) => one.label === "落款");
    assert.match(found?.snippet ?? "", /CURRENT_YEAR/);
  });
});

describe("补全不打扰行文", () => {
  const walk = (text: string): { readonly positions: number; readonly offers: string[] } => {
    const plan = parsePlan(text);
    const found: string[] = [];
    for (let offset = 0; offset <= text.length; offset++) {
      const [first] = completionsAt(plan, offset, context);
      if (first)
        found.push(
          `${text.slice(Math.max(0, offset - 12), offset)}｜${text.slice(offset, offset + 6)} → ${first.label}`,
        );
    }
    return { positions: text.length + 1, offers: found };
  };
  const quiet = (name: string, text: string): void => {
    const { positions, offers: found } = walk(text);
    assert.ok(
      found.length * 200 < positions,
      `${name}: ${found.length} in ${positions}\n${found.slice(0, 20).join("\n")}`,
    );
  };
  for (const name of readdirSync("examples/bureau", { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".plan")) continue;
    it(`示例逐字走过：${name}`, () => quiet(name, readFileSync(join("examples/bureau", name), "utf8")));
  }
  const corpus = "../shared/corpus";
  it("语料逐字走过", function () {
    if (!existsSync(corpus)) {
      skipBecause(this, `没有 ${corpus}`);
    }
    for (const name of readdirSync(corpus).filter((one) => one.endsWith(".txt")))
      quiet(name, readFileSync(join(corpus, name), "utf8"));
  });
});
