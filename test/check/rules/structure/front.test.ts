import { describe, it } from "mocha";
import { addresseeColon } from "../../../../server/src/check/rules/structure/addresseeColon.js";
import { dateForm } from "../../../../server/src/check/rules/structure/dateForm.js";
import { dateMismatch } from "../../../../server/src/check/rules/structure/dateMismatch.js";
import { documentNumber } from "../../../../server/src/check/rules/structure/documentNumber.js";
import { issuerMismatch } from "../../../../server/src/check/rules/structure/issuerMismatch.js";
import { checkExamples, checkRule } from "../../../support/checkRule.js";

describe("document-number", () => {
  const check = checkRule(documentNumber);
  const title = "云岭市教育局2026年工作要点";

  it("例文", () => {
    checkExamples(documentNumber);
  });
  it("括号、虚位、“第”字，各标在错处，一并改正", () => {
    check(`云教发⟦(2026)⟧⟦第03号⟧\n${title}`, { fixed: `云教发〔2026〕3号\n${title}` });
    check(`云教发〔2026〕⟦6⟧\n${title}`, { fixed: `云教发〔2026〕6号\n${title}` });
    check(`云教发⟦〔26〕⟧6号\n${title}`, { fixed: `云教发〔2026〕6号\n${title}` });
  });
  it("正文引用的文号合报一次", () => {
    check(`${title}\n一、总体要求\n落实《意见》（国办发⟦[2021]⟧12号）和《办法》（教基(2022)3号）。`, {
      says: /共2处/,
      fixed: `${title}\n一、总体要求\n落实《意见》（国办发〔2021〕12号）和《办法》（教基〔2022〕3号）。`,
    });
  });
  it("不报：规范的文号，含“函”“明电”", () => {
    check(`云教函〔2026〕12号\n${title}\n一、总体要求\n按国发明电〔2024〕1号办。`);
  });
  it("不报：令、公告、权证的编号另有体例", () => {
    check(`${title}\n一、总体要求\n依据教育部令第45号、教育部公告（2020）第3号和国用（2010）第12号。`);
  });
});

describe("date-form", () => {
  const check = checkRule(dateForm);

  it("例文", () => {
    checkExamples(dateForm);
  });
  it("落款用点线写的日期", () => {
    check("云岭市教育局\n⟦2026.3.5⟧", { fixed: "云岭市教育局\n2026年3月5日" });
  });
  it("印发日期同样不编虚位", () => {
    check("⟦2026年03月05日⟧印发", { fixed: "2026年3月5日印发" });
  });
  it("不报：2012年以前的成文日期本用汉字", () => {
    check("国务院办公厅\n一九九六年二月五日");
  });
  it("不报：没有落款的一行数字是网页的发布时间", () => {
    check("云岭市2026年工作要点\n2026-03-05\n一、总体要求\n全面落实。");
  });
  it("不报：封面只写年月", () => {
    check("云岭市教育事业发展“十五五”规划\n2026年3月");
  });
});

describe("date-mismatch", () => {
  const check = checkRule(dateMismatch);

  it("例文", () => {
    checkExamples(dateMismatch);
  });
  it("历上没有的日子，汉字写的也算", () => {
    check("一、安排\n⟦2026年2月29日⟧前报送，⟦十一月三十一日⟧前总结，⟦13月5日⟧公布。");
  });
  it("多少日的行动、农历的日子不是历上的日期", () => {
    check("一、安排\n自2026年10月60日攻坚行动起，农历二月三十日前完成。");
  });
  it("星期与日期不符", () => {
    check("一、安排\n⟦2026年3月5日（周一）⟧开会。", {
      fixed: "一、安排\n2026年3月5日（周四）开会。",
      says: "2026年3月5日是星期四，不是星期一。",
    });
  });
  it("落款与页首的成文日期不一", () => {
    check(
      "成文日期:\n2021-03-15\n各学校:\n现将要点印发给你们。\n海宁市教育局\n⟦2021年1月29日⟧\n海宁市2021年工作要点\n一、总体要求\n落实。",
      {
        says: /落款日期“2021年1月29日”与页首所列成文日期“2021-03-15”不一致/,
      },
    );
  });
  it("印发早于成文", () => {
    check("云岭市2026年工作要点\n一、总体要求\n落实。\n云岭市教育局\n2026年3月5日\n⟦2026年3月1日⟧印发");
  });
  it("不报：闰年二月二十九日、没有年份的2月29日、大月31日", () => {
    check("一、安排\n2024年2月29日开会，2月29日复会，10月31日总结，12月31日前报送。");
  });
  it("不报：发布日期晚于成文日期是常情", () => {
    check(
      "发布日期：2021-03-15\n各学校:\n现将要点印发给你们。\n海宁市教育局\n2021年1月29日\n海宁市2021年工作要点\n一、总体要求\n落实。",
    );
  });
  it("不报：星期与日期相符", () => {
    check("一、安排\n2026年3月5日（星期四）开会。");
  });
  it("不报：印发晚于成文", () => {
    check("云岭市2026年工作要点\n一、总体要求\n落实。\n云岭市教育局\n2026年3月5日\n2026年3月6日印发");
  });
});

