import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { targetsIn } from "../../server/src/plan/targets.js";

/** 指标 | 值 | 比较, one line for each target. */
function read(text: string): string[] {
  return targetsIn(text).map((one) => `${one.indicator} | ${one.value} | ${one.comparator}`);
}

describe("读出指标：名称、数值、比较", () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ["确保全区学前教育三年毛入园率达到93%以上。", "学前教育三年毛入园率 | 93%以上 | >="],
    ["公办占比50%以上。", "公办占比 | 50%以上 | >="],
    ["年内新建公办幼儿园3所、小学5所。", "新建公办幼儿园 | 3所 | =", "新建小学 | 5所 | ="],
    ["新建50所幼儿园。", "新建幼儿园 | 50所 | ="],
    ["培育6至10所党建品牌校。", "培育党建品牌校 | 6至10所 | range"],
    ["儿童青少年总体近视率控制在47%以内。", "儿童青少年总体近视率 | 47%以内 | <="],
    ["高级教师比例提高1个百分点。", "高级教师比例 | 1个百分点 | increase"],
    ["总体近视率每年下降1个百分点。", "总体近视率 | 1个百分点 | decrease"],
    ["95%的学生达到体质健康标准。", "学生达到体质健康标准 | 95% | ="],
    ["城乡学校共同体实现全覆盖。", "城乡学校共同体 | 全覆盖 | ="],
    ["数字经济规模翻一番。", "数字经济规模 | 翻一番 | increase"],
    ["学生体质健康优良率达到60%左右。", "学生体质健康优良率 | 60%左右 | about"],
    ["培养不少于10名骨干教师。", "培养骨干教师 | 10名 | >="],
    ["覆盖率由82%提高到94%。", "覆盖率 | 94% | ="],
    [
      "花生种植、收获机械化率分别达到65%和55%。",
      "花生种植、收获机械化率 | 65% | =",
      "花生种植、收获机械化率 | 55% | =",
    ],
    ["3个县（区）通过评估。", "县（区） | 3个 | ="],
    ["对泉秀小学等20所学校的教室进行改造。", "学校的教室 | 20所 | ="],
    ["1.新增学位2,880个。", "新增学位 | 2,880个 | ="],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(read(text), expected));

  it("万、亿、百分号换算成数", () => {
    assert.deepEqual(
      targetsIn("新增学位1.2万个，投资3亿元，巩固率达到99.5%。").map((one) => one.number),
      [12000, 3e8, 0.995],
    );
  });
});

describe("不是目标的数", () => {
  const quiet: readonly (readonly [string, string])[] = [
    ["名称", "加强体艺“2+1”项目，推进1+X证书制度试点。"],
    ["文件名", "落实《信息化三年行动计划2018—2020》要求。"],
    ["文号与日期", "（云教发〔2026〕3号）2026年3月5日印发。"],
    ["定额", "保证每天在校体育锻炼时间不少于1小时。"],
    ["经费标准", "生均公用经费标准不低于1000元。"],
    ["补助", "每生每天补助5元，寄宿生生活补助每年1000元。"],
    ["条件", "超过100人的企业可以申请。"],
    ["条件中的比率", "合格率低于60%的学校不得评优。"],
    ["职能项数", "做好10个方面190项重点工作。"],
    ["年限", "具有3年以上企业工作经历。"],
    ["办理时限", "审核时间一般不少于5个工作日。"],
    ["份额", "返还上年度实际缴纳失业保险费的50%。"],
    ["课时", "美育课时占比不低于11%，高中不少于108学时。"],
    ["表格行", "学前三年毛入园率 91.5% 95%"],
    ["首批若干所的基础上", "在首批24所试点的基础上全面推开。"],
  ];
  for (const [why, text] of quiet) it(`${why}：${text}`, () => assert.deepEqual(read(text), []));
});

describe("成绩与目标", () => {
  const kinds = (text: string): string[] => targetsIn(text).map((one) => one.kind);
  it("已、累计、近年来、截至说的是过去", () => {
    assert.deepEqual(kinds("已建成智慧校园52所。"), ["achievement"]);
    assert.deepEqual(kinds("近年来，我市新建高中3所，毛入学率达到97.6%。"), ["achievement", "achievement"]);
    assert.deepEqual(kinds("截至2025年底，普惠率达到92%。"), ["achievement"]);
  });
  it("力争、到某年为止的累计仍是目标", () => {
    assert.deepEqual(kinds("到2027年，累计培训教师3000人次。"), ["goal"]);
    assert.deepEqual(kinds("力争获得省级奖项5项。"), ["goal"]);
    assert.deepEqual(kinds("2024—2026年累计新建公办园30所。"), ["goal"]);
  });
});

describe("一行再长，读得也成比例", () => {
  it("没有句号的长行", () => {
    const clause = "到2025年，毛入园率达到93%以上，新建幼儿园3所、小学5所，";
    assert.equal(targetsIn(clause.repeat(500)).length, 1500);
  });
});
