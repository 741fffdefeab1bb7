import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { paragraphRepeat } from "../../../../server/src/check/rules/words/paragraphRepeat.js";
import { textRepeat } from "../../../../server/src/check/rules/words/textRepeat.js";
import { checkRule } from "../../../support/checkRule.js";

describe("text-repeat", () => {
  const check = checkRule(textRepeat);

  it("衍字、衍词", () => {
    const [one] = check("加快教育强国建设⟦的的⟧部署。", { fixed: "加快教育强国建设的部署。" });
    assert.equal(one?.fixes[0]?.safe, true);
    check("⟦进一步进一步⟧提高质量，学校⟦以及以及⟧家庭。", { fixed: "进一步提高质量，学校以及家庭。" });
  });
  it("一串里同名两次，标后一次", () => {
    check("在财政投入、教师配备、校舍建设、⟦教师配备⟧上做好保障。", {
      fixed: "在财政投入、教师配备、校舍建设上做好保障。",
    });
    check("开设数学、物理、化学、⟦物理⟧等学科。", { fixed: "开设数学、物理、化学等学科。" });
    check("做好教育、医疗、⟦教育⟧保障。".replace("⟦教育⟧", "教育"));
  });
  it("叠词是对的", () => {
    check(
      "往往、常常，层层落实，步步推进，人人有责，种种困难，处处留心，稳稳推进，逐步步入正轨，级级联动，校校有特色。",
    );
    check(
      "事事有回应、件件有着落，人人都参与，实实在在，认认真真，方方面面，的的确确，研究研究。".replace(
        "，研究研究",
        "",
      ),
    );
  });
  it("前一字、后一字各属一词", () => {
    check(
      "以就业为目的的培训，除了了解情况，为了了解，共和和平，参与与合作，普及及时，实在在意，存在在册，在在职人员中推广。",
    );
  });
  it("前两字、后两字各属一词", () => {
    check("落实基层党组织组织生活制度，办好人大代表代表小组活动，市直机关机关党委，城乡居民居民医保。");
    check("强化县纪委监委监督，建好重点项目项目库，实行责任清单清单化管理，配齐综治网格网格员。");
    check("⟦完善完善⟧制度，推进⟦项目项目⟧建设，⟦推动推动⟧化解。");
  });
  it("逐个地", () => {
    check("一件一件抓落实，一个一个抓突破，一户一户走访，逐村逐村排查。");
  });
  it("后两字与下文成一个词", () => {
    check("联合执法依法依规进行，禁用剧毒高毒高风险农药。");
    check("一、内容\n（一）竞赛内容竞赛内容主要包括法规。");
  });
  it("隐去的姓名不是重名", () => {
    check("成员：XXX、XXX、XXX，某某某、某某某、某某某。");
  });
  it("有意的排比不是重复", () => {
    check(
      "一校一章程、一校一规划、一校一制度，人、财、物、人的管理，基础教育教育质量，市教育局、县教育局、各教育局。",
    );
  });
  it("普通高中、职业高中、高中：末尾相同不是同名", () => {
    check("办好普通高中、职业高中、高中阶段学校，发展学前教育、义务教育、高中教育。");
  });
  it("责任科室重名归 responsibility-duplicate", () => {
    check("1.抓好落实。\n责任科室：教师科、人事科、教师科");
  });
});

describe("paragraph-repeat", () => {
  const check = checkRule(paragraphRepeat);
  const long = "健全监测机制，做好数据定期比对，确保控辍保学成果持续巩固，不让一名学生失学。";

  it("整段相同，标后一段", () => {
    check(`${long}\n落实政策。\n⟦${long}⟧`, { fixed: `${long}\n落实政策。` });
    check(`一、甲\n1.${long}\n2.落实政策。\n⟦3.${long}⟧`);
  });
  it("三处以上是每项都有的套话；附件把正文的任务再列一遍", () => {
    check(`一、甲\n1.建校。\n${long}\n2.修路。\n${long}\n3.改厕。\n${long}`);
    check(`一、甲\n1.${long}\n附件\n任务分解表\n1.${long}`);
  });
  it("短句、责任行、标题重复是常事", () => {
    check("1.加强领导。抓好落实。\n责任科室：办公室\n2.加强领导。抓好落实。\n责任科室：办公室");
  });
});
