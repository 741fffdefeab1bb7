import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, it } from "mocha";
import { type Comparison, comparePlans } from "../../server/src/compare/comparePlans.js";
import { earlierFindings } from "../../server/src/compare/earlierFindings.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { nodeFiles } from "../../server/src/segment/nodeFiles.js";
import { loadSegmenter } from "../../server/src/segment/segmenter.js";
import { skipBecause } from "../support/skipBecause.js";
import { remarked, yearlyPlan } from "./remarked.js";

const bureau = (year: number) =>
  parsePlan(readFileSync(`examples/bureau/${year}/云岭市教育局${year}年工作要点.plan`, "utf8"));
describe("与往年比较", () => {
  it("年份近的在前，与给出的次序无关；数据可以原样转交", () => {
    const [draft, a, b] = [bureau(2026), bureau(2024), bureau(2025)];
    const one = comparePlans(draft, [
      { plan: a, name: "a" },
      { plan: b, name: "b" },
    ]);
    const two = comparePlans(draft, [
      { plan: b, name: "b" },
      { plan: a, name: "a" },
    ]);
    assert.deepEqual(
      one.years.map(({ name }) => name),
      ["b", "a"],
    );
    assert.deepEqual(structuredClone(one), two);
  });

  it("没有往年，什么也不说", () => {
    assert.deepEqual(comparePlans(bureau(2026), []).years, []);
    assert.equal(earlierFindings(bureau(2026), bureau(2025), { years: [], targets: [] }).remarks.size, 0);
  });

  it("科室增减：改了称呼的不算，拆分的任务不算少", () => {
    const earlier = yearlyPlan(
      2025,
      "一、抓好阅读。每校建书吧，办读书节，开展经典诵读。",
      "责任科室：基教科、办公室",
    );
    const draft = yearlyPlan(
      2026,
      "一、抓好阅读。每校建书吧，办读书节，开展经典诵读。",
      "责任科室：基础教育科、教研室",
    );
    const [year] = comparePlans(draft, [{ plan: earlier, name: "去年" }], {
      departmentName: (name) => (name === "基教科" ? "基础教育科" : name),
    }).years;
    assert.deepEqual(year?.matches[0]?.departments, { added: ["教研室"], removed: ["办公室"] });
  });

  it("两种分词引擎给出同样的对应；差异都能还原", async function () {
    const wasm = () =>
      Promise.resolve(
        readFileSync(
          createRequire(import.meta.url)
            .resolve("jieba-wasm/web")
            .replace(/\.js$/, "_bg.wasm"),
        ),
      );
    const results: Comparison[] = [];
    for (const engine of ["nodejieba", "jieba-wasm"] as const) {
      const segmenter = await loadSegmenter({ ...nodeFiles("dist", [engine]), wasm });
      if (segmenter.engine === engine) {
        results.push(
          comparePlans(bureau(2026), [{ plan: bureau(2025), name: "2025" }], { words: segmenter.cut }),
        );
      } else console.log(`      ${engine} does not load here: one engine alone is not compared`);
    }
    if (results.length < 2) return skipBecause(this, "one engine alone is not compared");
    assert.deepEqual(results[0], results[1]);
  });
});

