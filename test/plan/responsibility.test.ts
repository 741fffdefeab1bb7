import assert from "node:assert/strict";
import { responsibilitiesIn } from "../../server/src/plan/responsibility.js";
import { parsePlan } from "../../server/src/plan/parsePlan.js";
import { outlineText } from "../support/outlineText.js";

/** `角色:名、名` for every group of every responsibility, then the deadline. */
function reads(text: string): string[] {
  return responsibilitiesIn(text).map((r) => {
    const groups = r.groups.map(
      (g) =>
        `${g.label}|${[...new Set(g.departments.map((d) => d.role))].join("+")}|${g.departments.map((d) => d.name).join("、")}`,
    );
    for (const group of r.groups)
      for (const d of group.departments) assert.equal(text.slice(d.span.start, d.span.end), d.name);
    return [...groups, ...(r.deadline ? [`时限|${r.deadline.text}`] : [])].join(" ");
  });
}

describe("责任：各种写法", () => {
  const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ["责任科室：基教科 教研室 宣传科", ["责任科室|owner|基教科、教研室、宣传科"]],
    [
      "淘汰落后产能。（市发改委、市工信局按职责分工负责，各县党委、政府负责落实。以下各项任务均需各县党委、政府落实，不再一一列出）",
      ["|owner|市发改委、市工信局、各县党委、政府"],
    ],
    [
      "做好汇报。（办公室负责，宣传部、云岭公司等部门单位配合；根据统一安排确定汇报会具体时间等事项）",
      ["|owner|办公室 |support|宣传部、云岭公司"],
    ],
    [
      "推进改革。（国家发展改革委、银保监会等国务院相关部门及各地区按职责分工负责）",
      ["|owner|国家发展改革委、银保监会、各地区"],
    ],
    [
      "完成部署。责任单位：信息中心、电教馆完成时限：2026年9月30日（二）设备购置按需购置。",
      ["责任单位|owner|信息中心、电教馆 时限|2026年9月30日"],
    ],
    [
      "按时办结率达到99%。（市政务热线中心、各县（市、区）政府）",
      ["|owner|市政务热线中心、各县（市、区）政府"],
    ],
    ["招收适龄儿童。（含民办学校）", []],
    ["落实各项要求。（此件公开发布）", []],
    ["责任科室:基教科、教研室。", ["责任科室|owner|基教科、教研室"]],
    ["牵头科室：办公室；配合科室：基教科、计财科", ["牵头科室|lead|办公室 配合科室|support|基教科、计财科"]],
    ["抓好落实。（责任科室：组干科、机关党委）", ["责任科室|owner|组干科、机关党委"]],
    [
      "抓好落实。〔牵头单位：区政府办公室，责任单位：区政府有关部门，各街道（功能区）〕",
      ["牵头单位|lead|区政府办公室 责任单位|owner|区政府有关部门、各街道（功能区）"],
    ],
    [
      "抓好落实。（科技局牵头，发展改革委、工业和信息化局等按职责分工负责）",
      ["|lead|科技局 |owner|发展改革委、工业和信息化局"],
    ],
    ["抓好落实。（市教育局、市财政局负责，排在第一位的部门为牵头部门，下同）", ["|owner|市教育局、市财政局"]],
    [
      "抓好落实。（生态环境局指导，各镇街负责落实。以下均需各镇街落实，不再列出）",
      ["|support|生态环境局 |owner|各镇街"],
    ],
    [
      "抓好落实。（牵头单位：州行政审批局；责任单位：州司法局、州委编办，6月底完成）",
      ["牵头单位|lead|州行政审批局 责任单位|owner|州司法局、州委编办 时限|6月底完成"],
    ],
    [
      "责任单位：市文化和旅游局、市人力资源和社会保障局和市财政局",
      ["责任单位|owner|市文化和旅游局、市人力资源和社会保障局、市财政局"],
    ],
    ["责任单位：各县（市、区）教育局，各学校", ["责任单位|owner|各县（市、区）教育局、各学校"]],
    [
      "牵头领导：王某  责任科室：社会事务办、各社区居委会  完成时限：12月底",
      ["牵头领导|person|王某 责任科室|owner|社会事务办、各社区居委会 时限|12月底"],
    ],
    ["【责任科室】督政科、督学科", ["责任科室|owner|督政科、督学科"]],
    [
      "（牵头：城管办；配合：各社区居委会、物业公司）",
      ["牵头|lead|城管办 配合|support|各社区居委会、物业公司"],
    ],
    ["给予资助。责任单位：市委组织部、市科技局。其他事项另行通知。", ["责任单位|owner|市委组织部、市科技局"]],
    ["（负责部门：市商务局；适用范围：所有园区，以下除标注外均为所有园区）", ["负责部门|owner|市商务局"]],
    ["责任科室：办公室（牵头）、基教科", ["责任科室|lead+owner|办公室、基教科"]],
    ["责任单位：县发改局（首位单位为牵头单位，下同）、县财政局", ["责任单位|owner|县发改局、县财政局"]],
    [
      "协同责任单位：市经信局、市科技局等，各县、市、区政府。",
      ["协同责任单位|support|市经信局、市科技局、各县、市、区政府"],
    ],
    ["责任科室：", ["责任科室||"]],
  ];
  for (const [text, expected] of cases) {
    it(text, () => {
      assert.deepEqual(reads(text), expected);
    });
  }
});

describe("责任：说到责任的句子不是责任", () => {
  for (const text of [
    "责任单位要切实加强领导，确保按期完成。",
    "落实校长负责制（党组织领导的校长负责制）。",
    "压实主体责任，签订责任书。",
    "各责任科室每月25日前报送进展。",
    "（此件公开发布）",
  ]) {
    it(text, () => {
      assert.deepEqual(reads(text), []);
    });
  }
});

describe("责任：归到哪一条", () => {
  it("组末一行服务全组", () => {
    const plan = parsePlan(
      "一、任务\n（一）甲组\n1.子项。\n2.丑项。\n责任科室：基教科\n（二）乙组\n1.寅项。\n2.卯项。\n责任科室：人事科",
    );
    assert.equal(
      outlineText(plan),
      "一、任务\n  （一）甲组 ← 基教科\n    1.子项\n    2.丑项\n  （二）乙组 ← 人事科\n    1.寅项\n    2.卯项",
    );
  });

  it("别处逐条都写时，只有最后一条写的不算全组", () => {
    const plan = parsePlan(
      "一、任务\n（一）甲组\n1.子项。\n责任科室：办公室\n2.丑项。\n责任科室：基教科\n（二）乙组\n1.寅项。\n2.卯项。\n责任科室：人事科",
    );
    assert.equal(plan.items.find((item) => item.title === "寅项")?.parent?.responsibilities.length, 0);
  });

  it("括号折成两行，中间夹着页码", () => {
    const plan = parsePlan(
      "一、任务\n（一）推进赛事改革。完善相关制度。（体育局、广电局、版权局、市\n— 4 —\n司法局负责）\n（二）深化合作。",
    );
    assert.equal(outlineText(plan).split("\n")[1], "  （一）推进赛事改革 ← 体育局、广电局、版权局、市司法局");
  });
});
