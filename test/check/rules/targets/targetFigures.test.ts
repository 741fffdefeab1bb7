import { describe, it } from "mocha";
import { targetImpossible } from "../../../../server/src/check/rules/targets/targetImpossible.js";
import { targetParts } from "../../../../server/src/check/rules/targets/targetParts.js";
import type { Rule } from "../../../../server/src/check/rule.js";
import { checkRule } from "../../../support/checkRule.js";

const annual = "云岭市民政局2026年工作要点\n一、任务\n";

function quietly(rule: Rule, cases: readonly string[]): void {
  const check = checkRule(rule);
  for (const text of cases) it(`不报：${text}`, () => void check(`${annual}1.${text}`));
}

function told(rule: Rule, cases: readonly string[]): void {
  const check = checkRule(rule);
  for (const text of cases) it(`报：${text}`, () => void check(`${annual}1.${text}`));
}

describe("target-impossible 数值说得通", () => {
  it("升降相反：两数对调", () => {
    checkRule(targetImpossible)(`${annual}1.火化率由⟦91%提高到88%⟧以上。`, {
      fixed: `${annual}1.火化率由88%提高到91%以上。`,
      says: "从“91%”到“88%”没有提高，两数或动词有误。",
    });
  });
  it("超过全部", () => {
    checkRule(targetImpossible)(`${annual}1.助餐点覆盖率达到⟦106%⟧。`, {
      says: "这个比率不会超过100%，现为106%。",
    });
  });
  told(targetImpossible, [
    "办结时限由⟦12个工作日压缩到15个工作日⟧。",
    "床位由⟦1.2万张增加到9800张⟧。",
    "护理补贴由每人每月⟦260元提高到每人每月200元⟧。",
    "接种率由85%提升到⟦108%⟧，满意度≥⟦120%⟧。",
    "公交线路从⟦18条增加到18条⟧。",
  ]);
  quietly(targetImpossible, [
    "由第12位提升到第5位，由前20%提升到前10%。",
    "增速由-5%提升到3%，由负5%提升到3%。",
    "办理时效由5天提升到3天，精度由10%提高到5%。",
    "误差标准由3%提高到2%，漏损率由12%下降到9%。",
    "由9800亩增加到1.2万亩，由80万元提高到1.2亿元。",
    "去年增长5%，提高到3%以内的目标不变。",
    "毛入学率达到105%，拨备覆盖率不低于150%，任务完成率达到120%。",
    "覆盖率达到100%，满意度提高10个百分点，占比提高120%。",
    "由3个增加到12人。",
  ]);
});

describe("target-parts “其中”不超过总数", () => {
  it("合计超过：总数在哪里", () => {
    checkRule(targetParts)(`${annual}1.建设养老院30所，其中⟦新建20所、改建15所⟧。`, {
      says: "“其中”各项合计超过了前面的总数30所。",
    });
  });
  it("一项就超过", () => {
    checkRule(targetParts)(`${annual}1.发展党员15名，其中⟦社区工作者不少于20名⟧。`, {
      says: "其中的20名超过了前面的总数15名。",
    });
  });
  told(targetParts, [
    "划分网格62个，其中⟦社区网格84个⟧、专属网格14个。",
    "适老化改造900户，其中⟦2026年改造300户，2027年改造400户，2028年改造350户⟧。",
    "总投入1.2亿元，其中：2026年投入4500万元，⟦2027年投入14000万元⟧。",
    "改造公厕48座（其中⟦城镇30座、农村28座⟧）。",
    "到2028年，护理员不少于500名，累计改造900户。其中，⟦2026年600户，2027年500户⟧。",
  ]);
  quietly(targetParts, [
    "建设养老院35所，其中新建20所、改建15所。",
    "建设养老院40所，其中新建20所、改建15所。",
    "建设养老院不少于30所，其中新建20所、改建15所。",
    "建设养老院30所以上，其中新建20所、改建15所。",
    "建成30所，其中2026年10所、2027年20所、2028年30所。",
    "建成30所，其中2026年15所，2027年25所。",
    "在校生500名，其中女生300名、寄宿生280名。",
    "建设食堂2个，其中餐位120个。",
    "优良率达到60%，其中城区达到70%。",
    "新建学校3所，新增学位2000个，其中小学1200个、初中800个。",
    "总投资3亿元，年度投资1亿元，其中专项债2亿元。",
    "新建小区5个，其中累计达到12个。",
    "新建站点8座；其中心城区另建12座。",
    "建成项目10个，其中惠及群众20户。",
  ]);
});
