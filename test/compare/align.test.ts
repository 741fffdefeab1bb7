import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, it } from "mocha";
import { isBoilerplate } from "../../server/src/compare/stockPhrases.js";
import { type Item, markerPath } from "../../server/src/plan/model.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { alignmentOf, counted, countedVariant, sum } from "./scored.js";
import { variant } from "./variants.js";

const read = (path: string) => parsePlan(readFileSync(path, "utf8"));

/** Each pair as `relation: earlier title → draft title`, then + added and - dropped. */
function fates(earlier: string, draft: string): string[] {
  const { pairs, added, dropped } = alignmentOf(parsePlan(draft), parsePlan(earlier));
  return [
    ...pairs.map((pair) => `${pair.relation}: ${pair.earlier.item.title} → ${pair.draft.item.title}`),
    ...added.map(({ item }) => `+ ${item.title}`),
    ...dropped.map(({ item }) => `- ${item.title}`),
  ];
}

const garden = "扩大普惠资源。新建公办幼儿园3所，新增学位900个，整治无证园，普惠性幼儿园覆盖率达到88%。";
const canteen = "管好学校食堂。推进明厨亮灶，落实校长陪餐制度，规范大宗食材招标采购，严查过期食品。";
const sight = "抓好近视防控。开展学生视力筛查，建立视力档案，改善教室照明，近视率下降1个百分点。";
const stock = (body: string) => `加强师德师风建设。${body.slice(body.indexOf("。") + 1)}`;

describe("任务对应", () => {
  it("一样、改文、换题、挪章", () => {
    const found = fates(
      `一、办好学校\n（一）${garden}\n（二）${canteen}\n二、照料学生\n（一）${sight}\n（二）推进阅读。每校建书吧，办读书节。`,
      `一、办好学校\n（一）${garden}\n（二）${sight.replace("1个", "2个")}\n二、照料学生\n（一）守护舌尖安全。${canteen.slice(7)}\n（二）推进阅读。每校建书吧，办读书节，评书香班。`,
    );
    assert.deepEqual(found, [
      "same: 办好学校 → 办好学校",
      "same: 扩大普惠资源 → 扩大普惠资源",
      "moved: 抓好近视防控 → 抓好近视防控",
      "same: 照料学生 → 照料学生",
      "moved: 管好学校食堂 → 守护舌尖安全",
      "edited: 推进阅读 → 推进阅读",
    ]);
  });

  it("只换了序号，还是一样", () => {
    assert.deepEqual(fates(`一、${garden}\n二、${sight}`, `一、${sight}\n二、${garden}`), [
      "same: 抓好近视防控 → 抓好近视防控",
      "same: 扩大普惠资源 → 扩大普惠资源",
    ]);
  });

  it("套话标题不作凭据：各随正文", () => {
    assert.deepEqual(fates(`一、${stock(garden)}\n二、${canteen}`, `一、${garden}\n二、${stock(sight)}`), [
      "renamed: 加强师德师风建设 → 扩大普惠资源",
      "+ 加强师德师风建设",
      "- 管好学校食堂",
    ]);
    for (const title of ["加强师德师风建设", "强化组织领导", "健全工作机制"]) assert.ok(isBoilerplate(title));
    for (const title of ["推进教育评价改革", "抓好近视防控"]) assert.ok(!isBoilerplate(title));
  });

  it("一拆为二，二并为一", () => {
    const both = `办园与食堂。${garden.slice(7)}${canteen.slice(7)}`;
    assert.deepEqual(fates(`一、${both}\n二、${sight}`, `一、${garden}\n二、${canteen}\n三、${sight}`), [
      "split: 办园与食堂 → 扩大普惠资源",
      "split: 办园与食堂 → 管好学校食堂",
      "same: 抓好近视防控 → 抓好近视防控",
    ]);
    assert.deepEqual(fates(`一、${garden}\n二、${canteen}\n三、${sight}`, `一、${both}\n二、${sight}`), [
      "merged: 扩大普惠资源 → 办园与食堂",
      "merged: 管好学校食堂 → 办园与食堂",
      "same: 抓好近视防控 → 抓好近视防控",
    ]);
  });

  it("换了说法并进综合一条的小事：那一条说到它的标题", () => {
    const talks = "三、办好家庭教育讲堂。聘请家庭教育讲师，每月开课两次，街道、学校轮流承办";
    const shared = "召开联席会议，通报各科室进展，";
    const before = `一、${garden}
二、统筹有关工作。${shared}年底汇总成果，印发简报。
${talks}。
四、推进社区家长学堂。依托街道开设学堂，聘请指导师，轮流承办，家长免费参加。`;
    const now = `一、${garden}
二、统筹有关工作。${shared}续办社区家长学堂，选聘指导师，年底汇总成果，印发简报。
${talks}，录像上网。`;
    assert.deepEqual(fates(before, now), [
      "same: 扩大普惠资源 → 扩大普惠资源",
      "merged: 统筹有关工作 → 统筹有关工作",
      "merged: 推进社区家长学堂 → 统筹有关工作",
      "edited: 办好家庭教育讲堂 → 办好家庭教育讲堂",
    ]);
  });

  it("空稿与全新稿", () => {
    assert.deepEqual(fates("", ""), []);
    assert.deepEqual(fates("", `一、${garden}`), ["+ 扩大普惠资源"]);
    assert.deepEqual(fates(`一、${garden}`, `一、${canteen}`), ["+ 管好学校食堂", "- 扩大普惠资源"]);
  });
});

