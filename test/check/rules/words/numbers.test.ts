import { describe, it } from "mocha";
import { numberApproximate } from "../../../../server/src/check/rules/words/numberApproximate.js";
import { numberForm } from "../../../../server/src/check/rules/words/numberForm.js";
import { numberMixed } from "../../../../server/src/check/rules/words/numberMixed.js";
import { numberWidth } from "../../../../server/src/check/rules/words/numberWidth.js";
import { numberYear } from "../../../../server/src/check/rules/words/numberYear.js";
import { numberZero } from "../../../../server/src/check/rules/words/numberZero.js";
import { checkRule } from "../../../support/checkRule.js";

describe("number-year", () => {
  const check = checkRule(numberYear);

  it("只有日历上的年份才有的后文", () => {
    check("⟦21年⟧底前完成，⟦26年⟧秋季开学，⟦25年⟧6月启动。", {
      fixed: "2021年底前完成，2026年秋季开学，2025年6月启动。",
    });
    check("⟦2019—21年⟧分批完成。", { fixed: "2019—2021年分批完成。" });
  });
  it("年数不是年份", () => {
    check("近10年初中毕业生，20年来，有30年教龄，学校有60年底蕴，工作满25年度假，10年6个月。");
  });
  it("零敲成了字母的另有提示，不是没写全", () => {
    check("2O26年底前完成，２Ｏ25年春季、B25年6月。");
  });
  it("连续多少年、坚持多少年是年数", () => {
    check("2026/27年度、2025/26年度。");
    check("连续22年秋季征兵无责任退兵，坚持10年冬季清雪，持续20年末位淘汰，第10年度报告。");
    check("实施15年初见成效，打造10年度假胜地，运行12年末端处置。");
  });
  it("写全了的", () => {
    check("2021年底前完成，2019—2021年实施，2026年秋季开学，1998年初。");
  });
});

describe("number-mixed", () => {
  const check = checkRule(numberMixed);

  it("千、百、百分之、十几", () => {
    check("培训⟦3千人次⟧，⟦5百户⟧，投入⟦2.5千万元⟧。", { fixed: "培训3000人次，500户，投入2500万元。" });
    check("提高⟦百分之3⟧，建成⟦20几⟧个，⟦三十5⟧所。", { fixed: "提高3%，建成二十几个，35所。" });
    check("编制⟦14五⟧规划。", { fixed: "编制十四五规划。" });
  });
  it("一位数后面的十改了一半；百千万工程、十四五和约数不算", () => {
    check(
      "新建学校⟦2十⟧所，改造⟦3十五⟧间，用时⟦1十⟧多年来之不易。".replace("⟦1十⟧多年来之不易", "二十多年"),
      {
        fixed: "新建学校20所，改造35间，用时二十多年。",
      },
    );
    check("实施“1十百”工程，5十四五规划，第3十名，5、6十人，3十堰市，110十字路口。");
  });
  it("万、亿后面的千并作一个数", () => {
    check("里程⟦2万5千⟧公里，户数⟦1万6千多户⟧，游客⟦1亿3千多万人次⟧，⟦3万5百人⟧。", {
      fixed: "里程2.5万公里，户数1.6万多户，游客1.3亿多人次，3.05万人。",
    });
  });
  it("千克、千瓦、百分点、百强、“百千万”是词", () => {
    check("重5千克，装机3千瓦，提高3个百分点，进入2026百强县，实施“百千万”工程，推进“1百千”计划。");
  });
  it("千焦、千牛是单位；5、6千是约数，5千7百是一个数", () => {
    check("每套5、6千元，补助5千7百元。");
    check("热值20千焦以上，拉力5千牛，电流3千安，啤酒5千升。");
  });
  it("万、亿可以跟在阿拉伯数字后；100多、第二十条照常", () => {
    check("投入3万元、2亿元，走访100多件，第二十条，二十1.甲，三十1、乙。");
  });
});

describe("number-form", () => {
  const check = checkRule(numberForm);

  it("分节、小数点", () => {
    check("惠及⟦12，000⟧人，到⟦2,026年⟧，增长⟦8。5⟧%，约⟦.5⟧%。", {
      fixed: "惠及12,000人，到2026年，增长8.5%，约0.5%。",
    });
  });
  it("年数可以分节；行首编号的点不是小数点", () => {
    check("树龄1,200年的古树，有2,000年历史，已逾1,300年。\n二.10个重点项目");
  });
  it("名次、型号后的逗号，句末的数，“3·15”", () => {
    check("位列全省第5，200个项目开工；进入前10，500万元奖补到位；参加G20，300名代表出席。");
    check("3·15万人普法，达到50。30%以上的村完成改造。");
  });
  it("两个数之间的逗号", () => {
    check("新建2所，100名教师到岗，达到95，120个班。增长8.5%，2。3.乙");
  });
});

describe("number-width", () => {
  const check = checkRule(numberWidth);

  it("正文里的全角数字", () => {
    check("到⟦２０２６⟧年，达到⟦９５．５％⟧。", { fixed: "到2026年，达到95.5%。" });
  });
  it("编号归编号规则管", () => {
    check("１.加强领导。\n２.落实责任。");
  });
});

describe("number-zero", () => {
  const check = checkRule(numberZero);

  it("圆圈、零、字母、数字", () => {
    check("⟦二○二六⟧年，⟦二零二五⟧年，⟦二O二四⟧年。", { fixed: "二〇二六年，二〇二五年，二〇二四年。" });
  });
  it("数量里的零，写对的〇", () => {
    check("二〇二六年，一百零三所，三千零五十人。");
  });
});

describe("number-approximate", () => {
  const check = checkRule(numberApproximate);

  it("约与余、以上与左右", () => {
    check("⟦约100余⟧家，⟦近200多⟧个，达到⟦90%以上左右⟧。", { fixed: "100余家，200多个，达到90%以上。" });
  });
  it("只说一次的，“附近”“契约”不是约数", () => {
    check("约100家，100余家，近200个，学校附近3多媒体教室，契约20余份，签约30余个，集约5000多亩。");
    check("招引5家以上上下游企业，就近100多户安置，租约100余份。");
    check("近10多年来，近20余年，近30多天。");
  });
});
