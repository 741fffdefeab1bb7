import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { editBetween } from "../../server/src/check/planEdit.js";
import { rules } from "../../server/src/check/registry.js";
import { createRunCache } from "../../server/src/check/runCache.js";
import { runRules } from "../../server/src/check/runRules.js";
import { defaultSettings } from "../../server/src/check/settings.js";
import { groundOf } from "../../server/src/plan/likeness.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { skeletonOf } from "../../server/src/plan/skeleton.js";
import { plainFinding } from "../support/plainFinding.js";

const folder = "examples/bureau";
const drafts = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".plan"))
  .map((name) => readFileSync(join(folder, name), "utf8"));

/** Every rule, also those that are off by default. */
const settings = {
  ...defaultSettings,
  rules: Object.fromEntries(rules.map((rule) => [rule.id, { severity: rule.severity }])),
};
const base = { rules, settings, locale: "zh-CN" } as const;

/** What decides most: marks, numerals, labels, dates, and words of every day. */
const LETTERS = "育一二三十五1205.、，。；：（）()“”《》第见附件月日年责任科室牵头到率%的的目标\n\r".split(
  "",
);
const typed = fc.oneof(
  fc.constantFrom(...LETTERS),
  fc.constantFrom(
    "责任科室：",
    "（牵头单位：教研室）",
    "到2030年，",
    "95%",
    "见第（三）项",
    "以下简称",
    "一是",
    "〔2025〕3号",
    "3-5所",
    "责任科室：办公室、基教科\n",
    "附件1\n",
    "2026年3月5日\n",
    "索引号：",
    "保障措施\n",
  ),
);
/** Where the hand stands, how much it takes out, what it puts in. */
const keystroke = fc.record({ at: fc.nat(), out: fc.nat(3), put: fc.oneof(fc.constant(""), typed) });

/** Edits of one draft in a row; every second one goes on where the last one ended, as typing does. */
function typedThrough(draft: string, keys: readonly { at: number; out: number; put: string }[]): void {
  const cache = createRunCache();
  let plan = parsePlan(draft);
  runRules(plan, { ...base, cache });
  let hand = 0;
  keys.forEach(({ at, out, put }, i) => {
    const { text } = plan;
    const start = i % 2 === 0 ? at % (text.length + 1) : Math.min(hand, text.length);
    hand = start + put.length;
    plan = parsePlan(text.slice(0, start) + put + text.slice(start + out), plan);
    const findings = runRules(plan, { ...base, cache });
    assert.deepEqual(
      findings.map(plainFinding),
      runRules(parsePlan(plan.text), base),
      `第${i + 1}次改动之后`,
    );
  });
}

const runs = Number(process.env["HEGAO_FUZZ"] ? 1000 : 30);

