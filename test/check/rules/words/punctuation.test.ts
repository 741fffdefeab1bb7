import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { punctuationEnumeration } from "../../../../server/src/check/rules/words/punctuationEnumeration.js";
import { punctuationForm } from "../../../../server/src/check/rules/words/punctuationForm.js";
import { punctuationNesting } from "../../../../server/src/check/rules/words/punctuationNesting.js";
import { punctuationPair } from "../../../../server/src/check/rules/words/punctuationPair.js";
import { punctuationPlace } from "../../../../server/src/check/rules/words/punctuationPlace.js";
import { punctuationRange } from "../../../../server/src/check/rules/words/punctuationRange.js";
import { punctuationRepeat } from "../../../../server/src/check/rules/words/punctuationRepeat.js";
import { punctuationWidth } from "../../../../server/src/check/rules/words/punctuationWidth.js";
import { checkRule } from "../../../support/checkRule.js";

describe("punctuation-width", () => {
  const check = checkRule(punctuationWidth);

  it("全角文稿里的半角，一处一条", () => {
    check("优化结构，落实责任⟦,⟧管好资金⟦;⟧严格考核，加强督导。", {
      fixed: "优化结构，落实责任，管好资金；严格考核，加强督导。",
    });
    check("加强执法⟦(含暗访)⟧力度，建设网站（试行）。", {
      fixed: "加强执法（含暗访）力度，建设网站（试行）。",
    });
    check('开展⟦"双随机"⟧检查，落实责任。', { fixed: "开展“双随机”检查，落实责任。" });
  });
  it("半角标点前多了一个空格", () => {
    check("满意度达到95％ ⟦,⟧投诉办结率达到100%，师生 ⟦,⟧家长反映良好。");
  });
  it("通篇半角，只报一条，一次改完", () => {
    const found = check("一、目标\n深入学习⟦,⟧全面落实,不断提高,持续用力:加强领导(试行).", {
      says: "全文有6处半角标点，应用全角；可一次改好。",
      fixed: "一、目标\n深入学习，全面落实，不断提高，持续用力：加强领导（试行）。",
    });
    assert.equal(found.length, 1);
  });
  it("一半全角的括号，只改另一半", () => {
    check("完善制度（试行⟦)⟧，落实责任。", { fixed: "完善制度（试行），落实责任。" });
  });
  it("数字、时间、英文、网址、邮箱里的半角是对的", () => {
    check("惠及1,000人，每天9:00开放，1:50比例，遵循STEAM, Maker and PBL的方法，落实责任。");
    check("网址：https://www.moe.gov.cn/jyb,sy?a=1;b=2，邮箱：jiaoyu.ju@edu.cn，落实责任。");
    check("实施f(x)教学，使用Office(2016)软件，落实责任。");
  });
  it("单位里的括号、英寸", () => {
    check('用水量控制在120L/(人·d)以内，施肥量15kg/(亩·年)。\n采购24"显示器2台、32"显示器1台。');
  });
  it("编号的写法归编号规则管", () => {
    check("一、目标\n1,深入学习⟦,⟧全面落实,不断提高.\n2,持续用力,加强领导.", {
      says: "全文有5处半角标点，应用全角；可一次改好。",
      fixed: "一、目标\n1,深入学习，全面落实，不断提高。\n2,持续用力，加强领导。",
    });
    check("一、任务\n(一)甲，乙。\n（二）丙，丁。");
  });
});

