import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { comparePlans } from "../../server/src/compare/comparePlans.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { comparisonHtml } from "../../server/src/write/report/comparisonHtml.js";
import { comparisonMarkdown } from "../../server/src/write/report/comparisonMarkdown.js";
import { fateCounts } from "../../server/src/write/report/model.js";
import type { ReportSources } from "../../server/src/write/report/sources.js";
import { STYLE, STYLE_HASH } from "../../server/src/write/report/style.js";

const bureau = (year: number) =>
  parsePlan(readFileSync(`examples/bureau/${year}/云岭市教育局${year}年工作要点.plan`, "utf8"));
const plan = (year: number, ...lines: string[]) =>
  parsePlan([`云岭市教育局${year}年工作要点`, ...lines].join("\n"));

function report(draft: PlanDocument, earlier: readonly PlanDocument[], more: Partial<ReportSources> = {}) {
  const named = earlier.map((one, i) => ({ plan: one, name: `${i}.plan` }));
  const comparison = comparePlans(draft, named);
  const sources: ReportSources = {
    draft,
    draftName: "本稿.plan",
    earlier: new Map(named.map((one) => [one.name, one.plan])),
    ...more,
  };
  return { comparison, sources, page: comparisonHtml(comparison, sources) };
}

/** The text of a piece of the page as a browser shows it. */
function shown(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}

const real = report(bureau(2026), [bureau(2025), bureau(2024)], { madeOn: "2026年3月1日" });