describe("任务对应：质量", () => {
  it("变体（打乱、重编、换题、拆并、改一至六成、套话标题）：查准查全不低于0.97", () => {
    const { precision, recall } = sum(
      Array.from({ length: 60 }, (_, seed) => countedVariant(variant(seed + 1))),
    );
    assert.ok(precision >= 0.97 && recall >= 0.97, `precision ${precision}, recall ${recall}`);
  });

  it("几乎句句重写的三对：查准不低于0.97，查全不低于0.93", () => {
    const { pairs } = JSON.parse(readFileSync("test/compare/rewritten/truth.json", "utf8")) as Rewritten;
    const name = (item: Item) => markerPath(item).join("");
    const counts = pairs.map(({ earlierFile, draftFile, matches }) => {
      const found = alignmentOf(read(draftFile), read(earlierFile)).pairs;
      return counted(
        found.map((pair) => `${name(pair.earlier.item)} → ${name(pair.draft.item)}`),
        new Set(matches),
      );
    });
    const { precision, recall } = sum(counts);
    assert.ok(precision >= 0.97 && recall >= 0.93, `precision ${precision}, recall ${recall}`);
  });

  for (const years of ["2024-2025", "2025-2026"]) {
    it(`示例${years}：对应与关系`, () => {
      const path = `test/compare/truth-${years}.json`;
      const truth = JSON.parse(readFileSync(path, "utf8")) as Truth;
      const { pairs } = alignmentOf(read(truth.draftFile), read(truth.earlierFile));
      const found = pairs.map(
        (pair) =>
          `${markerPath(pair.earlier.item).join("")} → ${markerPath(pair.draft.item).join("")} ${pair.relation}`,
      );
      const true_ = truth.matches.map(
        ({ relation, earlier, draft }) => `${earlier.path.join("")} → ${draft.path.join("")} ${relation}`,
      );
      assert.deepEqual(found.sort(), true_.sort());
    });
  }
});

interface Rewritten {
  readonly pairs: readonly { earlierFile: string; draftFile: string; matches: readonly string[] }[];
}

interface Truth {
  readonly earlierFile: string;
  readonly draftFile: string;
  readonly matches: readonly {
    readonly relation: string;
    readonly earlier: { readonly path: readonly string[] };
    readonly draft: { readonly path: readonly string[] };
  }[];
}

describe("任务对应：一条不丢", () => {
  const line = fc
    .tuple(
      fc.constantFrom("一、", "二、", "（一）", "（二）", "1.", "2.", ""),
      fc.array(
        fc.constantFrom(
          "新建公办幼儿园",
          "加强组织领导",
          "。",
          "推进明厨亮灶",
          "开展视力筛查",
          "，",
          "责任科室：办公室",
        ),
        {
          maxLength: 5,
        },
      ),
    )
    .map(([marker, words]) => marker + words.join(""));
  const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join("\n"));

  it("成对、新增、取消合起来正好是两稿的全部条目；两次结果一样；分数在0与1之间", () => {
    fc.assert(
      fc.property(text, text, (before, now) => {
        const [draft, earlier] = [parsePlan(now), parsePlan(before)];
        const { pairs, added, dropped } = alignmentOf(draft, earlier);
        const all = (list: readonly { item: { index: number } }[]) =>
          [...new Set(list.map(({ item }) => item.index))].sort((a, b) => a - b);
        const paired = { draft: pairs.map((pair) => pair.draft), earlier: pairs.map((pair) => pair.earlier) };
        assert.deepEqual(
          all([...paired.draft, ...added]),
          draft.items.map((item) => item.index),
        );
        assert.deepEqual(
          all([...paired.earlier, ...dropped]),
          earlier.items.map((item) => item.index),
        );
        assert.ok(!added.some((one) => paired.draft.includes(one)));
        assert.ok(!dropped.some((one) => paired.earlier.includes(one)));
        for (const { score, similarity } of pairs) assert.ok(score >= 0 && score <= 1 && similarity <= 1);
        const again = alignmentOf(parsePlan(now), parsePlan(before));
        const told = (from: typeof pairs) =>
          from.map((pair) => [pair.earlier.item.index, pair.draft.item.index, pair.relation, pair.score]);
        assert.deepEqual(told(again.pairs), told(pairs));
      }),
      { numRuns: 200 },
    );
  });

  it("每份稿与自己比，条条一样", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const plan = parsePlan(variant(seed).draft.text);
      for (const pair of alignmentOf(plan, plan).pairs) {
        assert.equal(pair.relation, "same");
        assert.equal(pair.draft.item.index, pair.earlier.item.index);
      }
    }
  });
});