describe("punctuation-pair", () => {
  const check = checkRule(punctuationPair);

  it("缺一半", () => {
    check("推进⟦“⟧双减工作。深化“三教”改革。", { says: "“ 没有与之成对的 ” 。" });
    check("落实⟦《⟧管理办法要求，推进改革。");
    check("推进双减⟦”⟧工作，深化“三教”改革。");
    check("各区县⟦（⟧市、区教育局要抓好落实。");
  });
  it("方向反了，改得过来", () => {
    check("用好“互联网+教育⟦“⟧平台，建设“三个课堂”。", { fixed: "用好“互联网+教育”平台，建设“三个课堂”。" });
    check("用好⟦”⟧互联网+教育”平台。", { fixed: "用好“互联网+教育”平台。" });
  });
  it("前后交错", () => {
    check("学习“《教育法⟦”》⟧精神。", { fixed: "学习“《教育法》”精神。" });
  });
  it("引文分段，每段开头用前引号，末段才收", () => {
    check("有关负责人说：\n“第一段引文，没有收。\n“第二段引文，到此为止。”");
  });
  it("括号换行后才收，是硬换行", () => {
    check("（责任单位：发展规划科、基础教\n育科）");
  });
  it("1）a）一）是编号，不是缺了一半", () => {
    check("1）甲。2）乙。\na）丙；b）丁。\n一）戊。");
  });
  it("包括1）、2），1）后面有2）", () => {
    check("项目分为1）新建类；2）改造类。附则：ii）略。");
  });
  it("数的区间一头方、一头圆", () => {
    check("得分在（60，80]的为合格，[80，90）的为良好，[60,80)为合格。");
  });
  it("一层套一层是成对的；英文撇号不是引号", () => {
    check(
      "（责任单位：教育局、各县（市、区）政府）落实《关于印发〈规划〉的通知》，办好Children’s Day，筹备“云岭’26花卉博览会”。",
    );
  });
  it("半角与全角各一半，也算一对", () => {
    check("完善制度（试行)，落实责任。");
  });
  it("起头与收尾不是一种，只报一处", () => {
    check("按照要求（云安委〔2025⟦)⟧1号）办理。", { fixed: "按照要求（云安委〔2025〕1号）办理。" });
    check("利用“互联网+⟦’’⟧方式，开展“甲乙⟦’⟧行动。", { fixed: "利用“互联网+”方式，开展“甲乙”行动。" });
  });
  it("一个多余的引号不与远处的相配", () => {
    const far = "推进各项工作，落实各项要求，加强各项保障，完善各项制度，健全各项机制，压实各方责任";
    check(`（市局牵头，市发⟦‘⟧改委配合），${far}，打造⟦“⟧品牌’。`.replace("⟦“⟧", "‘"));
  });
  it("引语分几段，每段开头用前引号，第一段在冒号后", () => {
    check("会议指出：“第一段话。\n“第二段话。\n“第三段话。”");
    check("推进⟦“⟧双减工作。\n“三教”改革要深化。");
  });
});

describe("punctuation-nesting", () => {
  const check = checkRule(punctuationNesting);

  it("里层与外层同形", () => {
    check("提出“抓好⟦“一老一小”⟧服务”的要求。", { fixed: "提出“抓好‘一老一小’服务”的要求。" });
    check("落实《关于印发⟦<规划>⟧的通知》。", { fixed: "落实《关于印发〈规划〉的通知》。" });
  });
  it("并列不是相套，责任里的括号可以相套", () => {
    check("建设“三个课堂”和“四个中心”，落实《规划》《方案》。（各县（市、区）教育局）");
  });
});

describe("punctuation-enumeration", () => {
  const check = checkRule(punctuationEnumeration);

  it("并列的书名号、引号之间，“等”之前", () => {
    check("修订《规程》⟦、⟧《细则》和《办法》。", { fixed: "修订《规程》《细则》和《办法》。" });
    check("评选“最美教师”⟦、⟧“教书育人楷模”，涉及教育、医疗⟦、⟧等领域。");
  });
  it("中间隔着括注，宜用顿号", () => {
    check("修订《规程》（试行）、《细则》。");
  });
  it("里面还有“及”的列举，去了顿号会连在一起", () => {
    check("修订《规程》及《细则》、《办法》。");
  });
  it("与不带引号的并列，顿号去不得", () => {
    check("坚持“五育”并举，抓好“双减”、“双增”、课后服务等工作。");
    check("落实“两票制”、“四加七”扩围、按病种付费改革。");
    check("落实“两票制”⟦、⟧“四加七”扩围等改革，保障教育、医疗。");
  });
  it("编号的顿号属于编号", () => {
    check("一、任务\n二、等等再办的事项\n三、等三类问题");
  });
  it("甲等、乙等，等级、等额", () => {
    check("评为甲等、乙等，实行差额、等额选举，抓好标准、等级评定。");
    check("改造三级、四级、等外公路，推广臭氧、等离子体治理，落实限批、等量替代。");
  });
});

