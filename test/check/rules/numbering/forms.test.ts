import { numberingInline } from "../../../../server/src/check/rules/numbering/numberingInline.js";
import { numberingLevel } from "../../../../server/src/check/rules/numbering/numberingLevel.js";
import { numberingStyle } from "../../../../server/src/check/rules/numbering/numberingStyle.js";
import { checkRule } from "../../../support/checkRule.js";

const style = checkRule(numberingStyle);
const level = checkRule(numberingLevel);
const inline = checkRule(numberingInline);

describe("编号写法", () => {
  it("一处与众不同", () => {
    style("一、甲\n1.子\n2.丑\n⟦3、⟧寅\n4.卯\n5.辰\n6.巳", {
      fixed: "一、甲\n1.子\n2.丑\n3.寅\n4.卯\n5.辰\n6.巳",
    });
    style("（一）甲\n（二）乙\n⟦(三)⟧丙\n（四）丁\n（五）戊", {
      fixed: "（一）甲\n（二）乙\n（三）丙\n（四）丁\n（五）戊",
    });
  });

  it("四条里一条用了半角括号；两样各半说不出哪样不对", () => {
    style("⟦(一)⟧甲\n（二）乙\n（三）丙\n（四）丁", { fixed: "（一）甲\n（二）乙\n（三）丙\n（四）丁" });
    style("(一)甲\n（二）乙\n（三）丙");
  });

  it("丢了半个括号", () => {
    style("（一）甲\n⟦二）⟧乙\n（三）丙\n（四）丁\n（五）戊", {
      fixed: "（一）甲\n（二）乙\n（三）丙\n（四）丁\n（五）戊",
    });
  });

  it("丢了数字，按前后补上", () => {
    style("一、甲\n（一）子\n⟦（）⟧丑\n（三）寅", { fixed: "一、甲\n（一）子\n（二）丑\n（三）寅" });
  });

  it("全文都这样写就不是不一致", () => {
    style("一、甲\n1、子\n2、丑\n3、寅");
    style("一、甲\n1 .子\n2 .丑\n3.寅\n4.卯");
  });
});

describe("层次", () => {
  it("大的套在小的下面", () => {
    level("1.甲项\n⟦（一）⟧子\n（二）丑\n2.乙项\n（一）寅");
  });

  it("一、直接到1.，或从（一）起，都可以", () => {
    level("一、甲\n1.子\n2.丑");
    level("（一）甲\n1.子\n2.丑\n（二）乙");
  });

  it("Ⅰ.之下用1.", () => {
    level("Ⅰ.甲\n1.子\n2.丑\nⅡ.乙\n1.寅\n2.卯");
  });
});

describe("段内列举", () => {
  it("四是接在二是后面", () => {
    inline("一是抓学习，二是抓落实，⟦四⟧是抓督查，五是抓问责。", {
      fixed: "一是抓学习，二是抓落实，三是抓督查，四是抓问责。",
    });
  });

  it("省略号之后接着数", () => {
    inline("重点做好：（1）查通道；（⟦3⟧）查设施；（4）查用电。", {
      fixed: "重点做好：（1）查通道；（2）查设施；（3）查用电。",
    });
    inline("紧盯周边，（1）清摊点；（2）规范停车；（⟦2⟧）增设护栏。");
    inline("分三步：（1）校内；（2）校外；（3）夜间。");
    inline("见附件，（1）通道；（3）设施。");
    inline("落实方案，（1）通道；（3）设施；（7）用电。");
    inline("落实第（1）项；（3）项；（4）项。");
    inline("一是抓学习……二是抓落实。⟦四⟧是抓督查。");
  });

  it("两组列举各自从一起；不从一起的不是列举", () => {
    inline(
      "一是抓党建，重点做好三件事：一是建制度，二是强阵地，三是带队伍。二是抓业务。三是抓宣传：一是办栏目；二是办展览。四是抓督查。",
    );
    inline("一是抓党建：一是建制度，二是强阵地，⟦四⟧是带队伍。二是抓业务。", {
      fixed: "一是抓党建：一是建制度，二是强阵地，三是带队伍。二是抓业务。",
    });
    inline("减证有两利：一是减负，一是增效。");
    inline("办学的规矩一是公道，家长都知道。今年抓三件事，一是规范，二是提质，三是减负。");
    inline("一是强基础。⟦一⟧是提质量。三是抓培训。");
    inline("一是强基础。二是提质量。另一方面，一是抓培训，二是抓考核。");
    inline("二是要持续用力。");
    inline("1.抓筹备：一是选人，二是定点，三是备料。2.抓成效总结一是月月小结；二是年终总结。统一是前提。");
    inline("第一，抓学习；第二，抓落实。");
  });
});