describe("对照报告：网页", () => {
  it("只此一个文件：没有脚本、外链、行内样式，安全策略只放行这一份样式", () => {
    const hash = `sha256-${createHash("sha256").update(STYLE).digest("base64")}`;
    assert.equal(STYLE_HASH, hash, "改了样式要一并改 STYLE_HASH");
    assert.ok(real.page.includes(`<style>${STYLE}</style>`));
    assert.ok(shown(real.page.replace(/[<>]/g, "")).includes(`style-src '${hash}'`));
    assert.match(real.page, /default-src &#39;none&#39;/);
    assert.doesNotMatch(real.page, /<script|<link|<img|<iframe|\bsrc=|\bstyle=|\bon\w+=|https?:|url\(/i);
    for (const [, target] of real.page.matchAll(/href="([^"]*)"/g)) {
      assert.match(target ?? "", /^#/);
      assert.ok(real.page.includes(`id="${target?.slice(1)}"`), target);
    }
  });

  it("文稿里的标签、属性、反向控制符都只是字", () => {
    const nasty = '</style><script>alert(1)</script><img src=x onerror="a">&amp;\u202e';
    const before = plan(
      2025,
      `一、抓好阅读${nasty}。办读书节10场，阅读覆盖率达到90%。`,
      `二、旧事${nasty}。`,
    );
    const now = plan(2026, `一、抓好阅读${nasty}。办读书节12场，阅读覆盖率达到92%。`, `三、新事${nasty}。`);
    const findings = [
      { ruleId: "a", severity: "error" as const, message: nasty, span: { start: 0, end: 30 } },
    ];
    const { page } = report(now, [before], { findings, draftName: nasty, madeOn: nasty });
    assert.doesNotMatch(page, /<script|<img|onerror="|\u202e/);
    assert.equal(page.match(/<\/style>/g)?.length, 1);
    assert.ok(shown(page).includes('<img src=x onerror="a">&amp;'));
  });

  it("一字不丢：左右两栏去掉标记就是两份原文", () => {
    const { comparison, sources, page } = real;
    const words = [...page.matchAll(/<div class="words">([^]*?)<\/div>/g)].map(([, one]) => shown(one ?? ""));
    const year = comparison.years[0];
    const changed = year?.matches.filter(({ relation, departments: { added, removed }, changes }) => {
      return (relation !== "same" && changes.length > 0) || added.length + removed.length > 0;
    });
    assert.equal(words.length, (changed?.length ?? 0) * 2);
    const said = (of: PlanDocument | undefined, index: number): string => {
      const item = of?.items[index];
      return item && of ? of.text.slice(item.marker.span.end, item.own.end).trim() : "";
    };
    changed?.forEach((match, i) => {
      assert.equal(words[2 * i], said(sources.earlier.get("0.plan"), match.earlier.index));
      assert.equal(words[2 * i + 1], said(sources.draft, match.draft.index));
    });
  });

  it("概况的条数合得上；每一条都在去向表里", () => {
    const { comparison, sources, page } = real;
    for (const year of comparison.years) {
      const { dropped, ...counts } = fateCounts(sources.draft, year);
      assert.equal(dropped, year.dropped.length);
      assert.equal(
        Object.values(counts).reduce((sum, count) => sum + count, 0),
        sources.draft.items.length,
      );
    }
    for (const { marker, title } of sources.draft.items) assert.ok(shown(page).includes(marker.text + title));
  });

  it("指标有图有表：调低的在最前，图有文字名称", () => {
    const targets = real.page.slice(real.page.indexOf('<section id="targets">'));
    assert.match(shown(targets.slice(0, targets.indexOf("</h4>"))), /义务教育巩固率\s+调低/);
    assert.match(targets, /<svg[^>]*role="img"[^>]*aria-label="义务教育巩固率历年数值"/);
    assert.match(targets, /<circle\s+class="dot draft"/);
    assert.doesNotMatch(targets, /NaN|Infinity|undefined/);
  });

  it("英文界面；没有往年也成页；同样的输入，同样的页", () => {
    const { comparison, sources } = real;
    const english = comparisonHtml(comparison, { ...sources, locale: "en" });
    assert.match(english, /<html lang="en">[^]*Changes side by side/);
    assert.match(report(bureau(2026), []).page, /没有找到往年的文稿/);
    assert.equal(comparisonHtml(comparison, sources), real.page);
  });
});

describe("对照报告：章节撤并", () => {
  it("章撤了、任务并入别的章：说并到了哪里，不算今年无", () => {
    const tea = "推广机采茶园，改造低产茶园，建设标准化加工厂。";
    const land = "开展宅基地基础信息调查，盘活闲置农房。";
    const before = plan(2025, "一、发展产业", `1.做强茶业。${tea}`, "二、深化改革", `1.宅基地管理。${land}`);
    const now = plan(2026, "一、发展产业", `1.做强茶业。大力${tea}`, `2.宅基地管理。稳妥${land}`);
    const { comparison, sources, page } = report(now, [before]);
    const [year] = comparison.years;
    assert.deepEqual([year?.dropped.length, year?.dissolved.map(({ title }) => title)], [0, ["深化改革"]]);
    assert.match(comparisonMarkdown(comparison, sources), /### 章节撤并\n\n- 二、深化改革 → 一、发展产业\n/);
    assert.match(shown(page), /章节撤并\s*二、深化改革\s*→ 一、发展产业/);
  });
});

describe("对照报告：与规划、与上级", () => {
  const here = plan(
    2026,
    "一、抓好阅读。办读书节12场，阅读覆盖率达到92%。",
    "责任科室：基教科",
    "二、护好视力。筛查全覆盖。",
  );
  const other = parsePlan(
    "云岭市教育事业“十五五”规划\n一、抓好阅读。办读书节20场，到2026年阅读覆盖率达到95%。\n责任科室：电教科\n二、建好食堂。全部改建。",
  );
  /** Words of a comparison of years, which here would be untrue. */
  const yearly =
    /往年|去年|上年|历年|今年无|承20|不再|新增|改动|调低|调高|新提|[Ee]arlier|[Dd]ropped|[Ll]owered|No longer|\bNew\b/;
  const said = (against: "five-year" | "superior", locale: "zh-CN" | "en") => {
    const { comparison, sources, page } = report(here, [other], { against, locale });
    return {
      page: shown(page.replace(/<style>.*?<\/style>/s, "")),
      md: comparisonMarkdown(comparison, sources),
    };
  };

  it("各有自己的话：规划有、本年未列不是删去，一句往年的话也没有", () => {
    for (const against of ["five-year", "superior"] as const)
      for (const locale of ["zh-CN", "en"] as const)
        for (const text of Object.values(said(against, locale))) assert.doesNotMatch(text, yearly);
    const long = said("five-year", "zh-CN");
    for (const text of [long.page, long.md])
      for (const word of ["与规划对照报告", "规划有、本年未列", "规划未列", "未达规划值", "字不同"])
        assert.ok(text.includes(word), word);
    const above = said("superior", "zh-CN");
    assert.ok(above.page.includes("与上级文稿对照报告") && above.page.includes("上级有、本稿未列"));
    assert.ok(said("five-year", "en").page.includes("In the plan, not this year"));
    assert.ok(said("superior", "en").md.includes("In the superior's plan only"));
  });

  it("规划的科室与本稿不同就说出来；上级的科室不是本单位的，不比", () => {
    assert.match(said("five-year", "zh-CN").page, /规划未列的科室：基教科/);
    assert.match(said("superior", "zh-CN").page, /未达上级的值/);
    assert.doesNotMatch(said("superior", "zh-CN").page, /的科室|增加科室/);
  });
});

describe("对照报告：Markdown", () => {
  const text = comparisonMarkdown(real.comparison, real.sources);

  it("今年无的、新增的、指标、逐条去向、改动对照都有", () => {
    for (const heading of ["往年有、今年无的条目", "本稿新增的条目", "指标变化", "逐条去向", "改动对照"])
      assert.ok(text.includes(heading), heading);
    assert.match(text, /\*\*三、（七）书香浸润行动\*\*/);
    assert.match(text, /<del>24场[^<]*<\/del>/);
    assert.match(text, /\| 义务教育巩固率 \| 调低 \| 2024 \| 99%以上 \|/);
  });

  it("文稿里的符号与标签不成格式", () => {
    const now = plan(2026, "一、抓好*阅读*|<b>书</b>。办节12场。");
    const made = report(now, [plan(2025, "一、抓好*阅读*|<b>书</b>。办节10场。")]);
    const written = comparisonMarkdown(made.comparison, made.sources);
    assert.ok(written.includes("抓好\\*阅读\\*\\|&lt;b&gt;书&lt;/b&gt;"));
    assert.doesNotMatch(written, /<b>/);
  });
});