describe("addressee-colon", () => {
  const check = checkRule(addresseeColon);
  const title = "云岭市教育局关于印发2026年工作要点的通知";

  it("例文", () => {
    checkExamples(addresseeColon);
  });
  it("写成句号、逗号的改成冒号", () => {
    check(`${title}\n⟦各县区教育局、局属各学校。⟧\n现将要点印发给你们。`, {
      fixed: `${title}\n各县区教育局、局属各学校：\n现将要点印发给你们。`,
    });
  });
  it("不报：半角冒号归标点规则管", () => {
    check(`${title}\n各县区教育局、局属各学校:\n现将要点印发给你们。`);
  });
  it("不报：标题下直接是正文", () => {
    check("云岭市2026年工作要点\n各学校要认真贯彻落实本要点。\n一、总体要求\n落实。");
    check("云岭市2026年工作要点\n全市教育工作坚持优先发展，办好每一所学校\n一、总体要求\n落实。");
  });
});

describe("issuer-mismatch", () => {
  const check = checkRule(issuerMismatch);

  it("例文", () => {
    checkExamples(issuerMismatch);
  });
  it("标题里的发文机关与落款", () => {
    check(
      "云岭市教育体育局关于印发2026年工作要点的通知\n各学校：\n现将要点印发给你们。\n⟦云岭市教育局⟧\n2026年1月6日",
      {
        fixed:
          "云岭市教育体育局关于印发2026年工作要点的通知\n各学校：\n现将要点印发给你们。\n云岭市教育体育局\n2026年1月6日",
      },
    );
  });
  it("联合发文只标不一致的一家", () => {
    check(
      "中共台岭区委教育工作委员会\n台岭区教育和体育局\n关于印发2021年教育工作要点的通知\n各学校：\n现将要点印发给你们。\n⟦台岭区委教育工作委员会⟧    台岭区教育和体育局\n2021年1月6日",
    );
  });
  it("不报：两家写在一行，落款各占一行；或反过来", () => {
    const [party, office] = ["中共云岭市委办公室", "云岭市人民政府办公室"];
    const body = "关于印发2026年工作要点的通知\n各学校：\n现将要点印发给你们。";
    check(`${party} ${office}\n${body}\n${party}\n${office}\n2026年1月6日`);
    check(`${party}\n${office}\n${body}\n${party} ${office}\n2026年1月6日`);
  });
  it("不报：人民政府与政府都是规范名称", () => {
    check(
      "云岭市人民政府关于印发2026年工作要点的通知\n各学校：\n现将要点印发给你们。\n云岭市政府\n2026年1月6日",
    );
  });
  it("不报：版头带“文件”二字", () => {
    check(
      "云岭市教育局文件\n云教发〔2026〕1号\n云岭市教育局关于印发2026年工作要点的通知\n各学校：\n现将要点印发给你们。\n云岭市教育局\n2026年1月6日",
    );
  });
  it("不报：转发通知后面是另一机关的落款", () => {
    check(
      "国务院办公厅转发国家地震局\n关于加强防震减灾工作意见的通知\n各省人民政府：\n请贯彻执行。\n国务院办公厅\n1996年2月5日\n关于加强防震减灾工作的意见\n一、总体要求\n落实。\n国家地震局\n1996年1月25日",
    );
  });
});
