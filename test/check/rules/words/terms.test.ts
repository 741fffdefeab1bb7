import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { termAbbreviation } from "../../../../server/src/check/rules/words/termAbbreviation.js";
import { termConfigured } from "../../../../server/src/check/rules/words/termConfigured.js";
import { termDoubtful } from "../../../../server/src/check/rules/words/termDoubtful.js";
import { termInconsistent } from "../../../../server/src/check/rules/words/termInconsistent.js";
import { termTypo } from "../../../../server/src/check/rules/words/termTypo.js";
import { checkRule } from "../../../support/checkRule.js";

describe("term-inconsistent", () => {
  const check = checkRule(termInconsistent);

  it("少的一处是错的；一样多时标前一处", () => {
    check("落实“四查五晒”机制。\n督促⟦“四查六晒”⟧机制落地。\n完善“四查五晒”机制。", {
      says: "此处作“四查六晒”，别处作“四查五晒”（2处），应统一。",
      fixed: "落实“四查五晒”机制。\n督促“四查五晒”机制落地。\n完善“四查五晒”机制。",
    });
    check("落实⟦“三六九”⟧管理模式。\n完善“五六九”管理模式。");
  });
  it("长的名称差一个字", () => {
    check("深化“铸魂筑梦、立德树人”品牌。\n开展⟦“铸魂逐梦、立德树人”⟧活动。\n做优“铸魂筑梦、立德树人”品牌。");
    check(
      "落实《义务教育质量评价指南》。\n对照⟦《义务教育质量的评价指南》⟧。\n用好《义务教育质量评价指南》。",
    );
  });
  it("“十四五”“十五五”，“七五”“八五”普法，是先后的时期", () => {
    check("总结“十四五”规划。\n编制“十五五”规划。\n总结“七五”普法。\n启动“八五”普法。");
  });
  it("同一句里并列的是两样东西", () => {
    check("开展“一对一帮扶结对”“一对多帮扶结对”，落实《海宁市督学管理办法》和《海宁市督学管制办法》。");
  });
  it("“三个一”“五个一”、“3+2”“3+4”各是各的", () => {
    check("推进“三个一”工程。\n实施“五个一”工程。\n开展“3+2”培养。\n扩大“3+4”培养。");
  });
  it("年份、期次、地域不同的文件是几份文件", () => {
    check(
      "总结《云岭市2025年教育工作要点》。\n印发《云岭市2026年教育工作要点》。\n落实《第三期学前教育行动计划》。\n实施《第四期学前教育行动计划》。\n对照《省中小学管理办法》。\n修订《市中小学管理办法》。",
    );
  });
  it("热线号码、纪念日各是各的", () => {
    check("整合“12345”热线。\n规范“12315”热线。\n办好“12348”热线。\n开展“119”宣传月。\n开展“110”宣传月。");
    check("组织“6·16”宣传活动。\n组织“6·26”宣传活动。");
  });
  it("年年都有的行动、几条政策、第几版、“双11”“双12”各是各的", () => {
    check("巩固“护苗2025”专项行动成效。\n开展“护苗2026”专项行动。\n总结“护苗2025”专项行动。");
    check("落实“人才新政20条”政策。\n制定“人才新政30条”政策。");
    check("建成“一网通办2.0”平台。\n启动“一网通办3.0”平台。");
    check("做好“双11”网络交易监管。\n做好“双12”网络交易监管。");
  });
  it("农业、渔业、水务、税务是几个行业", () => {
    check("建设“智慧农业平台”。\n推广“智慧农业平台”。\n建设“智慧渔业平台”。");
  });
  it("国家的法律名称开头都一样", () => {
    check(
      "执行《中华人民共和国会计法》。\n执行《中华人民共和国统计法》。\n宣传《中华人民共和国水法》。\n学习《中华人民共和国刑法》。",
    );
  });
  it("末一字说的是哪一种；两样各出现一次，说不清谁是谁的错", () => {
    check(
      "建设“乡村振兴示范带”2条。\n打造“乡村振兴示范点”10个。\n建好“乡村振兴示范带”。\n推荐“五一劳动奖章”。\n推荐“五一劳动奖状”。",
    );
    check("开展“春风送岗行动”。\n开展“春风送暖行动”。");
  });
  it("短的引语差一字是常事", () => {
    check("办好“好学校”。\n培养“好学生”。\n推进“一校一品”。\n实施“一校一策”。");
  });
});