describe("接着上一次检查", function () {
  this.timeout(30 * 60_000);

  it(`边改边查与从头检查结果相同（${runs}组，每组20次改动）`, () => {
    const keys = fc.array(keystroke, { minLength: 20, maxLength: 20 });
    fc.assert(fc.property(fc.constantFrom(...drafts), keys, typedThrough), { numRuns: runs });
  });

  it("一处改动连同行尾的换行符一起改：位置不错", () => {
    const draft = "一、甲\r\n1.落实各项任务 \r\n2.做好（各项工作\r\n3.抓好落实。\r\n";
    const at = draft.indexOf(" \r\n");
    typedThrough(draft, [{ at, out: 2, put: "" }]);
  });

  it("一条两行：上一行说到谁牵头，不看它离末尾隔着多少字", () => {
    const covered = (task: string): string => `${task}。抓好落实。\n责任科室：办公室\n`;
    const rest =
      "入学工作，落实公办民办学校同步招生和免试就近入学要求，推行入学报名“一网通办”，公开招生范围、计划和结果。";
    const draft = `一、任务\n${covered("1.甲")}${covered("2.乙")}3.规范招生。做好（牵头单位：教研室）小学新生${rest}\n各校要组织好科室和年级的力量。\n二、措施\n${covered("1.丙")}`;
    for (let out = 1; out <= 8; out++) typedThrough(draft, [{ at: draft.indexOf("小学新生"), out, put: "" }]);
  });

  it("没有写明年份的指标从段首说起：改了它的字，引的话也改", () => {
    const line = "支持学校依托优势学科和地方资源，建设科技）特色课程群。到2028农）区）至少建成1所特色高中。";
    for (const draft of drafts) {
      const lines = draft.split("\n");
      const before = `${lines.slice(0, 13).join("\n")}\n`;
      const text = `${before}${line}\n${lines.slice(13).join("\n")}`;
      typedThrough(text, [{ at: before.length + line.indexOf("持"), out: 1, put: "" }]);
    }
  });

  it("只有回车没有换行的行：一句话不从上一行说到下一行", () => {
    const draft =
      "第一实验中学\r牵头单位三室\n一、任务\n1.甲。抓好落实。\n责任科室：办公室、基教科\n二、德育\n（一）乙。抓好落实。\n";
    typedThrough(draft, [{ at: 0, out: 2, put: "某" }]);
  });

  it("上一行只以回车结尾：它说到的另一份文件不管下一行的引用", () => {
    const draft = "工作意见\n一、健全机制\n（一）落实《意见》，一是评价\r见第（三）项。\n（二）深化问责。\n";
    typedThrough(draft, [{ at: draft.indexOf("《"), out: 4, put: "甲" }]);
  });

  it("漏掉的编号写在行首：上一行末尾的标点改不了它", () => {
    const draft =
      "方案\n一、内容\n1.围墙。高度按下列标准改：\n1.5米以下的拆除；\n2.4米以上的加固。\n3.监控。全覆盖。\n";
    typedThrough(draft, [{ at: draft.indexOf("除；"), out: 2, put: "" }]);
  });

  it("删去一整行：下一行行首的发现还在", () => {
    const draft = "一、重点任务\n（一）甲。抓好落实。\n责任责任科室：办公室\n（二）乙。抓好落实。\n";
    typedThrough(draft, [
      { at: draft.indexOf("（一）"), out: draft.indexOf("责任责任") - draft.indexOf("（一）"), put: "" },
    ]);
  });

  it("跳过的编号断在两行上，补上括号之后照旧重算", () => {
    const draft = "一、任务\n（一）甲。抓好落实。\n（二\n）乙。抓好落实。\n（三）丙。抓好落实。\n";
    typedThrough(draft, [{ at: draft.indexOf("（二"), out: 0, put: "(" }]);
  });

  it("责任一行改坏成了一句没有句末点号的话，其后的编号是另一组", () => {
    const draft = "一、任务\n1.甲。抓好落实。\n责任科室：基教科\n1.乙。抓好落实。\n2.丙。抓好落实。\n";
    typedThrough(draft, [{ at: draft.indexOf("："), out: 2, put: "的" }]);
  });

  it("段末的空格后面又写了字：补责任的地方跟到新的段末", () => {
    const draft =
      "一、任务\n（一）甲。抓好。\n责任科室：基教科\n（二）乙。抓好。\n责任科室：办公室\n（三）丙。抓好落实　";
    typedThrough(draft, [{ at: draft.length, out: 0, put: "五" }]);
  });

  it("标题后的空格之后又写了字：引标题的话也跟着变", () => {
    for (const heading of ["（一）排查 ", "（一）排查　\t"]) {
      const draft = `一、目标\n消除隐患。\n二、步骤\n${heading}\n（二）整改。年底完成。\n`;
      typedThrough(draft, [{ at: draft.indexOf(heading) + heading.length, out: 0, put: "育" }]);
    }
  });

  it("上一行末尾的“第”不与下一行的编号合成一处引用：重排编号的修改照旧", () => {
    const draft = "（三）总则\n一、目标\n1.编制规划。\n三、落实政策第\n（二）　好质量提升\n1.开展评估。\n";
    typedThrough(draft, [{ at: draft.indexOf("好"), out: 0, put: "项" }]);
  });

  it("两行的引用之间，空行里写了字：下一行的引用本来就不接着上一行", () => {
    const draft = "一、目标\n见第（九）项、\n\n第（八）项，抓好落实。\n二、措施\n加强领导。\n";
    typedThrough(draft, [{ at: draft.indexOf("\n第（八）"), out: 0, put: "甲" }]);
  });

  it("断在两行上的责任标签改了第二行：缺不缺责任照旧重算", () => {
    const covered = (task: string): string => `${task}。抓好落实。\n责任科室：办公室\n`;
    const draft = `一、任务\n1.甲。【责任\n科室】办公室\n2.${covered("乙")}3.${covered("丙")}二、措施\n4.丁。抓好落实。\n`;
    typedThrough(draft, [{ at: draft.indexOf("科室"), out: 2, put: "十" }]);
  });

  it("一行之内第二个标题的冒号改了：它末尾的句号照样看", () => {
    const draft =
      "一、党建\n(一)．抓好理论\n1．开展教育。\n2．加强建设。\n(二)、抓好廉政\n1．签订责任书。\n2．开展谈话80人次。\n二 、以提高质量为核心　(一)．抓好课堂教学质量：附件：见表　1.开展视导2次。\n2.举办评选。\n";
    typedThrough(draft, [{ at: draft.indexOf("：附件"), out: 3, put: "“" }]);
  });

  it("标题删得只剩编号，下一行就成了标题：它的句号照样看", () => {
    const draft =
      "一、目标\n提高质量。\n二、措施\n加强领导。\n三、安全\n开展演练。\n四、行事历\n8月：开学准备。\n9月：常规检查。\n";
    typedThrough(draft, [{ at: draft.indexOf("行事历"), out: 3, put: "" }]);
  });
  it("指标表里改了数、插了行、断开又接上：与文中一致与否照旧重算", () => {
    const draft =
      "规划（2026—2030年）\n一、目标\n到2030年，义务教育巩固率达到98%。\n指标\t单位\t2030年\n毛入园率\t%\t96\n义务教育巩固率\t%\t97\n二、措施\n加强领导。\n";
    const row = draft.indexOf("义务教育巩固率\t");
    typedThrough(draft, [
      { at: draft.indexOf("97"), out: 2, put: "98" },
      { at: draft.indexOf("97"), out: 2, put: "95" },
      { at: row, out: 0, put: "\n" },
      { at: row, out: 0, put: "表中各数" },
      { at: row, out: 4, put: "" },
      { at: row, out: 1, put: "" },
      { at: draft.indexOf("\t2030年"), out: 1, put: "" },
      { at: draft.indexOf("\t2030年"), out: 0, put: "\t" },
      { at: draft.indexOf("指标"), out: 2, put: "名目" },
      { at: draft.indexOf("指标"), out: 2, put: "指标" },
      { at: draft.indexOf("98%"), out: 2, put: "95" },
    ]);
  });
  it("表里删了行、改了序号、换了表头：序号照旧重看", () => {
    const draft =
      "方案\n一、任务\n抓好落实。\n序号\t任务\t时限\n1\t建园\t6月\n2\t招生\t8月\n3\t培训\t9月\n5\t督导\t11月\n二、要求\n加强领导。\n";
    const five = draft.indexOf("5\t");
    typedThrough(draft, [
      { at: five, out: 1, put: "4" },
      { at: draft.indexOf("2\t"), out: 5, put: "" },
      { at: draft.indexOf("序号"), out: 1, put: "" },
      { at: draft.indexOf("序号"), out: 0, put: "序" },
      { at: draft.indexOf("1\t"), out: 0, put: "表中各项\n" },
      { at: draft.indexOf("1\t"), out: 5, put: "" },
    ]);
  });

  it("表里改了数、断开又接上：合计照旧重算", () => {
    const draft =
      "方案\n一、任务\n抓好落实。\n乡镇\t新建\t培训\n东山镇\t2\t120\n西河镇\t3\t150\n南溪乡\t1\t80\n合计\t6\t340\n二、要求\n加强领导。\n";
    const row = draft.indexOf("南溪乡");
    typedThrough(draft, [
      { at: draft.indexOf("120"), out: 3, put: "110" },
      { at: draft.indexOf("120"), out: 3, put: "120" },
      { at: row, out: 0, put: "\n" },
      { at: row, out: 0, put: "以上是山区。" },
      { at: row, out: 6, put: "" },
      { at: row, out: 1, put: "" },
      { at: draft.indexOf("合计"), out: 2, put: "小计" },
      { at: draft.indexOf("合计"), out: 1, put: "合" },
      { at: draft.indexOf("乡镇\t"), out: 0, put: "地区\n" },
    ]);
  });
  it("责任一行并进上一行，念出的科室少了，字却没有变", () => {
    const draft = "一、任务\n（一）甲。\n2乙一课。\n责任单位：各学校、幼儿园、：3.丙。\n";
    typedThrough(draft, [{ at: draft.indexOf("\n责任"), out: 1, put: "" }]);
  });

  it("一行改坏、空行里写字，条目照旧：责任与段末都跟着变", () => {
    const draft = `一、任务\n${["甲", "乙", "丙", "丁"]
      .map((task, i) => `（${"一二三四"[i] ?? ""}）${task}。抓好落实，年内完成。\n责任科室：办公室\n\n`)
      .join("")}`;
    const label = draft.lastIndexOf("责任") + 1;
    const gap = draft.indexOf("\n\n（四）") + 1;
    typedThrough(draft, [
      { at: label, out: 0, put: "育" },
      { at: gap, out: 0, put: "另行安排。" },
      { at: label + 5, out: 1, put: "" },
      { at: gap, out: 5, put: "" },
    ]);
  });

  it("编号移到另一行，同一段话仍从行首标起", () => {
    const words =
      "坚持学位建设优先，新建公办幼儿园，扩大普惠性资源，完善城乡学校共同体建设，抓好各项任务。\n";
    const draft = `一、甲\n（一）${words}（二）${words}`;
    typedThrough(draft, [{ at: draft.indexOf("二）"), out: 0, put: "\n" }]);
  });

  it("两处改动隔得太远，就从头检查，不在中间的每一行里找改了什么", () => {
    const draft = `一、任务\n${"抓好各项任务落实。\n".repeat(1500)}二、保障\n`;
    const checked = parsePlan(draft);
    const known = { plan: checked, ground: groundOf(checked), skeleton: () => skeletonOf(checked) };
    const edited = (text: string): unknown => editBetween(known, parsePlan(text, checked));
    assert.equal(edited(draft.replace("任务", "的").replace("保障", "的")), undefined);
    assert.notEqual(edited(draft.replace("保障", "的")), undefined);
  });

  it("正文里改一个字，只再问看得见这处改动的规则", () => {
    const { draft, plan, asked, all, check } = watched();
    // The last clause of a task that tells what to do, without figures, names in marks or a department.
    const index = plan.paragraphs.findIndex(
      ({ text, targets, responsibilities }) =>
        text.split("，").length > 2 &&
        targets.length + responsibilities.length === 0 &&
        !/[“《（：]|20\d\d/.test(text),
    );
    assert.notEqual(index, -1, "示例里有这样一段");
    const at = (plan.starts[index] ?? 0) + (plan.paragraphs[index]?.text.lastIndexOf("，") ?? 0) + 2;
    check(`${draft.slice(0, at)}育${draft.slice(at)}`);
    assert.ok(asked.length * 10 < all, `再问了${asked.join("、")}，全部${all}条`);
  });

  for (const [what, edit] of [
    ["“责任科室”四字改坏", (text: string, at: number) => `${text.slice(0, at + 2)}育${text.slice(at + 2)}`],
    ["添一个空行", (text: string, at: number) => `${text.slice(0, at)}\n${text.slice(at)}`],
  ] as const) {
    it(`${what}：看指标的规则不再被问，别的也少问一半`, () => {
      const { draft, asked, all, check } = watched();
      check(edit(draft, draft.lastIndexOf("责任科室：")));
      const idle = rules.filter(({ id, subject }) => subject === "targets" && asked.includes(id));
      assert.deepEqual(
        idle.map(({ id }) => id),
        [],
      );
      assert.ok(asked.length * 2 < all, `再问了${asked.join("、")}，全部${all}条`);
    });
  }
});

/** A draft that was checked by rules that tell when they are asked again. */
function watched(): {
  readonly draft: string;
  readonly plan: ReturnType<typeof parsePlan>;
  readonly asked: string[];
  readonly all: number;
  readonly check: (text: string) => void;
} {
  const draft = drafts[0] ?? "";
  const asked: string[] = [];
  const telling = rules.map((rule) =>
    rule.scope === "paragraph"
      ? rule
      : {
          ...rule,
          check: (...given: Parameters<typeof rule.check>) => {
            asked.push(rule.id);
            return rule.check(...given);
          },
        },
  );
  const run = { ...base, rules: telling, cache: createRunCache() };
  const plan = parsePlan(draft);
  runRules(plan, run);
  const all = asked.length;
  asked.length = 0;
  return { draft, plan, asked, all, check: (text) => void runRules(parsePlan(text, plan), run) };
}