describe("punctuation-repeat", () => {
  const check = checkRule(punctuationRepeat);

  it("两个点号连在一起", () => {
    check("抓好落实⟦。。⟧", { fixed: "抓好落实。" });
    check("抓好落实⟦，。⟧", { fixed: "抓好落实。" });
    check("教育⟦、，⟧医疗。", { fixed: "教育，医疗。" });
    check("抓好落实⟦,，⟧提高质量。", { fixed: "抓好落实，提高质量。" });
  });
  it("省略号、破折号、叹号问号连用不是重复", () => {
    check("走访学校、医院……坚持改革——创新，为什么？！加油！！");
  });
  it("编号后面的顿号不算", () => {
    check("15、，引导学生。");
  });
});

describe("punctuation-place", () => {
  const check = checkRule(punctuationPlace);

  it("括号里头尾多出的点号", () => {
    check("各部门（⟦，⟧教育、财政⟦、⟧）密切配合。", { fixed: "各部门（教育、财政）密切配合。" });
  });
  it("句末点号可以在括号里", () => {
    check("抓好落实。（各部门分别负责。）");
  });
  it("引号方向反了，点号是对的", () => {
    check("制定“四张清单“，即不予处罚清单。");
  });
  it("留给人填写的", () => {
    check("申报单位（盖章：）　负责人（签字：）　（备注：）　（地址：）　（编号：）");
  });
});

describe("punctuation-form", () => {
  const check = checkRule(punctuationForm);

  it("省略号、破折号、间隔号", () => {
    check("走访学校⟦…⟧", { fixed: "走访学校……" });
    check("走访学校、医院等⟦……⟧", { fixed: "走访学校、医院等" });
    check("坚持改革⟦--⟧创新。", { fixed: "坚持改革——创新。" });
    check("纪念“⟦12.9⟧”运动。", { fixed: "纪念“12·9”运动。" });
  });
  it("目录的点线、“一二·九”、版本号、小数不动", () => {
    check("一、总体要求...............3\n纪念“一二·九”运动，系统升级到“2.0”版，增长3.15%。");
  });
});

describe("punctuation-range", () => {
  const check = checkRule(punctuationRange);

  it("短横线、破折号、单位", () => {
    check("新建⟦1-2所⟧学校。", { fixed: "新建1—2所学校。" });
    check("⟦2026-2028年⟧分批完成。", { fixed: "2026—2028年分批完成。" });
    check("《行动计划⟦2018——2020⟧》印发。", { fixed: "《行动计划2018—2020》印发。" });
    check("占比⟦15～30%⟧。", { fixed: "占比15%～30%。" });
  });
  it("通篇用短横线，只报一条", () => {
    const found = check("新建⟦1-2所⟧学校、3-4个中心、5-6个基地，培训7-8次。", {
      fixed: "新建1—2所学校、3—4个中心、5—6个基地，培训7—8次。",
    });
    assert.equal(found.length, 1);
  });
  it("电话、编号、图表号、日期、型号、标准号是短横线", () => {
    check("电话0999-1234567，见表2-8、图1-2，2021-03-15印发，按GB/T 9704-2012排版，选用A4-80型。");
  });
  it("引用的文件名照原样", () => {
    check("落实《乡村教师支持计划(2015-2020)》要求。");
  });
  it("已经写对的", () => {
    check("占比15%～30%，2026—2028年新建1—2所，3～5年见效，9:00—11:30开放，家-校-社共育。");
  });
});