describe("term-abbreviation", () => {
  const check = checkRule(termAbbreviation);

  it("定了不用", () => {
    check("建好公共服务平台⟦（以下简称“云岭智教”）⟧，深化应用。", { fixed: "建好公共服务平台，深化应用。" });
    check("根据管理办法⟦(以下简称《办法》)⟧执行。");
  });
  it("后文用过，不带引号也算", () => {
    check("建好公共服务平台（以下简称“云岭智教”），用好云岭智教。");
    check("国务院（以下简称国务院）部署，国务院要求。");
  });
  it("同时定几个，用了一个就要留着", () => {
    check("教育部门、财政部门（以下简称“两部门”“各部门”），两部门分工负责。");
  });
  it("不加引号的几个简称，后面可以有“下同”", () => {
    check("创建示范县、示范乡镇（以下简称示范县、示范乡镇，下同）。示范县按年度验收。");
    check("建设数据公司（以下简称数发公司，下同）。数发公司抓运营。");
  });
  it("许多简称各看各的：用在前面的不算，用在别的词里的算", () => {
    check(
      "云岭智教已建。建好公共服务平台⟦（以下简称“云岭智教”）⟧，成立联盟（以下简称“集团”）、高中联盟⟦（以下简称“集团校联盟”）⟧，办好集团校。",
    );
  });
});

describe("term-configured", () => {
  const check = checkRule(termConfigured);
  const terms = [
    { avoid: "教体局", use: "教育和体育局", reason: "机构改革后的名称" },
    { avoid: "双减", use: "“双减”" },
  ];

  it("照本单位的清单", () => {
    check("⟦教体局⟧推进⟦双减⟧工作。", {
      terms,
      says: ["“教体局”应作“教育和体育局”：机构改革后的名称", "“双减”应作““双减””。"],
      fixed: "教育和体育局推进“双减”工作。",
    });
  });
  it("已经是规范写法", () => {
    check("教育和体育局推进“双减”工作。", { terms });
  });
  it("没有清单就不说话", () => {
    check("教体局推进双减工作。");
  });
  it("清单再长也只看一遍：一处只报一次，几条用语同字开头、同写一词，各报各的", () => {
    const many = [
      { avoid: "家家", use: "每户" },
      { avoid: "校长", use: "校（园）长" },
      { avoid: "校长室", use: "校务办" },
      { avoid: "校长", use: "负责人" },
    ];
    check("⟦家家⟧家长都来。", { terms: many, says: ["“家家”应作“每户”。"] });
    const says = ["“校长”应作“校（园）长”。", "“校长”应作“负责人”。", "“校长室”应作“校务办”。"];
    const found = check("由⟦⟦⟦校长⟧⟧室⟧落实。", { terms: many });
    assert.deepEqual(
      found.map(({ message }) => message),
      says,
    );
  });
  it("改成的词里还有不该用的，不算稳妥的改法", () => {
    const found = check("⟦教体局⟧推进⟦双减⟧工作。", { terms });
    assert.deepEqual(
      found.flatMap(({ fixes }) => fixes.map(({ safe }) => safe)),
      [true, false],
    );
  });
});

describe("term-typo、term-doubtful", () => {
  it("别字", () => {
    checkRule(termTypo)("统一⟦布署⟧，按期⟦峻工⟧。", { fixed: "统一部署，按期竣工。" });
    checkRule(termTypo)("宣布署名文章发表办法前，先作部署。".replace("宣布署名", "公布作者"));
    checkRule(termDoubtful)("⟦截止目前⟧，采取⟦随即抽查⟧。", { fixed: "截至目前，采取随机抽查。" });
  });
  it("前后各属一词", () => {
    checkRule(termTypo)(
      "面对严峻工作形势，发布署名文章，按装配式建筑标准、按装机容量补贴，按装置规模奖补，究竟争取多少。",
    );
    checkRule(termDoubtful)(
      "预防犯罪，召开座谈汇报会，转让全部份额，既使用电能，既使群众受益，又使企业减负，核对全部份数，严防犯规。",
    );
    checkRule(termDoubtful)("⟦既使⟧下雨也要巡查，⟦防犯⟧风险。");
  });
  it("字面相连而各属一词，或本来就对", () => {
    checkRule(termDoubtful)("报名截止，随即开展抽查，部分学校，度过难关，防范风险。");
  });
});
