import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { comparePlans } from "../../server/src/compare/comparePlans.js";
import { lessIsBetter } from "../../server/src/compare/lessIsBetter.js";
import type { PlanDocument } from "../../server/src/plan/model.js";
import { remarked, yearlyPlan } from "./remarked.js";

const WORK = "完善联席会议制度，定期组织集中研判，办好经验交流会和现场观摩会，推广优秀工作成果，";

function twoYears(before: string, now: string): readonly [PlanDocument, PlanDocument] {
  const plan = (year: number, words: string): PlanDocument =>
    yearlyPlan(year, "一、提升质量", `1.改进工作。${WORK}${words}。`);
  return [plan(2026, now), plan(2025, before)];
}

/** The change of the one indicator, with the remark if there is one. */
function changed(before: string, now: string): string {
  const [draft, earlier] = twoYears(before, now);
  const { targets } = comparePlans(draft, [{ plan: earlier, name: "去年" }]);
  const remarks = remarked(draft, earlier).filter((one) => one.startsWith("target"));
  return [...targets.map(({ change }) => change), ...remarks.map((one) => one.split(" ")[0])].join(" ");
}

describe("越少越好的指标", () => {
  const less =
    "近视率 辍学率 起始年级大班额比例 城镇调查失业率 生产安全事故起数 事故死亡人数 森林火灾受害率 贫困发生率 不合格率 投诉处理不及时率 隐患未整改率 违规培训机构占比 降低近视率 管网漏损率 公租房空置率 平均住院日 群众上访量 吸烟率 碳排放强度 细颗粒物浓度 书面作业时长 拖欠工资人数 居民消费价格涨幅 居民消费价格总水平涨幅 物价涨幅";
  for (const name of less.split(" ")) it(name, () => assert.equal(lessIsBetter(name), true));

  const more =
    "工程质量投诉办结率 重大事故隐患整改率 失业人员再就业率 失业保险参保人数 近视筛查覆盖率 近视防控达标学校 辍学学生劝返率 欠薪案件结案率 新增水土流失治理面积 不合格食品核查处置率 违法犯罪破案率 事故调查按期结案率 大班额消除率 标准班额班级占比 无违规学校占比 拆除违规广告牌 化解投诉 减轻企业负担 欠发达镇村居民人均收入 体育活动时长 志愿服务时长 技术交易发生额 负氧离子浓度 空置房盘活率 群众满意度 居民收入涨幅 粮食收购价格涨幅";
  for (const name of more.split(" ")) it(`不是：${name}`, () => assert.equal(lessIsBetter(name), false));
});

describe("调高还是调低，看指标要往哪边走", () => {
  const cases: Readonly<Record<string, readonly [before: string, now: string, found: string]>> = {
    投诉办得更多是调高: ["投诉举报办结率达到96%", "投诉举报办结率达到98%", "raised"],
    投诉办得更少是调低: ["投诉举报办结率达到98%", "投诉举报办结率达到96%", "lowered target-lowered"],
    隐患整改得更多是调高: ["重大事故隐患整改率达到98%", "重大事故隐患整改率达到100%", "raised"],
    压缩至更短是调高: ["企业开办时间压缩至1个工作日", "企业开办时间压缩至0.5个工作日", "raised"],
    压缩至更长是调低: [
      "企业开办时间压缩至1个工作日",
      "企业开办时间压缩至2个工作日",
      "lowered target-lowered",
    ],
    "今年没写“降至”也一样": ["平均候诊降至30分钟，管网漏损率降到9%", "管网漏损率达到8.8%", "raised"],
    "98%以上，说的就是越多越好": ["违规线索移送率98%以上", "违规线索移送率99%以上", "raised"],
    检查几家次是做多少算多少: ["检查经营单位5000家次", "检查经营单位4800家次", "lowered"],
    抽查几批次也是: ["农资产品监督抽查300批次", "农资产品监督抽查280批次", "lowered"],
    拆除几平方米也是: ["拆除违法建设1.5万平方米", "拆除违法建设1.2万平方米", "lowered"],
    人均几平方米不是: [
      "人均体育场地面积达到2.4平方米",
      "人均体育场地面积达到2.2平方米",
      "lowered target-lowered",
    ],
    "去年写要达到的总数，今年写新增几个": ["市级示范园达到16个", "新增市级示范园4个", "lowered"],
    "绿地共有多少，与新增多少": ["公园绿地面积达到800公顷", "新增公园绿地面积20公顷", "lowered"],
    物价涨得更少不是调低: ["居民消费价格涨幅3%左右", "居民消费价格涨幅2.5%左右", "raised"],
    "只说比上年增加多少，不知道是什么的": [
      "技改投资12亿元，比上年增加5亿元",
      "绿道建设投资9亿元，比上年增加2亿元",
      "new dropped target-dropped",
    ],
    基数是预算的也一样: [
      "技改投资12亿元，较上年年初预算减少5亿元",
      "绿道建设投资9亿元，较上年年初预算减少2亿元",
      "new dropped target-dropped",
    ],
    "比上年增加，说了是什么": ["教育支出比上年增长6%", "教育支出比去年增长5%", "lowered target-lowered"],
    硕士点与博士点是两回事: ["新增硕士学位授权点2个", "申报博士学位授权点1个", "new dropped"],
  };
  for (const [name, [before, now, found]] of Object.entries(cases))
    it(name, () => assert.equal(changed(before, now), found));
});

describe("两项并成一项，科室的变化说一次", () => {
  const plan = (year: number, ...lines: string[]): PlanDocument => yearlyPlan(year, "一、夯实基础", ...lines);
  const standards = "参与制定地方标准，建设标准化试点，开展标准宣讲";
  const measures = "新建社会公用计量器具检定项目，核查集贸市场衡器，公布检定结果";

  it("减少的科室合在一起", () => {
    const draft = plan(2026, `1.夯实标准与计量。${standards}，${measures}。`, "责任科室：标准计量科");
    const earlier = plan(
      2025,
      `1.提升标准。${standards}。`,
      "责任科室：标准化科",
      `2.做实计量。${measures}。`,
      "责任科室：计量科",
    );
    assert.deepEqual(
      remarked(draft, earlier).filter((one) => one.startsWith("responsibility")),
      ["responsibility-changed @ 责任科室：标准计量科: 标准计量科|标准化科、计量科"],
    );
  });
});
