import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { spaceStray } from "../../../../server/src/check/rules/words/spaceStray.js";
import { textResidue } from "../../../../server/src/check/rules/words/textResidue.js";
import { checkRule } from "../../../support/checkRule.js";

const body =
  "深入学习贯彻全国教育大会精神，全面落实立德树人根本任务，办好人民满意的教育，加快建设教育强市，推动高质量发展。";

describe("text-residue", () => {
  const check = checkRule(textResidue);

  it("书签、域代码、网页代码", () => {
    check("⟦[bookmark: _GoBack]⟧14.实现贯通。", { fixed: "14.实现贯通。" });
    check("详见⟦错误！未找到引用源。⟧规定。");
    check("加强⟦&nbsp;⟧领导⟦<br/>⟧。", { fixed: "加强领导。" });
  });
  it("代码多处，只报一条", () => {
    const found = check("加强⟦&nbsp;⟧领导&nbsp;落实&nbsp;责任&nbsp;。", { fixed: "加强领导落实责任。" });
    assert.equal(found.length, 1);
  });
  it("认错的字母：一定的才自动改，其余给选择", () => {
    const [sure] = check("实施信息化⟦2.O⟧行动。", { fixed: "实施信息化2.0行动。" });
    assert.equal(sure?.fixes[0]?.safe, true);
    const [choice] = check("标准不低于⟦100oO⟧元。");
    assert.deepEqual(
      choice?.fixes.map((fix) => fix.edits[0]?.newText),
      ["1000", "10000"],
    );
    assert.ok(choice?.fixes.every((fix) => !fix.safe));
    check("培训率达到⟦35%o⟧学历教育。", { fixed: "培训率达到35%。学历教育。" });
  });
  it("O2O、H2O、5G、A4、GB/T不是认错的字母", () => {
    check("发展O2O服务，治理H2O，建设5G基站，用A4纸，按GB/T执行，推进CO2减排，IPV6升级。");
  });
  it("网页头尾：一条，一次删掉", () => {
    const found = check(`云岭市2026年工作要点\n⟦字号:\n大 中 小⟧\n${body}\n扫码使用手机浏览本页内容`, {
      fixed: `云岭市2026年工作要点\n${body}`,
    });
    assert.equal(found.length, 1);
    assert.equal(found[0]?.related.length, 1);
  });
  it("网页的括号折成几行，专题的箭头", () => {
    check(`⟦【字号：⟧\n云岭市2026年工作要点\n】\n${body}\n》》点击海报看专题《《`, {
      fixed: `云岭市2026年工作要点\n${body}`,
    });
  });
  it("网页的按钮，括号各占一行", () => {
    check(`云岭市2026年工作要点\n${body}\n⟦【\n关闭窗口\n】⟧`, { fixed: `云岭市2026年工作要点\n${body}` });
  });
  it("页码自成一行", () => {
    check(`${body}\n⟦— 1 —⟧\n2.加强劳动教育。\n- 2 -\n3.完善招生政策。`, {
      fixed: `${body}\n2.加强劳动教育。\n3.完善招生政策。`,
    });
  });
  it("文库分块的序号切断句子", () => {
    const piece = `全面落实立德树人根本任务，办好人民满意的教育，推动高质量发展，加强队伍建设，`.repeat(2);
    check(`⟦1、⟧${piece}\n2、${piece}\n3、${piece}\n4、${piece}`, {
      fixed: [piece, piece, piece, piece].join("\n"),
    });
  });
  it("用“1、”编号的条目不是分块", () => {
    check(`1、${body}\n2、${body}\n3、${body}\n4、${body}`);
    const task = "完成城区三所幼儿园建设，新增学位八百一十个，配齐配足保教人员，年内投入使用，由市教育局牵头";
    check(`1、${task}\n2、${task}\n3、${task}\n4、${task}`);
  });
  it("条目以责任单位收尾，后面不加标点，不是分块", () => {
    const task = "推进农村公路提档升级，新改建农村公路一百公里，完善安防设施和管护机制，实施路长制。";
    check(
      `1、${task}责任单位：市交通局\n2、${task}责任单位：市公路中心\n3、${task}责任单位：市财政局\n4、${task}`,
    );
  });
  it("模型的名称、考核的指标不是残迹", () => {
    check(`${body}\n引入GPT-4o等大模型。\n阅读量：10万以上加5分`);
  });
  it("附注、版记、落款不是残留", () => {
    check("各学校：\n（此件公开发布）\n抄送：市委办公室。\n云岭市教育局办公室　　2026年2月25日印发");
  });
});

describe("space-stray", () => {
  const check = checkRule(spaceStray);

  it("句子里的空格、标点旁的空格", () => {
    const [word, mark] = check("各校要开齐课程，办好校园⟦ ⟧足球，⟦ ⟧每天锻炼。", {
      fixed: "各校要开齐课程，办好校园足球，每天锻炼。",
    });
    assert.equal(word?.fixes[0]?.safe, false, "少的也许是顿号");
    assert.equal(mark?.fixes[0]?.safe, true);
  });
  it("一段很多处，只报一条", () => {
    const found = check("加强，推进⟦ ⟧数字 政府 建设，提高 治理 效能。", {
      fixed: "加强，推进数字政府建设，提高治理效能。",
    });
    assert.equal(found.length, 1);
  });
  it("引号、书名号里的空格是有意的", () => {
    check("开展“正师德 树师风”活动，落实《中共中央 国务院关于学前教育的意见》。");
  });
  it("编号后、标题后、机关名之间、姓名里的空格", () => {
    check(
      "一、 指导思想，要求。\n（一）组织领导 各单位要高度重视，抓好落实。\n根据中共中央 国务院要求，组长：张 三，",
    );
  });
  it("责任科室用空格分开，不是多余", () => {
    check("1.抓好落实，提高质量。\n责任科室：基教科 教研室，计财科 人事科");
  });
  it("联系人的单位与姓名之间", () => {
    check("（联系人：市商务局　王鹏；联系电话：0999-1234567）");
  });
  it("括号里，身份与姓名之间", () => {
    check("要久久为功，让绿水青山成为发展的源泉，让群众得到实惠。（云岭市林业局局长 钱明）");
  });
  it("表格、标题、落款用空格排版", () => {
    check("3.预约率\t定量\t计算方法：预约人次除以总人次。 指标来源：病案首页。");
    check("小学 36个班 初中 24个班\n云岭市教育局 人事科\n大 中 小");
    check("1 新建云岭三幼，完成封顶 市教育局 市住建局 12月底前");
    check(
      "副组长：李 四 市教育局副局长，一级调研员\n成 员：王 五 市教育局办公室主任，赵 六 市教育局人事科科长",
    );
  });
  it("数字、英文与汉字之间的空格由各单位自定", () => {
    check("新建 8 所学校，建设 STEAM 教室，达到 95% 以上。");
  });
});
