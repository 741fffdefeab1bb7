import assert from "node:assert/strict";
import { createRunCache } from "../../server/src/check/runCache.js";
import { runRules } from "../../server/src/check/runRules.js";
import type { DocumentRule } from "../../server/src/check/rule.js";
import { defaultSettings } from "../../server/src/check/settings.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";

const DRAFT = [
  "云岭市教育局2026年工作要点",
  "",
  "一、办学条件",
  "（一）扩大学位供给。新建小学。",
  "责任科室：计财科",
  "（二）改善办学条件。更新设备。",
  "二、教师队伍",
  "（一）提升教师素质。开展培训。",
  "责任科室：人事科",
  "三、校园安全",
  "（一）排查隐患。每月一次。",
  "落实责任。",
  "四、保障措施",
  "加强领导。",
].join("\n");

/** Which chapters are looked at anew after an edit, by their titles. */
function lookedAt(from: string, to: string): string[] {
  const looked: string[] = [];
  const rule: DocumentRule = {
    id: "every-chapter",
    subject: "structure",
    scope: "document",
    severity: "hint",
    title: { "zh-CN": "各章", en: "Chapters" },
    why: { "zh-CN": "试", en: "A trial" },
    clause: { "zh-CN": "无", en: "None" },
    texts: { "zh-CN": {}, en: {} },
    examples: [],
    check(_, { ofChapters }) {
      ofChapters("title", ({ item: { title } }) => {
        looked.push(title);
        return { title };
      });
      return [];
    },
  };
  const run = { rules: [rule], settings: defaultSettings, locale: "zh-CN", cache: createRunCache() } as const;
  let plan = parsePlan(DRAFT);
  // The first run keeps nothing, the second one shows that there will be more.
  for (const text of [DRAFT, `${DRAFT}再`, `${DRAFT}再加强`]) runRules((plan = parsePlan(text, plan)), run);
  looked.length = 0;
  runRules(parsePlan(plan.text.replace(from, to), plan), run);
  return looked;
}

describe("由各章而来的值", () => {
  it("改了一章，别的章不再看", () => {
    assert.deepEqual(lookedAt("每月一次", "每周一次"), ["校园安全"]);
    assert.deepEqual(lookedAt("责任科室：计财科", "责任育科室：计财科"), ["办学条件"]);
    assert.deepEqual(lookedAt("（一）排查", "一排查"), ["校园安全"]);
  });

  it("挨着的行也算：改在一章的第一行，上一章也看", () => {
    assert.deepEqual(lookedAt("二、教师", "二、老师"), ["办学条件", "老师队伍"]);
  });

  it("章并入上一章，只看并成的那一章", () => {
    assert.deepEqual(lookedAt("三、校园安全", "校园安全："), ["教师队伍"]);
  });

  it("全篇的标题变了，各部分的起讫没有变，各章照旧", () => {
    assert.deepEqual(lookedAt("2026年工作要点", "2027年工作要点"), []);
  });
});
