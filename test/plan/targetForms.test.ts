import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { speaksOfThePast } from "../../server/src/plan/lookingBack.js";
import { targetsIn } from "../../server/src/plan/targets.js";

/** 指标 | 值 | 年, one line for each target. */
function read(text: string): string[] {
  return targetsIn(text).map((one) => `${one.indicator} | ${one.value}${one.year ? ` | ${one.year}` : ""}`);
}

describe("各单位写指标的各种写法", () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ["到2028年年接待研学学生3万人次。", "接待研学学生 | 3万人次 | 2028"],
    ["残疾人护理补贴提高到每人每月160元。", "残疾人护理补贴 | 160元"],
    ["门诊限额由每人每年300元提高到420元。", "门诊限额 | 420元"],
    [
      "散居孤儿养育标准上调至每人每月1500元，集中供养率达到60%。",
      "散居孤儿养育标准 | 1500元",
      "集中供养率 | 60%",
    ],
    ["按每人每月200元发放伙食补助。"],
    [
      "2026年、2027年、2028年全市花卉产值分别达到12亿元、15亿元和19亿元。",
      "花卉产值 | 12亿元 | 2026",
      "花卉产值 | 15亿元 | 2027",
      "花卉产值 | 19亿元 | 2028",
    ],
    [
      "2026年、2027年花卉产值分别达到12亿元、15亿元和19亿元。",
      "花卉产值 | 12亿元 | 2027",
      "花卉产值 | 15亿元 | 2027",
      "花卉产值 | 19亿元 | 2027",
    ],
    ["乡镇卫生院老旧锅炉更新改造40台。", "乡镇卫生院老旧锅炉更新改造 | 40台"],
    ["农村危房改造累计完成600户。", "农村危房改造 | 600户"],
    ["新增污水处理能力2万立方米/日。", "新增污水处理能力 | 2万立方米"],
    [
      "社会培训达到6万人日，馆藏图书达到30万册，档案达到9万卷。",
      "社会培训 | 6万人日",
      "馆藏图书 | 30万册",
      "档案 | 9万卷",
    ],
    ["12小时暴雨预报准确率达到80%。", "12小时暴雨预报准确率 | 80%"],
    ["更新测雨雷达4部。", "更新测雨雷达 | 4部"],
    ["人均预期寿命达到80.2岁。", "人均预期寿命 | 80.2岁"],
    ["技术合同成交额年均达到900万元。", "技术合同成交额 | 900万元"],
    ["● 随访率提高到90%。", "随访率 | 90%"],
    ["■新建健康小屋3间。", "新建健康小屋 | 3间"],
    ["| 2 | 骨干培训 | 培训骨干120名，合格率不低于90% | 人事科 |", "培训骨干 | 120名", "合格率 | 90%"],
    ["加装电梯20部，铺设管网9公里，发表论文12篇。", "加装电梯 | 20部", "铺设管网 | 9公里", "发表论文 | 12篇"],
    ["新建3处接待站。", "新建接待站 | 3处"],
    // The number of the item is no part of the name.
    ["一、用水总量控制在5亿立方米以内。", "用水总量 | 5亿立方米以内"],
    ["十二、财政收入增长5%。", "财政收入 | 5%"],
    ["三、用水普及率、燃气普及率达到90%。", "用水普及率、燃气普及率 | 90%"],
    ["用两年时间将筹资标准提高到20亿元。", "筹资标准 | 20亿元"],
    ["用三年左右的时间把绿化率提高到40%。", "绿化率 | 40%"],
    // The name stands before the colon, unless that only announces something.
    ["二、新增学位数：≥2400个", "新增学位数 | 2400个"],
    ["基层社不少于60个；村级站：≥300个。", "基层社 | 60个", "村级站 | 300个"],
    ["设施完好率提高5个百分点，年度目标：≥90%。", "设施完好率 | 5个百分点", "设施完好率 | 90%"],
    // How marks are given is no goal.
    ["办结率每低于95%扣5分，满意度达到90%以上得满分，合格率达到98%的加2分。"],
    ["满意度达到90%，计分办法另定。", "满意度 | 90%"],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(read(text), expected));

  it("成功率、三年共投入是目标", () => {
    const kinds = (text: string): string[] => targetsIn(text).map((one) => one.kind);
    assert.deepEqual(kinds("患者成功管理率达到90%。三年共投入1.5亿元。"), ["goal", "goal"]);
    assert.deepEqual(kinds("共投入1.5亿元，成功举办赛事3场。"), ["achievement", "achievement"]);
  });

  it("上半年工作情况说的是过去，下半年安排不是", () => {
    assert.equal(speaksOfThePast("上半年工作完成情况"), true);
    assert.equal(speaksOfThePast("一季度工作情况"), true);
    assert.equal(speaksOfThePast("下半年工作安排"), false);
    assert.equal(speaksOfThePast("上半年工作任务"), false);
  });
});