describe("往年的发现", () => {
  const garden = "新建公办幼儿园3所，整治无证园，推进幼儿园和小学科学衔接，扩大普惠性学前教育资源。";

  it("指标降低、指标取消", () => {
    const earlier = yearlyPlan(
      2025,
      "一、扩大资源",
      `1.办好幼儿园。${garden}学前教育毛入园率达到95%，公办园在园幼儿占比达到55%。`,
    );
    const draft = yearlyPlan(2026, "一、扩大资源", `1.办好幼儿园。${garden}学前教育毛入园率达到94%。`);
    assert.deepEqual(remarked(draft, earlier), [
      "target-lowered @ 94%: 学前教育毛入园率|94%|95%|2025",
      "target-dropped @ 办好幼儿园: 公办园在园幼儿占比|55%|办好幼儿园",
    ]);
  });

  it("年度之间，逐年安排的工作量不算调低、取消；要达到的数还算", () => {
    const words = "推进幼儿园和小学科学衔接，整治无证园，扩大普惠性学前教育资源，";
    const works = (built: number, doctors: number): string =>
      `1.办好幼儿园。${words}新建公办幼儿园${built}所，专项检查不少于${built}次，校医总数达到${doctors}名。`;
    const earlier = yearlyPlan(2025, "一、扩大资源", `${works(5, 60)}培训园长60名，学位增加到1500个。`);
    const draft = yearlyPlan(2026, "一、扩大资源", works(2, 50));
    assert.deepEqual(remarked(draft, earlier), [
      "target-lowered @ 50名: 校医总数|50名|60名|2025",
      "target-dropped @ 办好幼儿园: 学位|1500个|办好幼儿园",
    ]);
  });

  it("任务没了，说在原来的上级处；整章没了只说一次", () => {
    const earlier = yearlyPlan(
      2025,
      "一、扩大资源",
      `1.办好幼儿园。${garden}`,
      "2.管好食堂。推进明厨亮灶，落实陪餐。",
      "二、督导",
      "1.抓督学。划分责任区。",
      "2.抓测评。开展满意度调查。",
    );
    const draft = yearlyPlan(2026, "一、扩大资源", `1.办好幼儿园。进一步${garden}`);
    assert.deepEqual(remarked(draft, earlier), [
      "task-dropped @ 扩大资源: 2.|管好食堂",
      `task-dropped @ 云岭市教育局2026年工作要点: 二、|督导`,
    ]);
  });

  it("只改了年份的任务；照抄去年的年份", () => {
    const earlier = yearlyPlan(
      2025,
      `一、办好幼儿园。到2025年底前，${garden}`,
      `二、管好食堂。做好2025年食堂大宗食材采购工作，落实陪餐。`,
    );
    const draft = yearlyPlan(
      2026,
      `一、办好幼儿园。到2026年底前，${garden}`,
      `二、管好食堂。做好2025年食堂大宗食材采购工作，推进明厨亮灶。`,
    );
    assert.deepEqual(remarked(draft, earlier), [
      "task-unchanged @ 办好幼儿园: 办好幼儿园|一、",
      "year-stale @ 2025: 2025|2026|做好2025年食堂大宗食材采购工作",
    ]);
  });

  it("回顾去年的话不算照抄", () => {
    const words = "一、办好幼儿园。2025年已建成幼儿园3所，贯彻《云岭市2025年学前教育资源方案》要求。";
    assert.deepEqual(
      remarked(yearlyPlan(2026, words + "再建2所。"), yearlyPlan(2025, words)).filter((remark) =>
        remark.startsWith("year"),
      ),
      [],
    );
  });

  it("责任科室变了", () => {
    const earlier = yearlyPlan(2025, `一、办好幼儿园。${garden}`, "责任科室：学前科、办公室");
    const draft = yearlyPlan(2026, `一、办好幼儿园。进一步${garden}`, "责任科室：学前科、计财科");
    assert.deepEqual(remarked(draft, earlier), [
      "responsibility-changed @ 责任科室：学前科、计财科: 计财科|办公室",
    ]);
  });

  it("真稿与自己比：没有改动，没有发现取消", function () {
    const folder = "../shared/corpus";
    if (!existsSync(folder)) {
      return skipBecause(this, "../shared/corpus is absent: real plans are not compared");
    }
    for (const file of readdirSync(folder).filter((name) => /^\d.*\.txt$/.test(name))) {
      const real = parsePlan(readFileSync(join(folder, file), "utf8"));
      const [year] = comparePlans(real, [{ plan: real, name: file }]).years;
      assert.ok(year);
      assert.deepEqual([year.added, year.dropped], [[], []], file);
      assert.ok(
        year.matches.every(
          (match) => match.draft.index === match.earlier.index && match.changes.length === 0,
        ),
        file,
      );
    }
  });
});
